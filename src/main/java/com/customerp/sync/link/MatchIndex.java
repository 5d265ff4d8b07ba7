package com.customerp.sync.link;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import java.util.Collection;
import java.util.HashMap;
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

    /**
     * Replaces the keys of records; a record with no keys leaves the index.
     *
     * @param before what the index is taken to have, as {@link #keys} answers; where it has something else, that is
     *     replaced all the same
     * @param wanted of each record in {@code before}
     */
    void replace(
            Entity entity, Side side, Map<String, Map<String, String>> before, Map<String, Map<String, String>> wanted);

    /**
     * Replaces the match keys of records where they are others.
     *
     * @param keys per record id: key name to fingerprint of its value
     * @return the records whose keys were not what the index had, each with the keys that it had
     */
    default Map<String, Map<String, String>> put(Entity entity, Side side, Map<String, Map<String, String>> keys) {
        Map<String, Map<String, String>> changed = new HashMap<>(keys(entity, side, keys.keySet()));
        changed.entrySet().removeIf(before -> before.getValue().equals(keys.get(before.getKey())));
        if (!changed.isEmpty()) {
            replace(entity, side, changed, keys);
        }
        return changed;
    }

    /** Ids of the records that show this fingerprint under this key. */
    default Set<String> find(Entity entity, Side side, String key, String fingerprint) {
        Entry entry = new Entry(entity, side, key, fingerprint);
        return findAll(List.of(entry)).get(entry);
    }
}
