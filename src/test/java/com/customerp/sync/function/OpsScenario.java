package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;

/** Shorthand for tests of the ops function. */
abstract class OpsScenario extends Scenario {
    @Inject
    OpsFunction function;

    /** The answer to an event; members also with single quotes. */
    JsonNode ops(String event) {
        return function.ops(json(event));
    }

    /** The answer to an action on one record. */
    JsonNode ops(String action, Entity entity, String id) {
        return ops("{'action':'" + action + "','entity':'" + entity.key() + "','id':'" + id + "'}");
    }

    void assertError(String event, String words) {
        JsonNode answer = ops(event);
        assertTrue(answer.path("error").asText().contains(words), () -> event + ": " + answer);
    }
}
