package com.customerp.sync.sync;

import com.customerp.sync.mapping.Side;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One write to a system. Only {@link Applier} executes effects; a dry run prints them. */
public sealed interface Effect {

    /** The side that is written. */
    Side side();

    /** The fields that are carried. */
    List<Carry> carried();

    /**
     * Creates the counterpart in PowerOffice.
     *
     * @param owner PowerOffice's key of the contact below which it is created, or null
     */
    record Create(@Nullable String owner, ObjectNode body, List<Carry> carried) implements Effect {
        @Override
        public Side side() {
            return Side.POWEROFFICE;
        }
    }

    /**
     * Changes members, in this order, in one request.
     *
     * @param slot whether our key is written into the slot too
     */
    record Patch(Side side, List<Carry> carried, boolean slot) implements Effect {}
}
