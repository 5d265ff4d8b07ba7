package com.customerp.sync.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One valid webhook, of which each test breaks one thing. */
final class SignedWebhook {
    static final Instant NOW = Instant.parse("2026-03-02T09:15:31Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final WebhookSecret NEW = secret("new-secret-new-secret-new-secret");
    static final WebhookSecret OLD = secret("old-secret-old-secret-old-secret");
    static final WebhookSecret FOREIGN = secret("foreign-secret-foreign-secret-ab");
    static final WebhookSignature SIGNATURE = new WebhookSignature(List.of(NEW, OLD), CLOCK);

    static final String ID = "evt_01";
    static final String TIMESTAMP = Long.toString(NOW.getEpochSecond());
    static final byte[] BODY = bytes("{\"type\":\"customer.updated\",\"timestamp\":\"2026-03-02T09:15:30.123Z\","
            + "\"data\":{\"id\":\"C-1001\"}}");

    private SignedWebhook() {}

    static WebhookSecret secret(String key) {
        return WebhookSecret.parse("whsec_" + Base64.getEncoder().encodeToString(bytes(key)));
    }

    static String v1(WebhookSecret secret, String id, String timestamp, byte[] body) {
        return "v1," + Base64.getEncoder().encodeToString(secret.sign(id, timestamp, body));
    }

    /** Headers of a message signed with the newest secret; changeable. */
    static Map<String, String> headers(byte[] body) {
        return headers(v1(NEW, ID, TIMESTAMP, body));
    }

    static Map<String, String> headers(String signatures) {
        return new HashMap<>(Map.of(
                WebhookSignature.ID, ID,
                WebhookSignature.TIMESTAMP, TIMESTAMP,
                WebhookSignature.SIGNATURE, signatures));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
