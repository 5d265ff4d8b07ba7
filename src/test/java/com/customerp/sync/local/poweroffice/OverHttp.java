package com.customerp.sync.local.poweroffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.contract.PowerOfficeContract;
import com.customerp.sync.world.ManualClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A simulator on a port, a client that shows the right keys, and the contract held against every exchange. */
abstract class OverHttp {
    static final String JSON = "application/json";
    static final String PATCH = "application/json-patch+json";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    final ManualClock clock = new ManualClock(Instant.parse("2026-03-02T09:10:00.123456789Z"));
    final PowerOfficeContract contract = new PowerOfficeContract();
    PowerOfficeSimulator simulator;
    URI base;
    private String token;

    /** An answer as the caller saw it. */
    record Answer(HttpResponse<String> http) {

        int status() {
            return http.statusCode();
        }

        JsonNode json() {
            return OverHttp.json(http.body());
        }

        JsonNode at(String member) {
            return json().path(member);
        }

        /** All values of a member of the rows. */
        List<String> column(String member) {
            return StreamSupport.stream(json().spliterator(), false)
                    .map(row -> row.path(member).asText())
                    .toList();
        }

        Answer is(int status) {
            assertEquals(status, status(), http.body());
            return this;
        }

        /** A refusal whose detail has these words. */
        void refusedWith(int status, String words) {
            is(status);
            String detail = at("detail").asText();
            assertTrue(detail.contains(words), detail + " should say: " + words);
        }
    }

    @BeforeEach
    void start() {
        simulator =
                new PowerOfficeSimulator(clock, PowerOfficeOptions.standard().withRequestsPerSecond(0));
        simulator.listen(contract);
        base = simulator.start(0);
        token = send(tokenRequest()).is(200).at("access_token").asText();
    }

    @AfterEach
    void stop() {
        simulator.close();
        contract.assertKept();
    }

    Answer get(String target) {
        return send(request(target).GET());
    }

    Answer post(String target, String body) {
        return send(request(target).header("Content-Type", JSON).POST(BodyPublishers.ofString(body)));
    }

    Answer patch(String target, String operations) {
        return send(request(target).header("Content-Type", PATCH).method("PATCH", BodyPublishers.ofString(operations)));
    }

    /** A PATCH with one replace; {@code value} is JSON. */
    Answer replace(String target, String path, String value) {
        return patch(target, "[{\"op\":\"replace\",\"path\":\"" + path + "\",\"value\":" + value + "}]");
    }

    /** Two replaces in this order; values are JSON. */
    static String two(String path, String value, String nextPath, String nextValue) {
        return "[{\"op\":\"replace\",\"path\":\"" + path + "\",\"value\":" + value + "},"
                + "{\"op\":\"replace\",\"path\":\"" + nextPath + "\",\"value\":" + nextValue + "}]";
    }

    Answer delete(String target) {
        return send(request(target).DELETE());
    }

    /** A company made through the API; its address is the answer. */
    String customer(String name) {
        return "/Customers/"
                + post("/Customers", "{\"Name\":\"" + name + "\"}")
                        .is(201)
                        .at("Id")
                        .asText();
    }

    String employee(String firstName) {
        String body = "{\"FirstName\":\"" + firstName + "\",\"LastName\":\"Prøve\"}";
        return "/Employees/" + post("/Employees", body).is(201).at("Id").asText();
    }

    /** A product made through the API of these members, as JSON without braces; its address is the answer. */
    String product(String members) {
        return "/Products/"
                + post("/Products", "{" + members + "}").is(200).at("Id").asText();
    }

    String project(String members) {
        return "/Projects/"
                + post("/Projects", "{" + members + "}").is(201).at("Id").asText();
    }

    static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    static ObjectNode object(String json) {
        return (ObjectNode) json(json);
    }

    /** A request for a token with the right keys. */
    HttpRequest.Builder tokenRequest() {
        PowerOfficeOptions keys = simulator.options();
        return tokenRequest(keys.applicationKey(), keys.clientKey(), "grant_type=client_credentials")
                .header("Ocp-Apim-Subscription-Key", keys.subscriptionKey());
    }

    HttpRequest.Builder tokenRequest(String applicationKey, String clientKey, String form) {
        byte[] pair = (applicationKey + ":" + clientKey).getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(simulator.tokenUri())
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    /** A request with token and subscription key; {@code target} is below the base. */
    HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create(base + target))
                .header("Authorization", "Bearer " + token)
                .header("Ocp-Apim-Subscription-Key", simulator.options().subscriptionKey());
    }

    static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
