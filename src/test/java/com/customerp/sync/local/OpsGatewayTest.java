package com.customerp.sync.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.local.http.Request;
import com.customerp.sync.local.http.Response;
import com.customerp.sync.local.lambda.InvocationResult.Answer;
import com.customerp.sync.local.lambda.InvocationResult.Failure;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpsGatewayTest {
    private static final Response ELSEWHERE = Response.of(404, "text/plain", "elsewhere");

    private final OpsGateway gateway = new OpsGateway(
            event -> event.has("fail") ? new Failure("Runtime.ExitError", "gone") : new Answer(event),
            request -> ELSEWHERE);

    @Test
    void the_body_is_the_event_and_the_answer_comes_back() {
        Response response = send("POST", "/ops", "{\"action\":\"status\"}");
        assertEquals(200, response.status());
        assertTrue(response.text().contains("\"action\" : \"status\""), response.text());
    }

    @Test
    void every_other_path_is_left_to_the_webhooks() {
        assertEquals(ELSEWHERE, send("POST", "/webhooks/customers", "{}"));
    }

    @Test
    void what_cannot_be_an_event_is_refused() {
        assertEquals(405, send("GET", "/ops", "").status());
        assertEquals(400, send("POST", "/ops", "{").status());
        assertEquals(500, send("POST", "/ops", "{\"fail\":1}").status());
    }

    private Response send(String method, String path, String body) {
        return gateway.handle(new Request(method, path, Map.of(), Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }
}
