package com.customerp.sync.link;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A match index for tests of what stands on it. Thread-safe. */
public final class InMemoryMatchIndex implements MatchIndex {
    private record Owner(Entity entity, Side side, String id) {}

    private final Map<Owner, Map<String, String>> stored = new HashMap<>();

    @Override
    public synchronized Map<Entry, Set<String>> findAll(Collection<Entry> entries) {
        return entries.stream().distinct().collect(Collectors.toMap(Function.identity(), this::ids));
    }

    @Override
    public synchronized Map<String, Map<String, String>> keys(Entity entity, Side side, Collection<String> ids) {
        return ids.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), id -> stored.getOrDefault(new Owner(entity, side, id), Map.of())));
    }

    @Override
    public synchronized void replace(Collection<MatchKeys> changes) {
        changes.forEach(change ->
                stored.put(new Owner(change.entity(), change.side(), change.id()), Map.copyOf(change.wanted())));
    }

    private Set<String> ids(Entry wanted) {
        return stored.entrySet().stream()
                .filter(record -> record.getKey().entity() == wanted.entity()
                        && record.getKey().side() == wanted.side())
                .filter(record -> wanted.fingerprint().equals(record.getValue().get(wanted.key())))
                .map(record -> record.getKey().id())
                .collect(Collectors.toUnmodifiableSet());
    }
}
