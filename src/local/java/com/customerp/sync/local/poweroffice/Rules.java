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

    /** Does to other records what follows from a record that was just stored. */
    default void stored(Tenant tenant, ObjectNode row) {}
}
