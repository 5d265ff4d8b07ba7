package com.customerp.sync.sync;

import com.customerp.sync.link.Bases;
import com.customerp.sync.mapping.Side;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two records, or two lines, that are merged, and what is known of them.
 *
 * @param customerp CustomERP's body, or null while it is to be created there
 * @param powerOffice PowerOffice's body, or null while it is to be created there
 * @param bases per field what either side held when last seen
 * @param createdByUs whether PowerOffice's side was made by the sync from CustomERP's
 * @param newer the side that changed last
 */
record Pairing(
        @Nullable JsonNode customerp,
        @Nullable JsonNode powerOffice,
        Map<String, Bases> bases,
        boolean createdByUs,
        Side newer) {

    @Nullable
    JsonNode of(Side side) {
        return side == Side.CUSTOMERP ? customerp : powerOffice;
    }

    /** The side that has no record yet, or null when both have one. */
    @Nullable
    Side missing() {
        if (powerOffice == null) {
            return Side.POWEROFFICE;
        }
        return customerp == null ? Side.CUSTOMERP : null;
    }
}
