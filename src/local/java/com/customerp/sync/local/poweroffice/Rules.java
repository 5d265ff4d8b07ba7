package com.customerp.sync.local.poweroffice;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is special about a resource beyond its table. */
interface Rules {

    /** Fills what the server fills, and notes with {@link Write#refuse} what is wrong. */
    void apply(Write write);

    /**
     * Looks at a record right after one operation of a PATCH, since operations take effect in order; throws
     * {@link Refusal} when this one may not be done here.
     */
    default void replaced(Tenant tenant, ObjectNode target, String member) {}

    /** Fills a new record, whoever makes it, with what the server has for it. */
    default void fill(Tenant tenant, ObjectNode row) {}

    /** Sets what follows from the rest of a record, before every store. */
    default void compute(Tenant tenant, ObjectNode row) {}

    /**
     * What reads make of a stored record.
     *
     * @param inherited whether they show what the record takes from others where it has nothing itself
     */
    default ObjectNode shown(Tenant tenant, ObjectNode row, boolean inherited) {
        return row;
    }

    /** Does to other records what follows from a record that was just stored. */
    default void stored(Tenant tenant, ObjectNode row) {}

    /** Does to other records what follows from a record that is no more. */
    default void removed(Tenant tenant, ObjectNode row) {}
}
