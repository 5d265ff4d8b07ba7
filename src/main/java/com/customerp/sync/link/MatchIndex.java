package com.customerp.sync.link;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import java.util.Map;
import java.util.Set;

/**
 * Finds records by keys that no filter of the systems can ask for (mapping.md 1.4). Keeps fingerprints only.
 * Implementations are thread-safe; putting the same keys again writes nothing.
 */
public interface MatchIndex {

    /**
     * Replaces the match keys of records; a record with no keys leaves the index.
     *
     * @param keys per record id: key name (for example {@code organizationNumber}) to fingerprint of its value
     * @return the records whose keys were not what the index had, each with the keys that it had
     */
    Map<String, Map<String, String>> put(Entity entity, Side side, Map<String, Map<String, String>> keys);

    /** Ids of the records that show this fingerprint under this key. */
    Set<String> find(Entity entity, Side side, String key, String fingerprint);
}
