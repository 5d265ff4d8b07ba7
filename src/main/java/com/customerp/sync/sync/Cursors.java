package com.customerp.sync.sync;

import com.customerp.sync.link.Progress;
import com.customerp.sync.mapping.Side;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Where the change lists of the two systems are read from, in their own clocks. */
final class Cursors {
    /** Three decimals and Z: CustomERP demands it, PowerOffice accepts it. */
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final Duration CUSTOMERP_OVERLAP = Duration.ofMinutes(2);
    private static final Duration POWEROFFICE_OVERLAP = Duration.ofMinutes(5);
    /** Where a first change list starts before the first full sweep: allows for clocks that differ. */
    private static final Duration FIRST = Duration.ofHours(1);

    private Cursors() {}

    /** The cursor less an overlap (design.md 4), or null when there is none yet: everything is read. */
    static @Nullable String since(Side side, Progress progress) {
        String cursor = side == Side.CUSTOMERP ? progress.customerpCursor() : progress.powerOfficeCursor();
        Duration overlap = side == Side.CUSTOMERP ? CUSTOMERP_OVERLAP : POWEROFFICE_OVERLAP;
        return cursor == null ? null : format(Instant.parse(cursor).minus(overlap));
    }

    /**
     * The cursor to start with after a first full sweep. A record may change after its page was read, so it lies well
     * before the sweep began, and not after anything that was seen.
     */
    static String first(Instant sweepStart, @Nullable Instant highestSeen) {
        Instant safe = sweepStart.minus(FIRST);
        return format(highestSeen != null && highestSeen.isBefore(safe) ? highestSeen : safe);
    }

    /** The later of the cursor and the highest change time seen. */
    static @Nullable String advance(@Nullable String cursor, @Nullable Instant highestSeen) {
        if (highestSeen == null || cursor != null && !highestSeen.isAfter(Instant.parse(cursor))) {
            return cursor;
        }
        return format(highestSeen);
    }

    private static String format(Instant instant) {
        return FORMAT.format(instant);
    }
}
