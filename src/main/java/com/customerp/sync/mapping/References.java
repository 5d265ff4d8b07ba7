package com.customerp.sync.mapping;

import java.util.Optional;

/** Resolves a reference through the link table (mapping.md 1.7). */
@FunctionalInterface
public interface References {
    /** Knows no record: for rules that convert no reference. */
    References NONE = (entity, side, id) -> Optional.empty();

    /**
     * The id under which the other side knows a record.
     *
     * @param entity what the reference names
     * @param side the side whose id is given
     * @param id the record's id on that side
     * @return the linked id on the other side, or empty when there is no link
     */
    Optional<String> counterpart(Entity entity, Side side, String id);
}
