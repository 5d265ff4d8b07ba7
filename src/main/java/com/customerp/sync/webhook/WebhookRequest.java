package com.customerp.sync.webhook;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.RecordId;
import com.customerp.sync.webhook.WebhookOutcome.Accepted;
import com.customerp.sync.webhook.WebhookOutcome.Refused;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads an API Gateway HTTP API event (payload format 2.0) that carries a webhook (functions.md). Takes any JSON
 * whatever, so that no event can fail before it is answered. Nothing of the body is parsed before its signature holds.
 */
public final class WebhookRequest {

    /** Largest body in bytes: 256 KiB. */
    public static final int LARGEST_BODY = 256 * 1024;

    private static final int LARGEST_BASE64 = (LARGEST_BODY + 2) / 3 * 4;
    /** Jackson's own limits (a depth of 1,000, numbers of 1,000 characters) hold for what is read. */
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private final Entity entity;
    private final WebhookSignature signature;

    /** @param entity the one entity whose webhooks are taken */
    public WebhookRequest(Entity entity, WebhookSignature signature) {
        this.entity = entity;
        this.signature = signature;
    }

    /** What the event is; the first check that fails decides: method, path, size, signature, body. */
    public WebhookOutcome read(@Nullable JsonNode event) {
        JsonNode request = event == null ? MissingNode.getInstance() : event;
        if (!request.at("/requestContext/http/method").asText().equals("POST")) {
            return new Refused(405);
        }
        if (!request.path("rawPath").asText().equals("/webhooks/" + entity.collection())) {
            return new Refused(404);
        }
        String text = request.path("body").asText("");
        boolean base64 = request.path("isBase64Encoded").asBoolean();
        if (text.length() > (base64 ? LARGEST_BASE64 : LARGEST_BODY)) {
            return new Refused(413);
        }
        Optional<byte[]> body = base64 ? decode(text) : Optional.of(text.getBytes(StandardCharsets.UTF_8));
        if (body.isPresent() && body.get().length > LARGEST_BODY) {
            return new Refused(413);
        }
        Optional<String> webhookId = body.flatMap(bytes -> signature.verify(headers(request), bytes));
        if (webhookId.isEmpty()) {
            return new Refused(401);
        }
        return pointer(body.get(), webhookId.get());
    }

    /** Bytes that cannot be decoded cannot have been signed: empty. */
    private static Optional<byte[]> decode(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> headers(JsonNode request) {
        Map<String, String> headers = new HashMap<>();
        request.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        return headers;
    }

    private WebhookOutcome pointer(byte[] body, String webhookId) {
        JsonNode message;
        try {
            message = JSON.readTree(body);
        } catch (IOException e) {
            return new Refused(400);
        }
        String type = message.path("type").asText();
        JsonNode id = message.path("data").path("id");
        if (!isEventOfEntity(type) || !id.isTextual() || !RecordId.isAllowed(id.textValue())) {
            return new Refused(400);
        }
        return new Accepted(entity, id.textValue(), type, webhookId);
    }

    private boolean isEventOfEntity(String type) {
        String event = type.startsWith(entity.key() + ".")
                ? type.substring(entity.key().length() + 1)
                : "";
        return event.equals("created") || event.equals("updated") || event.equals("deleted");
    }
}
