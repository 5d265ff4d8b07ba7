package com.customerp.sync.sync;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Builds JSON bodies member by member. */
public final class Bodies {
    private Bodies() {}

    /** Sets a member and makes the objects on the way to it: {@code /MailAddress/City}. */
    public static void set(ObjectNode body, JsonPointer path, JsonNode value) {
        ObjectNode parent = body.withObject(path.head());
        parent.set(path.last().getMatchingProperty(), value);
    }
}
