package com.customerp.sync.link;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds records by keys that no filter of the systems can ask for (mapping.md 1.4). Keeps fingerprints only.
 * Implementations are thread-safe; putting the same keys again writes nothing.
 */
public interface MatchIndex {
    /**
     * A value of a key.
     *
     * @param key name of the key, for example {@code organizationNumber}
     */
    record Entry(Entity entity, Side side, String key, String fingerprint) {}

    /** Ids of the records that show each value; an empty set for a value that none shows. */
    Map<Entry, Set<String>> findAll(Collection<Entry> entries);

    /** The keys of records, by id: key name to fingerprint of its value. A record without keys has an empty map. */
    Map<String, Map<String, String>> keys(Entity entity, Side side, Collection<String> ids);

    /** Replaces the keys of records; where the index has something else than was taken, that is replaced all the same. */
    void replace(Collection<MatchKeys> changes);

    /**
     * What would have to be replaced.
     *
     * @param keys per record id: key name to fingerprint of its value
     * @return of the records of which the index has something else
     */
    default List<MatchKeys> changes(Entity entity, Side side, Map<String, Map<String, String>> keys) {
        return keys(entity, side, keys.keySet()).entrySet().stream()
                .map(before ->
                        new MatchKeys(entity, side, before.getKey(), before.getValue(), keys.get(before.getKey())))
                .filter(change -> !change.isNothing())
                .toList();
    }

    /** Replaces the match keys of records where they are others; says what was replaced. */
    default List<MatchKeys> put(Entity entity, Side side, Map<String, Map<String, String>> keys) {
        List<MatchKeys> changes = changes(entity, side, keys);
        if (!changes.isEmpty()) {
            replace(changes);
        }
        return changes;
    }

    /** Ids of the records that show this fingerprint under this key. */
    default Set<String> find(Entity entity, Side side, String key, String fingerprint) {
        Entry entry = new Entry(entity, side, key, fingerprint);
        return findAll(List.of(entry)).get(entry);
    }
}
