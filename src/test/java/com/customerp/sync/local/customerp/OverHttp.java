package com.customerp.sync.local.customerp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.customerp.sync.contract.CustomerpContract;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.world.ManualClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A simulator behind a socket, every exchange held against the OpenAPI document. */
abstract class OverHttp {
    static final CustomerpOptions OPTIONS = CustomerpOptions.forTests();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    final ManualClock clock = new ManualClock();
    final CustomerpSimulator simulator = new CustomerpSimulator(clock, OPTIONS);
    final CustomerpContract contract = new CustomerpContract();
    private URI base;
    private int keys;

    @BeforeEach
    void start() {
        simulator.listen(contract);
        base = simulator.start(0);
    }

    @AfterEach
    void stop() {
        simulator.close();
        contract.assertKept();
    }

    /** An answer, its body as text and as JSON. */
    record Answer(int status, HttpResponse<String> raw) {
        JsonNode json() {
            return Json.object(raw.body());
        }

        String etag() {
            return raw.headers().firstValue("etag").orElse("");
        }

        String type() {
            return json().path("type").asText();
        }

        List<String> pointers() {
            List<String> pointers = new ArrayList<>();
            json().path("errors")
                    .forEach(error -> pointers.add(error.path("pointer").asText()));
            return pointers;
        }
    }

    Answer get(String path) {
        return send(request("GET", path, null));
    }

    Answer delete(String path) {
        return send(request("DELETE", path, null));
    }

    Answer post(String path, String json) {
        return post(path, "key-" + ++keys, json);
    }

    Answer post(String path, String key, String json) {
        return send(request("POST", path, json)
                .setHeader("Content-Type", "application/json")
                .setHeader("Idempotency-Key", key));
    }

    Answer patch(String path, String json) {
        return send(request("PATCH", path, json).setHeader("Content-Type", "application/merge-patch+json"));
    }

    Answer patch(String path, String etag, String json) {
        return send(request("PATCH", path, json)
                .setHeader("Content-Type", "application/merge-patch+json")
                .setHeader("If-Match", etag));
    }

    HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .setHeader("Authorization", "Bearer " + OPTIONS.token());
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> raw = exchange(request);
            return new Answer(raw.statusCode(), raw);
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        }
    }

    HttpResponse<String> exchange(HttpRequest.Builder request) throws IOException {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    void company(String id) {
        simulator.seed(Entity.CUSTOMER, id, object("{'name':'Fjord Bygg AS'}"));
    }

    static void assertStatus(int expected, Answer answer) {
        assertEquals(expected, answer.status(), answer.raw().body());
    }

    /** JSON with single quotes, which need no escapes in Java. */
    static ObjectNode object(String json) {
        return Json.object(json(json));
    }

    static String json(String json) {
        return json.replace('\'', '"');
    }
}
