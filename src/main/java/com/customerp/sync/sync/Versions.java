package com.customerp.sync.sync;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders readings of one record by {@link RemoteRecord#version()}: one change time, or two with a blank between. */
final class Versions {
    private Versions() {}

    /** Whether a reading is older than another; false when that cannot be told. */
    static boolean isOlder(@Nullable String reading, @Nullable String than) {
        if (reading == null || than == null) {
            return false;
        }
        String[] mine = reading.split(" ");
        String[] theirs = than.split(" ");
        for (int part = 0; part < Math.min(mine.length, theirs.length); part++) {
            Optional<Instant> mineAt = instant(mine[part]);
            Optional<Instant> theirsAt = instant(theirs[part]);
            if (mineAt.isPresent() && theirsAt.isPresent() && mineAt.get().isBefore(theirsAt.get())) {
                return true;
            }
        }
        return false;
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
