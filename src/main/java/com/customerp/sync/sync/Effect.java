package com.customerp.sync.sync;

import com.customerp.sync.mapping.Side;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** One write to a system. Only {@link Applier} executes effects; a dry run prints them. */
public sealed interface Effect {

    /** The side that is written. */
    Side side();

    /** The fields that are carried. */
    List<Carry> carried();

    /** Creates the counterpart in PowerOffice. */
    record Create(ObjectNode body, List<Carry> carried) implements Effect {
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
