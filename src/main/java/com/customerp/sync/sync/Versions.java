package com.customerp.sync.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders readings of one record by {@link RemoteRecord#version()}: one change time, or two with a blank between. */
final class Versions {
    /** More than clocks differ; a change time further ahead is a mistake that would make every later edit look late. */
    private static final Duration BELIEVED = Duration.ofDays(1);

    private final Clock clock;

    Versions(Clock clock) {
        this.clock = clock;
    }

    /** Whether a reading is older than another; false when that cannot be told, or when the other is of the future. */
    boolean isOlder(@Nullable String reading, @Nullable String than) {
        if (reading == null || than == null) {
            return false;
        }
        String[] mine = reading.split(" ");
        String[] theirs = than.split(" ");
        for (int part = 0; part < Math.min(mine.length, theirs.length); part++) {
            Optional<Instant> mineAt = instant(mine[part]);
            Optional<Instant> theirsAt = instant(theirs[part]);
            if (mineAt.isPresent()
                    && theirsAt.filter(this::isBelieved).isPresent()
                    && mineAt.get().isBefore(theirsAt.get())) {
                return true;
            }
        }
        return false;
    }

    private boolean isBelieved(Instant changed) {
        return !changed.isAfter(clock.instant().plus(BELIEVED));
    }

    /** The newest change time in a version, or empty when it holds none. */
    static Optional<Instant> newest(@Nullable String version) {
        if (version == null) {
            return Optional.empty();
        }
        return Arrays.stream(version.split(" "))
                .map(Versions::instant)
                .flatMap(Optional::stream)
                .max(Instant::compareTo);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
