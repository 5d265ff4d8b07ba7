package com.customerp.sync.local.customerp;

import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A write that is about to happen.
 *
 * @param id of the record
 * @param before the record as it is; empty on create
 * @param after its members as they would be stored; rules may fill in what the server sets
 * @param sent the body of the request
 * @param records all living records
 */
record Draft(
        Entity entity,
        String id,
        ObjectNode before,
        ObjectNode after,
        ObjectNode sent,
        Writer writer,
        Lookup records,
        Errors errors) {

    /** Reads what a rule must know of other records. */
    interface Lookup {
        Optional<ObjectNode> find(Entity entity, String id);

        /** The smallest number above all numbers in use and given before. */
        String nextNumber(Entity entity);
    }

    boolean isCreate() {
        return before.isEmpty();
    }

    boolean changes(String member) {
        return !before.path(member).asText("").equals(after.path(member).asText(""));
    }

    boolean sends(String member) {
        JsonNode value = sent.path(member);
        return !value.isMissingNode() && !value.isNull() && !value.asText("-").isBlank();
    }

    boolean isTrue(String member) {
        return after.path(member).asBoolean(false);
    }

    /** A member's text, or an empty text when it is null. */
    String text(String member) {
        return after.path(member).asText("");
    }
}
