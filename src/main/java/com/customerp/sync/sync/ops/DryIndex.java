package com.customerp.sync.sync.ops;

import com.customerp.sync.link.MatchIndex;
import com.customerp.sync.link.MatchKeys;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.RecordKey;
import com.customerp.sync.mapping.Side;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The match index of a dry run: the real one, with what the dry run would write laid over it. Not thread-safe. */
final class DryIndex implements MatchIndex {
    private final MatchIndex real;
    private final Map<RecordKey, Map<String, String>> keys = new HashMap<>();
    private final Map<Entry, Set<String>> ids = new HashMap<>();

    DryIndex(MatchIndex real) {
        this.real = real;
    }

    @Override
    public Map<Entry, Set<String>> findAll(Collection<Entry> entries) {
        Map<Entry, Set<String>> found = new HashMap<>();
        real.findAll(entries).forEach((entry, stored) -> {
            Set<String> now = new HashSet<>(stored);
            now.removeIf(id -> keys.containsKey(new RecordKey(entry.entity(), entry.side(), id)));
            now.addAll(ids.getOrDefault(entry, Set.of()));
            found.put(entry, now);
        });
        return found;
    }

    @Override
    public Map<String, Map<String, String>> keys(Entity entity, Side side, Collection<String> records) {
        Map<String, Map<String, String>> found = new HashMap<>(real.keys(
                entity,
                side,
                records.stream()
                        .filter(id -> !keys.containsKey(new RecordKey(entity, side, id)))
                        .toList()));
        records.forEach(id -> {
            Map<String, String> planned = keys.get(new RecordKey(entity, side, id));
            if (planned != null) {
                found.put(id, planned);
            }
        });
        return found;
    }

    @Override
    public void replace(Collection<MatchKeys> changes) {
        for (MatchKeys change : changes) {
            String id = change.id();
            RecordKey record = new RecordKey(change.entity(), change.side(), id);
            Map<String, String> planned = keys.put(record, Map.copyOf(change.wanted()));
            if (planned != null) {
                planned.forEach(
                        (key, fingerprint) -> ids.get(new Entry(change.entity(), change.side(), key, fingerprint))
                                .remove(id));
            }
            change.wanted().forEach((key, fingerprint) -> ids.computeIfAbsent(
                            new Entry(change.entity(), change.side(), key, fingerprint), entry -> new HashSet<>())
                    .add(id));
        }
    }
}
