package com.customerp.sync.sync;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.State;
import com.customerp.sync.link.WaitingList;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.RecordKey;
import com.customerp.sync.mapping.Side;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Brings records back whose reference can be carried now (mapping.md 1.7). Each is noted as due first, so that none is
 * forgotten when the invocation ends before its turn. Not thread-safe.
 */
final class Wakes {
    private static final int TRIES = 5;

    private final WaitingList waiting;
    private final LinkStore links;
    private final Clock clock;
    private final Predicate<Entity> referredTo;
    private final Deque<RecordKey> woken = new ArrayDeque<>();

    /**
     * @param referredTo whether others refer to the records of a pair; for one of another pair nobody waits
     */
    Wakes(Engines.Parts parts, Predicate<Entity> referredTo) {
        this.waiting = parts.waiting();
        this.links = parts.links();
        this.clock = parts.clock();
        this.referredTo = referredTo;
    }

    /** Notes for which records one waits. */
    void await(Link waiter, Collection<RecordKey> records) {
        RecordKey key = new RecordKey(waiter.entity(), Side.CUSTOMERP, waiter.customerpId());
        records.forEach(record -> waiting.add(record, key));
    }

    /** A record is linked or has changed: whoever waits for either side of it is due. */
    void moved(Link link) {
        if (!referredTo.test(link.entity())) {
            return;
        }
        waiting.waiters(List.of(
                        new RecordKey(link.entity(), Side.CUSTOMERP, link.customerpId()),
                        new RecordKey(link.entity(), Side.POWEROFFICE, link.powerOfficeId())))
                .forEach((record, waiters) -> {
                    Set<RecordKey> noted = waiters.stream().filter(this::due).collect(Collectors.toSet());
                    if (!noted.isEmpty()) {
                        waiting.remove(record, noted);
                    }
                });
    }

    /** The next record that was woken in this invocation. */
    Optional<RecordKey> next() {
        return Optional.ofNullable(woken.poll());
    }

    /** Whether the waiter needs no further wake; one that is not stored yet may be on its way to be. */
    private boolean due(RecordKey waiter) {
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<Link> link = links.find(waiter.entity(), waiter.id());
            if (link.isEmpty()) {
                return false;
            }
            if (link.get().state() == State.CLOSED || link.get().state() == State.EXCLUDED) {
                return true;
            }
            if (links.save(link.get().change().nextAttemptAt(clock.instant()).build())
                    .isPresent()) {
                woken.add(waiter);
                return true;
            }
        }
        throw new IllegalStateException("a waiting record could not be noted as due: too many writers");
    }
}
