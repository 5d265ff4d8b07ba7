package com.customerp.sync.webhook;

import static com.customerp.sync.webhook.SignedWebhook.BODY;
import static com.customerp.sync.webhook.SignedWebhook.FOREIGN;
import static com.customerp.sync.webhook.SignedWebhook.ID;
import static com.customerp.sync.webhook.SignedWebhook.NEW;
import static com.customerp.sync.webhook.SignedWebhook.NOW;
import static com.customerp.sync.webhook.SignedWebhook.OLD;
import static com.customerp.sync.webhook.SignedWebhook.SIGNATURE;
import static com.customerp.sync.webhook.SignedWebhook.TIMESTAMP;
import static com.customerp.sync.webhook.SignedWebhook.bytes;
import static com.customerp.sync.webhook.SignedWebhook.headers;
import static com.customerp.sync.webhook.SignedWebhook.v1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {
    private static final String VALID = v1(NEW, ID, TIMESTAMP, BODY);

    /** {@code standardwebhooks} 1.x, its own published example: the algorithm is the standard's, not only our own. */
    @Test
    void the_example_of_the_specification_is_signed_alike() {
        WebhookSecret secret = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        byte[] signature = secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", bytes("{\"test\": 2432232314}"));
        assertEquals(
                "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                Base64.getEncoder().encodeToString(signature));
    }

    static Stream<Arguments> accepted() {
        String foreign = v1(FOREIGN, ID, TIMESTAMP, BODY);
        return Stream.of(
                Arguments.of("newest secret", VALID),
                Arguments.of("older secret", v1(OLD, ID, TIMESTAMP, BODY)),
                Arguments.of("valid signature first of two", VALID + " " + foreign),
                Arguments.of("valid signature last of two", foreign + " " + VALID),
                Arguments.of("beside a version not known", "v1a,AAAA " + VALID),
                Arguments.of("beside one that is not base64", "v1,%%% " + VALID));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accepted")
    void a_signature_by_any_secret_is_accepted(String name, String signatures) {
        assertEquals(Optional.of(ID), SIGNATURE.verify(headers(signatures), BODY));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                broken("no signature", headers -> headers.remove(WebhookSignature.SIGNATURE)),
                broken("empty signature", headers -> headers.put(WebhookSignature.SIGNATURE, "")),
                broken("foreign secret", signature(v1(FOREIGN, ID, TIMESTAMP, BODY))),
                broken("version left out", signature(VALID.substring("v1,".length()))),
                broken("other version", signature(VALID.replace("v1,", "v2,"))),
                broken("cut signature", signature(VALID.substring(0, VALID.length() - 4))),
                broken("signature of nothing", signature("v1,")),
                broken("signature not base64", signature("v1,%%%")),
                broken("signatures joined by a comma", signature("v1,AAAA," + VALID)),
                broken("no id", headers -> headers.remove(WebhookSignature.ID)),
                broken("other id", headers -> headers.put(WebhookSignature.ID, "evt_02")),
                broken("id twice", headers -> headers.put("Webhook-Id", ID)),
                broken("no timestamp", headers -> headers.remove(WebhookSignature.TIMESTAMP)),
                broken("other timestamp", timestamp(NOW.plusSeconds(1).getEpochSecond() + "")),
                broken("timestamp not a number", timestamp("now")),
                broken("timestamp with a sign", timestamp("+" + TIMESTAMP)),
                broken("timestamp longer than a long", timestamp("9".repeat(30))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void one_broken_header_is_refused(String name, Consumer<Map<String, String>> breaking) {
        Map<String, String> headers = headers(BODY);
        breaking.accept(headers);
        assertEquals(Optional.empty(), SIGNATURE.verify(headers, BODY));
    }

    /** Signed as sent, so that the form of the id alone decides. */
    @ParameterizedTest
    @ValueSource(ints = {0, 201})
    void an_id_must_have_1_to_200_characters(int length) {
        String id = "e".repeat(length);
        Map<String, String> headers = headers(v1(NEW, id, TIMESTAMP, BODY));
        headers.put(WebhookSignature.ID, id);
        assertEquals(Optional.empty(), SIGNATURE.verify(headers, BODY));
    }

    @Test
    void another_body_is_refused() {
        byte[] body = BODY.clone();
        body[body.length - 1] ^= 1;
        assertEquals(Optional.empty(), SIGNATURE.verify(headers(BODY), body));
    }

    @Test
    void bytes_that_are_no_utf8_are_verified_as_they_are() {
        byte[] body = {(byte) 0xff, (byte) 0xfe, 0};
        byte[] other = {(byte) 0xfe, (byte) 0xff, 0};
        assertEquals(Optional.of(ID), SIGNATURE.verify(headers(body), body));
        assertEquals(Optional.empty(), SIGNATURE.verify(headers(body), other));
    }

    static Stream<Arguments> ages() {
        return Stream.of(
                Arguments.of(-301, false),
                Arguments.of(-300, true),
                Arguments.of(0, true),
                Arguments.of(300, true),
                Arguments.of(301, false));
    }

    @ParameterizedTest(name = "{0} s: {1}")
    @MethodSource("ages")
    void a_message_may_be_five_minutes_off_either_way(long seconds, boolean accepted) {
        String timestamp = Long.toString(NOW.getEpochSecond() + seconds);
        Map<String, String> headers = headers(v1(NEW, ID, timestamp, BODY));
        headers.put(WebhookSignature.TIMESTAMP, timestamp);
        assertEquals(accepted, SIGNATURE.verify(headers, BODY).isPresent());
    }

    @Test
    void header_names_are_read_in_any_letter_case() {
        Map<String, String> upper = new HashMap<>();
        headers(BODY).forEach((name, value) -> upper.put(name.toUpperCase(Locale.ROOT), value));
        assertEquals(Optional.of(ID), SIGNATURE.verify(upper, BODY));
    }

    private static Consumer<Map<String, String>> signature(String value) {
        return headers -> headers.put(WebhookSignature.SIGNATURE, value);
    }

    private static Consumer<Map<String, String>> timestamp(String value) {
        return headers -> headers.put(WebhookSignature.TIMESTAMP, value);
    }

    private static Arguments broken(String name, Consumer<Map<String, String>> breaking) {
        return Arguments.of(name, breaking);
    }
}
