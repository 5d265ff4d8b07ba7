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

    /**
     * The cursor less an overlap (design.md 4), or null when there is none yet: everything is read. A cursor that a wrong
     * clock moved past {@code now} counts as now, or else nothing would be seen until then.
     */
    static @Nullable String since(Side side, Progress progress, Instant now) {
        String cursor = side == Side.CUSTOMERP ? progress.customerpCursor() : progress.powerOfficeCursor();
        Duration overlap = side == Side.CUSTOMERP ? CUSTOMERP_OVERLAP : POWEROFFICE_OVERLAP;
        return cursor == null
                ? null
                : format(earlier(Instant.parse(cursor), now).minus(overlap));
    }

    /** How far a pass has come that ended at {@code end}. */
    static Progress after(SweepRun run, Progress before, Instant end) {
        return new Progress(
                next(run, before.customerpCursor(), run.highest(Side.CUSTOMERP)),
                next(run, before.powerOfficeCursor(), run.highest(Side.POWEROFFICE)),
                before.indexedAt(),
                run.isFull() ? end.toString() : before.fullAt(),
                run.deadline.start().toString());
    }

    /** A full pass moves no cursor, but for one that is not there yet or lies after the present. */
    private static @Nullable String next(SweepRun run, @Nullable String cursor, @Nullable Instant highestSeen) {
        Instant start = run.deadline.start();
        if (!run.isFull()) {
            return advance(cursor, highestSeen, start);
        }
        return cursor == null ? first(start, highestSeen) : advance(cursor, null, start);
    }

    /**
     * The cursor to start with after a first full sweep. A record may change after its page was read, so it lies well
     * before the sweep began, and not after anything that was seen.
     */
    private static String first(Instant sweepStart, @Nullable Instant highestSeen) {
        Instant safe = sweepStart.minus(FIRST);
        return format(highestSeen == null ? safe : earlier(highestSeen, safe));
    }

    /** The later of the cursor and the highest change time seen, but not later than {@code now}. */
    private static @Nullable String advance(@Nullable String cursor, @Nullable Instant highestSeen, Instant now) {
        Instant before = cursor == null ? null : Instant.parse(cursor);
        Instant after = before == null || highestSeen != null && highestSeen.isAfter(before) ? highestSeen : before;
        return after == null ? null : format(earlier(after, now));
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static String format(Instant instant) {
        return FORMAT.format(instant);
    }
}
