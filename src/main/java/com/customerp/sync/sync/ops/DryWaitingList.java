package com.customerp.sync.sync.ops;

import com.customerp.sync.link.WaitingList;
import com.customerp.sync.mapping.RecordKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Who waits in a dry run: those of the real list, with what the dry run would write laid over it. Not thread-safe. */
final class DryWaitingList implements WaitingList {
    private final WaitingList real;
    private final Map<RecordKey, Set<RecordKey>> known = new HashMap<>();

    DryWaitingList(WaitingList real) {
        this.real = real;
    }

    @Override
    public void add(RecordKey record, RecordKey waiter) {
        of(record).add(waiter);
    }

    @Override
    public Map<RecordKey, Set<RecordKey>> waiters(Collection<RecordKey> records) {
        Map<RecordKey, Set<RecordKey>> found = new HashMap<>(real.waiters(
                records.stream().filter(record -> !known.containsKey(record)).toList()));
        records.stream()
                .filter(known::containsKey)
                .filter(record -> !known.get(record).isEmpty())
                .forEach(record -> found.put(record, Set.copyOf(known.get(record))));
        return found;
    }

    @Override
    public void remove(RecordKey record, Set<RecordKey> waiters) {
        of(record).removeAll(waiters);
    }

    private Set<RecordKey> of(RecordKey record) {
        return known.computeIfAbsent(
                record, key -> new HashSet<>(real.waiters(Set.of(key)).getOrDefault(key, Set.of())));
    }
}
