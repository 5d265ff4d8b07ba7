package com.customerp.sync.sync.ops;

import com.customerp.sync.link.Event;
import com.customerp.sync.link.Link;
import com.customerp.sync.link.State;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which records are open, and since when. */
final class OpenRecords {
    private static final Set<State> OPEN = EnumSet.of(State.CREATING, State.WAITING, State.PARKED, State.RETRY);
    private static final long LONGEST_PAUSE = Duration.ofHours(6).toMinutes();

    private OpenRecords() {}

    /** Whether a record is neither in sync nor at its end nor left out. */
    static boolean isOpen(Link link) {
        return OPEN.contains(link.state());
    }

    /** Since when a record is open: exact for waiting and parked ones, else reckoned from its pauses. */
    static Instant since(Link link, Instant now) {
        if (link.waitingSince() != null) {
            return link.waitingSince();
        }
        if (link.state() == State.PARKED && !link.events().isEmpty()) {
            return firstOfLastRun(link.events());
        }
        Instant due = link.nextAttemptAt() == null ? now : link.nextAttemptAt();
        long minutes = 0;
        for (int attempt = 0; attempt < link.attempts(); attempt++) {
            minutes += Math.min(1L << Math.min(attempt, 20), LONGEST_PAUSE);
        }
        Instant since = due.minus(Duration.ofMinutes(minutes));
        return since.isAfter(now) ? now : since;
    }

    private static Instant firstOfLastRun(List<Event> events) {
        int first = events.size() - 1;
        while (first > 0
                && events.get(first - 1).result().equals(events.get(first).result())) {
            first--;
        }
        return events.get(first).at();
    }
}
