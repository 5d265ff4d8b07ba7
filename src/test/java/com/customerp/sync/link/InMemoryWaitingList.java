package com.customerp.sync.link;

import com.customerp.sync.mapping.RecordKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A waiting list for tests of what stands on it. Thread-safe. */
public final class InMemoryWaitingList implements WaitingList {
    private final Map<RecordKey, Set<RecordKey>> waiting = new HashMap<>();

    @Override
    public synchronized void add(RecordKey record, RecordKey waiter) {
        waiting.computeIfAbsent(record, key -> new LinkedHashSet<>()).add(waiter);
    }

    @Override
    public synchronized Map<RecordKey, Set<RecordKey>> waiters(Collection<RecordKey> records) {
        Map<RecordKey, Set<RecordKey>> found = new HashMap<>();
        for (RecordKey record : records) {
            if (waiting.containsKey(record)) {
                found.put(record, new LinkedHashSet<>(waiting.get(record)));
            }
        }
        return found;
    }

    @Override
    public synchronized void remove(RecordKey record, Set<RecordKey> waiters) {
        waiting.computeIfPresent(record, (key, known) -> {
            known.removeAll(waiters);
            return known.isEmpty() ? null : known;
        });
    }
}
