package com.customerp.sync.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.customerp.sync.local.http.Request;
import com.customerp.sync.local.http.Response;
import com.customerp.sync.local.lambda.InvocationResult;
import com.customerp.sync.local.lambda.InvocationResult.Answer;
import com.customerp.sync.local.lambda.InvocationResult.Failure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookGatewayTest {
    private static final byte[] BODY = {'{', '}', (byte) 0xff};
    private static final Request POST = Request.of("POST", "/webhooks/customers")
            .with("Webhook-Id", "evt_01")
            .withBody("application/json", BODY);

    @Test
    void a_request_becomes_an_event_of_payload_format_2() {
        JsonNode event = WebhookGateway.event(POST);
        assertEquals("2.0", event.path("version").asText());
        assertEquals("/webhooks/customers", event.path("rawPath").asText());
        assertEquals("POST", event.at("/requestContext/http/method").asText());
        assertEquals("evt_01", event.at("/headers/webhook-id").asText());
        assertEquals(true, event.path("isBase64Encoded").asBoolean());
        assertArrayEquals(BODY, Base64.getDecoder().decode(event.path("body").asText()));
    }

    @Test
    void the_answer_of_the_function_goes_back() throws Exception {
        Response response = gateway(answer("{\"statusCode\":401,\"headers\":{\"content-type\":\"text/plain\"},"
                        + "\"body\":\"no\",\"isBase64Encoded\":false}"))
                .handle(POST);
        assertEquals(401, response.status());
        assertEquals("text/plain", response.header("content-type").orElseThrow());
        assertEquals("no", response.text());
    }

    @Test
    void a_function_that_fails_is_an_internal_error() {
        assertEquals(
                500,
                gateway(new Failure("Runtime.ExitError", "gone")).handle(POST).status());
    }

    @Test
    void an_answer_without_a_status_is_an_internal_error() throws Exception {
        assertEquals(500, gateway(answer("{\"body\":\"no\"}")).handle(POST).status());
    }

    @Test
    void a_body_of_more_than_10_MiB_does_not_reach_the_function() throws Exception {
        WebhookGateway gateway = gateway(answer("{\"statusCode\":200}"));
        byte[] largest = new byte[10 * 1024 * 1024];
        assertEquals(200, gateway.handle(POST.withBody("text/plain", largest)).status());
        byte[] larger = new byte[largest.length + 1];
        assertEquals(413, gateway.handle(POST.withBody("text/plain", larger)).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/customers", "/webhooks/orders", "/webhooks/customers/", "/webhooks/"})
    void a_path_without_a_function_is_not_found(String path) throws Exception {
        assertEquals(
                404,
                gateway(answer("{\"statusCode\":200}"))
                        .handle(Request.of("POST", path))
                        .status());
    }

    private static WebhookGateway gateway(InvocationResult result) {
        return new WebhookGateway(Map.of("customers", event -> result));
    }

    private static Answer answer(String json) throws Exception {
        return new Answer(new ObjectMapper().readTree(json));
    }
}
