package com.customerp.sync.local.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.local.lambda.InvocationResult.Answer;
import com.customerp.sync.local.lambda.InvocationResult.Failure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RuntimeApiTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:15:31Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RuntimeApi api =
            new RuntimeApi("customer-webhook", Duration.ofSeconds(60), Clock.fixed(NOW, ZoneOffset.UTC));
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void an_event_reaches_the_function_with_its_id_and_deadline() throws Exception {
        api.invoke(json("{\"mode\":\"changes\"}"));
        HttpResponse<String> next = next();
        assertEquals(200, next.statusCode());
        assertEquals(json("{\"mode\":\"changes\"}"), json(next.body()));
        assertEquals(
                NOW.plusSeconds(60).toEpochMilli(),
                next.headers().firstValueAsLong("Lambda-Runtime-Deadline-Ms").orElseThrow());
        assertTrue(next.headers()
                .firstValue("Lambda-Runtime-Invoked-Function-Arn")
                .orElseThrow()
                .endsWith(":function:customer-webhook"));
    }

    @Test
    void a_function_that_asks_first_waits_for_the_event() throws Exception {
        CompletableFuture<HttpResponse<String>> next =
                http.sendAsync(request("invocation/next").build(), BodyHandlers.ofString());
        api.invoke(json("7"));
        assertEquals("7", next.get().body());
    }

    @Test
    void the_answer_is_the_result() throws Exception {
        CompletableFuture<InvocationResult> result = api.invoke(json("{}"));
        assertEquals(202, post("invocation/" + id(next()) + "/response", "{\"statusCode\":200}"));
        assertEquals(json("{\"statusCode\":200}"), result.get().payload());
    }

    @Test
    void an_answer_of_nothing_is_a_missing_node() throws Exception {
        CompletableFuture<InvocationResult> result = api.invoke(json("{}"));
        post("invocation/" + id(next()) + "/response", "");
        assertEquals(new Answer(MissingNode.getInstance()), result.get());
    }

    @Test
    void an_answer_that_is_not_json_is_a_failure() throws Exception {
        CompletableFuture<InvocationResult> result = api.invoke(json("{}"));
        post("invocation/" + id(next()) + "/response", "<html>");
        assertEquals(new Failure("Runtime.InvalidPayload", "The answer is not JSON"), result.get());
    }

    @Test
    void an_error_of_the_function_is_the_result() throws Exception {
        CompletableFuture<InvocationResult> result = api.invoke(json("{}"));
        String error = "{\"errorType\":\"java.io.IOException\",\"errorMessage\":\"no table\"}";
        assertEquals(202, post("invocation/" + id(next()) + "/error", error));
        assertEquals(new Failure("java.io.IOException", "no table"), result.get());
        assertThrows(IllegalStateException.class, () -> result.get().payload());
    }

    @Test
    void a_failed_start_ends_open_and_later_invocations() throws Exception {
        CompletableFuture<InvocationResult> before = api.invoke(json("{}"));
        post("init/error", "{\"errorType\":\"Init\",\"errorMessage\":\"no configuration\"}");
        assertEquals(new Failure("Init", "no configuration"), before.get());
        assertEquals(before.get(), api.invoke(json("{}")).get());
    }

    @Test
    void events_are_handed_out_in_the_order_in_which_they_came() throws Exception {
        api.invoke(json("1"));
        api.invoke(json("2"));
        assertEquals("1", next().body());
        assertEquals("2", next().body());
    }

    @Test
    void only_the_first_answer_counts() throws Exception {
        CompletableFuture<InvocationResult> result = api.invoke(json("{}"));
        String id = id(next());
        post("invocation/" + id + "/response", "1");
        assertEquals(400, post("invocation/" + id + "/response", "2"));
        assertEquals(json("1"), result.get().payload());
    }

    @Test
    void what_is_not_of_the_runtime_api_is_refused() throws Exception {
        assertEquals(400, post("invocation/unknown/response", "{}"));
        assertEquals(404, post("invocation/next", "{}"));
        assertEquals(404, post("exit", "{}"));
    }

    @Test
    void a_late_answer_is_refused() throws Exception {
        CompletableFuture<InvocationResult> result = api.invoke(json("1"));
        String id = id(next());
        result.complete(new Failure("Sandbox.Timedout", "expired"));
        assertEquals(400, post("invocation/" + id + "/response", "{}"));
    }

    @Test
    void an_expired_event_is_not_handed_out() throws Exception {
        InvocationResult late = api.invoke(json("2"), Duration.ofMillis(1));
        assertEquals("Sandbox.Timedout", assertInstanceOf(Failure.class, late).errorType());
        api.invoke(json("3"));
        assertEquals("3", next().body());
    }

    private HttpResponse<String> next() throws Exception {
        return http.send(request("invocation/next").build(), BodyHandlers.ofString());
    }

    private int post(String path, String body) throws Exception {
        HttpRequest request = request(path).POST(BodyPublishers.ofString(body)).build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + api.address() + "/2018-06-01/runtime/" + path));
    }

    private static String id(HttpResponse<String> next) {
        return next.headers().firstValue("Lambda-Runtime-Aws-Request-Id").orElseThrow();
    }

    private static JsonNode json(String text) throws Exception {
        return JSON.readTree(text);
    }
}
