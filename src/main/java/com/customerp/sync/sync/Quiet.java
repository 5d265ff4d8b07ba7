package com.customerp.sync.sync;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.Seen;
import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Side;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Tells whether a record holds nothing new, so that most of what a list or a webhook shows costs nothing more. */
final class Quiet {
    private final Bookkeeping bookkeeping;
    private final Clock clock;

    Quiet(Bookkeeping bookkeeping, Clock clock) {
        this.bookkeeping = bookkeeping;
        this.clock = clock;
    }

    /** Whether nothing but a change can move this link. */
    boolean isSettled(Link link) {
        boolean due = link.nextAttemptAt() != null && !link.nextAttemptAt().isAfter(clock.instant());
        return !due && (link.state() == State.LINKED || link.state() == State.PARKED || link.state() == State.CLOSED);
    }

    /** Whether a side shows what the last decision looked at. */
    boolean isSeen(Side side, RemoteRecord record, @Nullable Seen seen) {
        return seen != null
                && seen.digest().equals(bookkeeping.seen(side, record).digest());
    }

    /** Whether a reading is older than what was already seen: it must not look like an edit. */
    static boolean isLate(RemoteRecord record, @Nullable Seen seen) {
        return seen != null && Versions.isOlder(record.version(), seen.version());
    }
}
