package com.customerp.sync.link;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A match index for tests of what stands on it. Thread-safe. */
public final class InMemoryMatchIndex implements MatchIndex {
    private record Owner(Entity entity, Side side, String id) {}

    private final Map<Owner, Map<String, String>> stored = new HashMap<>();

    @Override
    public synchronized Map<String, Map<String, String>> put(
            Entity entity, Side side, Map<String, Map<String, String>> keys) {
        Map<String, Map<String, String>> changed = new HashMap<>();
        keys.forEach((id, wanted) -> {
            Owner owner = new Owner(entity, side, id);
            Map<String, String> before = stored.getOrDefault(owner, Map.of());
            if (!before.equals(wanted)) {
                changed.put(id, before);
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
