package com.customerp.sync.local.poweroffice;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is special about a resource beyond its table. */
interface Rules {

    /** Fills what the server fills, and notes with {@link Write#refuse} what is wrong. */
    void apply(Write write);

    /** Does to other records what follows from a record that was just stored. */
    default void stored(Tenant tenant, ObjectNode row) {}
}
