package com.customerp.sync.webhook;

import static com.customerp.sync.webhook.SignedWebhook.BODY;
import static com.customerp.sync.webhook.SignedWebhook.ID;
import static com.customerp.sync.webhook.SignedWebhook.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.webhook.WebhookOutcome.Accepted;
import com.customerp.sync.webhook.WebhookOutcome.Refused;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookRequestTest {
    private static final WebhookRequest REQUEST = new WebhookRequest(Entity.CUSTOMER, SignedWebhook.SIGNATURE);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void a_signed_pointer_is_accepted() {
        assertEquals(new Accepted(Entity.CUSTOMER, "C-1001", "customer.updated", ID), REQUEST.read(event(BODY)));
    }

    @Test
    void a_base64_body_is_decoded_before_its_signature_is_checked() {
        assertInstanceOf(Accepted.class, REQUEST.read(base64Event(BODY)));
    }

    @Test
    void header_names_may_have_any_letter_case() {
        ObjectNode event = event(BODY);
        ObjectNode upper = JsonNodeFactory.instance.objectNode();
        event.path("headers")
                .properties()
                .forEach(header -> upper.set(header.getKey().toUpperCase(Locale.ROOT), header.getValue()));
        event.set("headers", upper);
        assertInstanceOf(Accepted.class, REQUEST.read(event));
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer.created", "customer.updated", "customer.deleted"})
    void every_event_of_the_entity_is_accepted(String type) {
        assertInstanceOf(Accepted.class, REQUEST.read(event(message(type, "\"C-1\""))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"C-1001", "a", "A.b_c~d-9", "...", ".a", "1234567890123456789012345678901234567890"})
    void an_id_of_the_contract_is_accepted(String id) {
        assertInstanceOf(Accepted.class, REQUEST.read(event(message("customer.updated", "\"" + id + "\""))));
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                broken("GET", 405, event -> event.withObject("/requestContext/http")
                        .put("method", "GET")),
                broken("lower case method", 405, event -> event.withObject("/requestContext/http")
                        .put("method", "post")),
                broken("no request context", 405, event -> event.remove("requestContext")),
                broken("null method", 405, event -> event.withObject("/requestContext/http")
                        .putNull("method")),
                broken("other entity", 404, event -> event.put("rawPath", "/webhooks/orders")),
                broken("unknown collection", 404, event -> event.put("rawPath", "/webhooks/suppliers")),
                broken("longer path", 404, event -> event.put("rawPath", "/webhooks/customers/C-1001")),
                broken("other root", 404, event -> event.put("rawPath", "/customers")),
                broken("no path", 404, event -> event.remove("rawPath")),
                broken("null headers", 401, event -> event.putNull("headers")),
                broken("headers in a list", 401, event -> event.putArray("headers")
                        .add(1)),
                broken("no signature", 401, event -> event.withObject("/headers")
                        .remove(WebhookSignature.SIGNATURE)),
                broken("null signature", 401, event -> event.withObject("/headers")
                        .putNull(WebhookSignature.SIGNATURE)),
                broken("other body", 401, event -> event.put("body", "{}")),
                broken("no body", 401, event -> event.remove("body")),
                broken("null body", 401, event -> event.putNull("body")),
                broken("body as an object", 401, event -> event.putObject("body")),
                broken("said to be base64", 401, event -> event.put("isBase64Encoded", true)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("broken")
    void one_broken_member_of_the_event_is_refused(String name, int status, Consumer<ObjectNode> breaking) {
        ObjectNode event = event(BODY);
        breaking.accept(event);
        assertEquals(new Refused(status), REQUEST.read(event));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "7",
                "\"customer.updated\"",
                "{",
                "{}",
                "<html>",
                "{\"type\":\"customer.updated\"}",
                "{\"data\":{\"id\":\"C-1\"}}",
                "{\"type\":\"customer.updated\",\"data\":null}",
                "{\"type\":\"customer.updated\",\"data\":[\"C-1\"]}",
                "{\"type\":\"customer.updated\",\"data\":{\"id\":\"C-1\"}} {}",
                "{\"type\":[\"customer.updated\"],\"data\":{\"id\":\"C-1\"}}"
            })
    void a_signed_body_that_is_no_event_is_malformed(String body) {
        assertEquals(new Refused(400), REQUEST.read(event(bytes(body))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "customer",
                "customer.",
                "customer.archived",
                "Customer.updated",
                "order.updated",
                "customers.updated",
                " customer.updated",
                "customer.updated "
            })
    void an_event_of_another_type_is_malformed(String type) {
        assertEquals(new Refused(400), REQUEST.read(event(message(type, "\"C-1\""))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "1001",
                "{}",
                "\"\"",
                "\".\"",
                "\"..\"",
                "\"a/b\"",
                "\"a b\"",
                "\"a%2Fb\"",
                "\"a\\n\"",
                "\"Å-1\"",
                "\"12345678901234567890123456789012345678901\""
            })
    void an_id_outside_the_contract_is_malformed(String id) {
        assertEquals(new Refused(400), REQUEST.read(event(message("customer.updated", id))));
    }

    @Test
    void a_signed_body_nested_beyond_reason_is_malformed() {
        String nest = "[".repeat(100_000) + "]".repeat(100_000);
        byte[] body = bytes("{\"type\":\"customer.updated\",\"data\":{\"id\":\"C-1\"},\"more\":" + nest + "}");
        assertEquals(new Refused(400), REQUEST.read(event(body)));
    }

    @Test
    void a_body_may_have_256_KiB_and_no_byte_more() {
        assertInstanceOf(Accepted.class, REQUEST.read(event(padded(WebhookRequest.LARGEST_BODY))));
        assertInstanceOf(Accepted.class, REQUEST.read(base64Event(padded(WebhookRequest.LARGEST_BODY))));
        assertEquals(new Refused(413), REQUEST.read(event(padded(WebhookRequest.LARGEST_BODY + 1))));
        assertEquals(new Refused(413), REQUEST.read(base64Event(padded(WebhookRequest.LARGEST_BODY + 1))));
    }

    @Test
    void the_size_is_counted_in_bytes() {
        ObjectNode event = event(BODY).put("body", "Å".repeat(WebhookRequest.LARGEST_BODY / 2 + 1));
        assertEquals(new Refused(413), REQUEST.read(event));
    }

    /** Not one character of it is base64: an attempt to decode it would answer 401. */
    @Test
    void an_oversized_base64_body_is_refused_before_it_is_decoded() {
        ObjectNode event = base64Event(BODY).put("body", "%".repeat(WebhookRequest.LARGEST_BODY * 2));
        assertEquals(new Refused(413), REQUEST.read(event));
    }

    @Test
    void the_first_check_that_fails_decides() {
        ObjectNode event = event(padded(WebhookRequest.LARGEST_BODY + 1)).putNull("headers");
        event.put("rawPath", "/nowhere").withObject("/requestContext/http").put("method", "PUT");
        assertEquals(new Refused(405), REQUEST.read(event));
        event.withObject("/requestContext/http").put("method", "POST");
        assertEquals(new Refused(404), REQUEST.read(event));
        event.put("rawPath", "/webhooks/customers");
        assertEquals(new Refused(413), REQUEST.read(event));
        event.put("body", "no JSON");
        assertEquals(new Refused(401), REQUEST.read(event));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"null", "[]", "7", "true", "\"POST\"", "{}", "{\"requestContext\":[1]}", "{\"body\":7}"})
    void any_other_json_is_answered(String json) throws Exception {
        JsonNode event = json == null ? null : JSON.readTree(json);
        assertEquals(new Refused(405), REQUEST.read(event));
    }

    private static byte[] message(String type, String id) {
        return bytes("{\"type\":\"" + type + "\",\"data\":{\"id\":" + id + "}}");
    }

    private static byte[] padded(int length) {
        byte[] body = Arrays.copyOf(BODY, length);
        Arrays.fill(body, BODY.length, length, (byte) ' ');
        return body;
    }

    private static ObjectNode base64Event(byte[] body) {
        return event(body)
                .put("isBase64Encoded", true)
                .put("body", Base64.getEncoder().encodeToString(body));
    }

    private static ObjectNode event(byte[] body) {
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("version", "2.0")
                .put("rawPath", "/webhooks/customers")
                .put("isBase64Encoded", false)
                .put("body", new String(body, StandardCharsets.UTF_8));
        event.withObject("/requestContext/http").put("method", "POST");
        ObjectNode headers = event.putObject("headers");
        SignedWebhook.headers(body).forEach(headers::put);
        return event;
    }

    private static Arguments broken(String name, int status, Consumer<ObjectNode> breaking) {
        return Arguments.of(name, status, breaking);
    }
}
