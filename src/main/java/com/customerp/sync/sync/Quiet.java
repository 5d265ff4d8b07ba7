package com.customerp.sync.sync;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.Seen;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Side;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells whether a record holds nothing new, so that most of what a list or a webhook shows costs nothing more. */
final class Quiet {
    private final Mapping mapping;
    private final Bookkeeping bookkeeping;
    private final Clock clock;
    private final Versions versions;

    Quiet(Mapping mapping, Bookkeeping bookkeeping, Clock clock) {
        this.mapping = mapping;
        this.bookkeeping = bookkeeping;
        this.clock = clock;
        this.versions = new Versions(clock);
    }

    /** Whether nothing but a change can move this link. */
    boolean isSettled(Link link) {
        boolean due = link.nextAttemptAt() != null && !link.nextAttemptAt().isAfter(clock.instant());
        return !due
                && switch (link.state()) {
                    case LINKED, PARKED, CLOSED, WAITING -> true;
                    default -> false;
                };
    }

    /**
     * Whether a side shows what the last decision looked at. A reading without its lines tells it only when its change
     * time did not move either.
     */
    boolean isSeen(Side side, RemoteRecord record, @Nullable Seen seen) {
        if (seen == null) {
            return false;
        }
        Seen shown = bookkeeping.seen(side, record);
        return isWhole(side, record)
                ? seen.digest().equals(shown.digest())
                : seen.digest().startsWith(shown.digest()) && Objects.equals(seen.version(), shown.version());
    }

    /** Whether a reading shows the record's lines, if it can have any. */
    boolean isWhole(Side side, RemoteRecord record) {
        return mapping.lines() == null
                || mapping.lines().read(side, record.body()).isArray();
    }

    /** Whether a reading is older than what was already seen: it must not look like an edit. */
    boolean isLate(RemoteRecord record, @Nullable Seen seen) {
        return seen != null && versions.isOlder(record.version(), seen.version());
    }
}
