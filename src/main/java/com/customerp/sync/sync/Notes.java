package com.customerp.sync.sync;

import com.customerp.sync.link.Event;
import com.customerp.sync.link.Link;
import com.customerp.sync.link.LinkBuilder;
import com.customerp.sync.link.Seen;
import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes down where a record stands after it was worked on: the last step of every reconcile. */
final class Notes {
    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    private static final Duration LAST_RETRY = Duration.ofHours(6);
    /** Fields that an event names; an order of 1,000 lines has thousands. */
    private static final int FIELDS_NAMED = 100;

    private final Mapping mapping;
    private final Bookkeeping bookkeeping;
    private final Clock clock;
    private final DoubleSupplier random;

    /**
     * @param random numbers from 0 to 1 that spread retries
     */
    Notes(Mapping mapping, Bookkeeping bookkeeping, Clock clock, DoubleSupplier random) {
        this.mapping = mapping;
        this.bookkeeping = bookkeeping;
        this.clock = clock;
        this.random = random;
    }

    /** In sync: nothing is due any more. */
    Link settled(Pair pair, State state, Cause cause) {
        return finished(pair, cause, pair.result.key())
                .state(state)
                .problem(null)
                .unlocked(false)
                .notices(Stream.concat(pair.held.stream(), pair.notices.stream())
                        .distinct()
                        .toList())
                .build();
    }

    /** Parked until either side changes or an operator acts. */
    Link parked(Pair pair, Problem problem, Cause cause) {
        return finished(pair, cause, "parked")
                .state(State.PARKED)
                .problem(problem)
                .build();
    }

    /** Waits for a record that it refers to. */
    Link waiting(Pair pair, Problem problem, Instant since, Instant next, Cause cause) {
        return finished(pair, cause, "waiting")
                .state(State.WAITING)
                .problem(problem)
                .waitingSince(since)
                .attempts(pair.link.attempts() + 1)
                .nextAttemptAt(next)
                .build();
    }

    private LinkBuilder finished(Pair pair, Cause cause, String result) {
        return pair.link
                .change()
                .customerpSeen(seen(Side.CUSTOMERP, pair.customerp, pair.link.customerpSeen()))
                .powerOfficeSeen(seen(Side.POWEROFFICE, pair.powerOffice, pair.link.powerOfficeSeen()))
                .archived(isArchived(pair))
                .attempts(0)
                .nextAttemptAt(null)
                .lastError(null)
                .lease(null)
                .postedAt(null)
                .intention(null)
                .missingSince(null)
                .waitingSince(null)
                .event(event(pair, cause, result));
    }

    private boolean isArchived(Pair pair) {
        RemoteRecord left = pair.powerOffice != null ? pair.powerOffice : pair.customerp;
        Side side = pair.powerOffice != null ? Side.POWEROFFICE : Side.CUSTOMERP;
        return left == null ? pair.link.archived() : mapping.isArchived(side, left.body());
    }

    private @Nullable Seen seen(Side side, @Nullable RemoteRecord record, @Nullable Seen before) {
        return record == null ? before : bookkeeping.seen(side, record);
    }

    private Event event(Pair pair, Cause cause, String result) {
        Side direction = pair.patched.size() == 1 ? pair.patched.iterator().next() : null;
        String rule =
                pair.losses.isEmpty() ? "" : "conflict: " + pair.losses.get(0).rule();
        List<String> fields =
                pair.fields.stream().distinct().limit(FIELDS_NAMED).toList();
        return new Event(clock.instant(), cause.kind(), result, fields, direction, rule, cause.correlationId());
    }

    /** Due again after a passing fault: first after a minute, then after growing, spread pauses up to six hours. */
    Link retry(Link link, String error) {
        return retry(link, error, nextAttempt(link));
    }

    /** When a record is due again after its failed attempts so far. */
    Instant nextAttempt(Link link) {
        double doubled = FIRST_RETRY.toMillis() * Math.pow(2, Math.min(link.attempts(), 20));
        long pause = (long) (Math.min(doubled, LAST_RETRY.toMillis()) * (0.8 + 0.2 * random.getAsDouble()));
        return clock.instant().plusMillis(pause);
    }

    /** Due again at a given time. */
    Link retry(Link link, String error, Instant at) {
        boolean unclear = link.isCreateUnclear();
        return link.change()
                .state(unclear || link.state() == State.CLOSED ? link.state() : State.RETRY)
                .attempts(link.attempts() + 1)
                .nextAttemptAt(at)
                .lastError(error)
                .lease(null)
                .build();
    }
}
