package com.customerp.sync.webhook;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Verifies that CustomERP sent a webhook, as the Standard Webhooks specification and customerp.openapi.yaml
 * ({@code recordChanged}) say. Written here because the library {@code com.standardwebhooks} verifies a String, and so
 * not the bytes that were signed, and asks the system clock.
 *
 * <p>Thread-safe.
 */
public final class WebhookSignature {

    /** How far the sender's clock may be off, in either direction. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** Header with the id of the event, the same on every repetition. */
    public static final String ID = "webhook-id";
    /** Header with the Unix seconds of this attempt. */
    public static final String TIMESTAMP = "webhook-timestamp";
    /** Header with one or more signatures, separated by a blank. */
    public static final String SIGNATURE = "webhook-signature";

    private static final int LONGEST_ID = 200;
    private static final Pattern TIMESTAMP_FORM = Pattern.compile("[0-9]{1,12}");
    private static final String VERSION = "v1,";

    private final List<WebhookSecret> secrets;
    private final Clock clock;

    /** @param secrets every secret that is still accepted, newest first */
    public WebhookSignature(List<WebhookSecret> secrets, Clock clock) {
        this.secrets = List.copyOf(secrets);
        this.clock = clock;
    }

    /**
     * The event's id if the message is signed with one of the secrets and at most {@link #TOLERANCE} old or early; empty
     * for every other cause, so that no answer can tell an attacker which part was wrong.
     *
     * @param headers by name, in any letter case
     * @param body the bytes as they were received
     */
    public Optional<String> verify(Map<String, String> headers, byte[] body) {
        Optional<String> id = only(headers, ID).filter(text -> !text.isEmpty() && text.length() <= LONGEST_ID);
        Optional<String> timestamp = only(headers, TIMESTAMP).filter(this::isCurrent);
        Optional<String> signatures = only(headers, SIGNATURE);
        if (id.isEmpty() || timestamp.isEmpty() || signatures.isEmpty()) {
            return Optional.empty();
        }
        return isSigned(id.get(), timestamp.get(), body, signatures.get()) ? id : Optional.empty();
    }

    /** The value of a header that is there exactly once. */
    private static Optional<String> only(Map<String, String> headers, String name) {
        List<String> values = headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .toList();
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    private boolean isCurrent(String timestamp) {
        if (!TIMESTAMP_FORM.matcher(timestamp).matches()) {
            return false;
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(sent, clock.instant()).abs().compareTo(TOLERANCE) <= 0;
    }

    /** Compares every signature with every secret, also after one has matched: the time taken tells nothing. */
    private boolean isSigned(String id, String timestamp, byte[] body, String signatures) {
        List<byte[]> candidates = Stream.of(signatures.split(" "))
                .filter(signature -> signature.startsWith(VERSION))
                .map(signature -> decode(signature.substring(VERSION.length())))
                .toList();
        boolean signed = false;
        for (WebhookSecret secret : secrets) {
            byte[] expected = secret.sign(id, timestamp, body);
            for (byte[] candidate : candidates) {
                signed |= MessageDigest.isEqual(expected, candidate);
            }
        }
        return signed;
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
