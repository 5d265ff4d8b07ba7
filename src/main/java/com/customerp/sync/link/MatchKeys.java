package com.customerp.sync.link;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the match index is to have of one record: key name to fingerprint of the key's value.
 *
 * @param before what the index is taken to have of it; empty when nothing
 * @param wanted empty for a record that leaves the index
 */
public record MatchKeys(Entity entity, Side side, String id, Map<String, String> before, Map<String, String> wanted) {

    /** The values that it comes to show. */
    public Set<MatchIndex.Entry> entered() {
        return entries(wanted, before);
    }

    /** The values that it shows no longer. */
    public Set<MatchIndex.Entry> left() {
        return entries(before, wanted);
    }

    boolean isNothing() {
        return before.equals(wanted);
    }

    /** The same for an index that has something else of the record. */
    MatchKeys from(Map<String, String> stored) {
        return new MatchKeys(entity, side, id, stored, wanted);
    }

    private Set<MatchIndex.Entry> entries(Map<String, String> these, Map<String, String> others) {
        return these.entrySet().stream()
                .filter(key -> !key.getValue().equals(others.get(key.getKey())))
                .map(key -> new MatchIndex.Entry(entity, side, key.getKey(), key.getValue()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
