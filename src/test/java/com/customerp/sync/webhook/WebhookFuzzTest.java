package com.customerp.sync.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.RecordId;
import com.customerp.sync.webhook.WebhookOutcome.Accepted;
import com.customerp.sync.webhook.WebhookOutcome.Refused;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whatever arrives, a webhook function has an answer of a fixed shape for it and shows nothing of it again. In the build the
 * inputs under {@code WebhookFuzzTestInputs} are played. To look for further ones, one method at a time:
 * {@code JAZZER_FUZZ=1 ./mvnw test -Djazzer.hooks=true -Dtest='WebhookFuzzTest#anEvent'}.
 */
class WebhookFuzzTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final WebhookRequest REQUEST = new WebhookRequest(Entity.CUSTOMER, SignedWebhook.SIGNATURE);
    private static final Set<Integer> STATUSES = Set.of(400, 401, 404, 405, 413);

    /** Any bytes as an event. */
    @FuzzTest(maxDuration = "1m")
    void anEvent(byte[] input) {
        JsonNode event;
        try {
            event = JSON.readTree(input);
        } catch (IOException noJson) {
            event = JsonNodeFactory.instance.textNode(new String(input, StandardCharsets.ISO_8859_1));
        }
        assertRefused(REQUEST.read(event));
    }

    /** Any three headers on a body that nobody signed. */
    @FuzzTest(maxDuration = "1m")
    void headers(FuzzedDataProvider input) {
        ObjectNode event = event(input.consumeBoolean(), input.consumeBytes(1_000));
        ObjectNode headers = event.putObject("headers");
        headers.put(WebhookSignature.ID, input.consumeString(300));
        headers.put(
                WebhookSignature.TIMESTAMP, input.consumeBoolean() ? SignedWebhook.TIMESTAMP : input.consumeString(30));
        headers.put(WebhookSignature.SIGNATURE, input.consumeRemainingAsString());
        assertEquals(new Refused(401), REQUEST.read(event));
    }

    /** Any bytes as a body that CustomERP signed. */
    @FuzzTest(maxDuration = "1m")
    void aSignedBody(byte[] body) {
        ObjectNode event = event(true, body);
        SignedWebhook.headers(body).forEach(event.putObject("headers")::put);
        WebhookOutcome outcome = REQUEST.read(event);
        if (outcome instanceof Accepted accepted) {
            assertEquals(Entity.CUSTOMER, accepted.entity());
            assertTrue(RecordId.isAllowed(accepted.id()));
            assertEquals(SignedWebhook.ID, accepted.webhookId());
        } else {
            assertRefused(outcome);
        }
    }

    private static void assertRefused(WebhookOutcome outcome) {
        int status = ((Refused) outcome).status();
        assertTrue(STATUSES.contains(status), () -> "answered " + status);
        JsonNode answer = WebhookAnswer.of((Refused) outcome);
        assertEquals(status, answer.path("statusCode").asInt());
        assertEquals(
                Set.of("type", "title", "status"),
                parse(answer.path("body").asText()).properties().stream()
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }

    private static ObjectNode event(boolean base64, byte[] body) {
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("rawPath", "/webhooks/customers")
                .put("isBase64Encoded", base64)
                .put(
                        "body",
                        base64 ? Base64.getEncoder().encodeToString(body) : new String(body, StandardCharsets.UTF_8));
        event.withObject("/requestContext/http").put("method", "POST");
        return event;
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }
}
