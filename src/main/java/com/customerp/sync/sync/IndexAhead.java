package com.customerp.sync.sync;

import com.customerp.sync.link.MatchIndex;
import com.customerp.sync.link.MatchKeys;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.RecordKey;
import com.customerp.sync.mapping.Side;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The match index of one invocation, which can be told to read ahead what the next records will ask for: in bulk, where
 * each would cost several requests. What it writes itself it knows; what others write meanwhile it sees when it is next
 * told to read ahead. Not thread-safe.
 */
final class IndexAhead implements MatchIndex {
    private final MatchIndex index;
    private final Map<Entry, Set<String>> values = new HashMap<>();
    private final Map<RecordKey, Map<String, String>> records = new HashMap<>();

    IndexAhead(MatchIndex index) {
        this.index = index;
    }

    /** Reads these values, and the keys of these records, in the place of what was read ahead before. */
    void readAhead(Collection<Entry> entries, Entity entity, Side side, Collection<String> ids) {
        values.clear();
        records.clear();
        values.putAll(index.findAll(entries));
        index.keys(entity, side, ids).forEach((id, keys) -> records.put(new RecordKey(entity, side, id), keys));
    }

    /** A record that was created just now has no keys in the index yet. */
    void created(Entity entity, Side side, String id) {
        records.put(new RecordKey(entity, side, id), Map.of());
    }

    @Override
    public Map<Entry, Set<String>> findAll(Collection<Entry> entries) {
        Map<Entry, Set<String>> found = new HashMap<>();
        List<Entry> unread =
                entries.stream().filter(entry -> !values.containsKey(entry)).toList();
        if (!unread.isEmpty()) {
            found.putAll(index.findAll(unread));
        }
        entries.forEach(entry -> found.computeIfAbsent(entry, values::get));
        return found;
    }

    @Override
    public Map<String, Map<String, String>> keys(Entity entity, Side side, Collection<String> ids) {
        Map<String, Map<String, String>> found = new HashMap<>();
        List<String> unread = ids.stream()
                .filter(id -> !records.containsKey(new RecordKey(entity, side, id)))
                .toList();
        if (!unread.isEmpty()) {
            found.putAll(index.keys(entity, side, unread));
        }
        ids.forEach(id -> found.computeIfAbsent(id, read -> records.get(new RecordKey(entity, side, read))));
        return found;
    }

    @Override
    public void replace(Collection<MatchKeys> changes) {
        index.replace(changes);
        changes.forEach(this::forget);
    }

    /** What is written by somebody else: it is read again when it is next asked for. */
    void forget(MatchKeys change) {
        change.entered().forEach(values::remove);
        change.left().forEach(values::remove);
        records.remove(new RecordKey(change.entity(), change.side(), change.id()));
    }
}
