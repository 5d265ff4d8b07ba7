package com.customerp.sync.local;

import com.customerp.sync.local.customerp.WebhookSigner;
import com.customerp.sync.local.http.Request;
import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Events that API Gateway makes of webhooks to one function: one that is good, and what is wrong with others. */
final class WebhookEvents {
    private static final int LARGE = 300 * 1024;
    private static final int DEEP = 5_000;

    private final Entity entity;
    private final WebhookSigner signer;

    /** @param status what functions.md promises */
    record Bad(String name, JsonNode event, int status) {}

    WebhookEvents(Entity entity, Clock clock) {
        this.entity = entity;
        this.signer = new WebhookSigner(LocalConfiguration.WEBHOOK_SECRET, clock);
    }

    /** Tells of a change of this record. */
    ObjectNode updated(String id) {
        return signed("{\"type\":\"" + entity.key() + ".updated\",\"data\":{\"id\":\"" + id + "\"}}");
    }

    /** More than a function takes. */
    ObjectNode large() {
        return signed("\"" + "x".repeat(LARGE) + "\"");
    }

    /** Events that are refused, each wrong in one thing. */
    List<Bad> refused() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        String deep = "[".repeat(DEEP) + "]".repeat(DEEP);
        return List.of(
                new Bad("null", json.nullNode(), 405),
                new Bad("no object", json.arrayNode(), 405),
                new Bad("a number", json.numberNode(7), 405),
                new Bad("empty", json.objectNode(), 405),
                new Bad("members of other types", json.objectNode().put("requestContext", 7), 405),
                new Bad("unknown collection", updated("C-1").put("rawPath", "/webhooks/nonsense"), 404),
                new Bad("no body", (ObjectNode) updated("C-1").without("body"), 401),
                new Bad("no base64", updated("C-1").put("body", "?!"), 401),
                new Bad("another body", updated("C-1").put("body", "e30="), 401),
                new Bad("no headers", updated("C-1").put("headers", 7), 401),
                new Bad("broken signature", withHeader("webhook-signature", "v1,nonsense"), 401),
                new Bad("old", withHeader("webhook-timestamp", "1"), 401),
                new Bad("300 KB", large(), 413),
                new Bad("signed nonsense", signed("{\"data\":"), 400),
                new Bad("signed null", signed("null"), 400),
                new Bad("signed and deep", signed(deep), 400),
                new Bad("of another entity", signed("{\"type\":\"invoice.updated\",\"data\":{\"id\":\"C-1\"}}"), 400));
    }

    private ObjectNode withHeader(String name, String value) {
        ObjectNode event = updated("C-1");
        event.withObject("/headers").put(name, value);
        return event;
    }

    private ObjectNode signed(String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        Request request = Request.of("POST", "/webhooks/" + entity.collection()).withBody("application/json", body);
        for (Map.Entry<String, String> header :
                signer.headers("evt_package", body).entrySet()) {
            request = request.with(header.getKey(), header.getValue());
        }
        return WebhookGateway.event(request);
    }
}
