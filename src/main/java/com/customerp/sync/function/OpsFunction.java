package com.customerp.sync.function;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.funqy.Funq;

/** What an operator calls (functions.md, "ops"). Takes any JSON, so that no event can fail before it is answered. */
public class OpsFunction {
    private final OpsHandler handler;

    OpsFunction(OpsHandler handler) {
        this.handler = handler;
    }

    /** An operator asks, or repairs. */
    @Funq("ops")
    public JsonNode ops(JsonNode event) {
        return handler.handle(event);
    }
}
