package com.customerp.sync.link;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A match index for tests of what stands on it. Thread-safe. */
public final class InMemoryMatchIndex implements MatchIndex {
    private record Owner(Entity entity, Side side, String id) {}

    private final Map<Owner, Map<String, String>> stored = new HashMap<>();

    @Override
    public synchronized Set<String> put(Entity entity, Side side, Map<String, Map<String, String>> keys) {
        Set<String> changed = new HashSet<>();
        keys.forEach((id, wanted) -> {
            Owner owner = new Owner(entity, side, id);
            if (!stored.getOrDefault(owner, Map.of()).equals(wanted)) {
                changed.add(id);
                stored.put(owner, Map.copyOf(wanted));
            }
        });
        return changed;
    }

    @Override
    public synchronized Set<String> find(Entity entity, Side side, String key, String fingerprint) {
        return stored.entrySet().stream()
                .filter(entry ->
                        entry.getKey().entity() == entity && entry.getKey().side() == side)
                .filter(entry -> fingerprint.equals(entry.getValue().get(key)))
                .map(entry -> entry.getKey().id())
                .collect(Collectors.toUnmodifiableSet());
    }
}
