package com.customerp.sync.local.customerp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A version of a record, or its tombstone.
 *
 * @param body as readers see it; never changed
 * @param revision counts all changes of the system
 */
record Stored(String id, ObjectNode body, Instant updatedAt, long revision, boolean deleted) {

    /** A strong validator with its quotes. */
    String etag() {
        return "\"" + id + "-" + Long.toHexString(revision) + "\"";
    }
}
