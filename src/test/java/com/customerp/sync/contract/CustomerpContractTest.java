package com.customerp.sync.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.customerp.sync.local.http.Request;
import com.customerp.sync.local.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CustomerpContractTest {
    private static final String RECORD = "{\"id\":\"C-1\",\"createdAt\":\"2026-03-02T09:00:00.000Z\","
            + "\"updatedAt\":\"2026-03-02T09:00:00.000Z\",\"name\":\"Fjord Bygg AS\",\"email\":\"post@fjordbygg.example\"}";
    private static final Request READ = Request.of("GET", "/api/v1/customers/C-1");
    private static final Request LIST = Request.of("GET", "/api/v1/customers");
    private static final Response SHOWN = json(200, RECORD).with("etag", "\"1\"");

    private final CustomerpContract contract = new CustomerpContract();

    @Test
    void exchanges_that_keep_the_contract_pass() {
        assertEquals(List.of(), contract.check(READ, SHOWN));
        assertEquals(List.of(), contract.check(LIST, page(RECORD)));
        assertEquals(List.of(), contract.check(create("{\"name\":\"A\"}"), created()));
        assertEquals(List.of(), contract.check(READ, problem(404)));
        assertEquals(List.of(), contract.check(Request.of("DELETE", "/api/v1/customers/C-1"), Response.empty(204)));
        contract.assertKept();
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("a path", Request.of("GET", "/api/v1/invoices"), SHOWN),
                Arguments.of("a method", Request.of("PUT", "/api/v1/customers"), SHOWN),
                Arguments.of("a status", READ, problem(500)),
                Arguments.of("a missing ETag", READ, json(200, RECORD)),
                Arguments.of("a weak ETag", READ, SHOWN.with("etag", "W/\"1\"")),
                Arguments.of(
                        "a missing Location",
                        create("{\"name\":\"A\"}"),
                        json(201, RECORD).with("etag", "\"1\"")),
                Arguments.of("429 without Retry-After", READ, problem(429)),
                Arguments.of("a content type", READ, SHOWN.with("content-type", "text/html")),
                Arguments.of("no JSON", READ, SHOWN.withBody(new byte[0])),
                Arguments.of("a value", READ, SHOWN.withBody(bytes(RECORD.replace("post@", "post")))),
                Arguments.of("a timestamp", READ, SHOWN.withBody(bytes(RECORD.replace(".000Z", "Z")))),
                Arguments.of("a missing member", READ, SHOWN.withBody(bytes("{\"id\":\"C-1\"}"))),
                Arguments.of("an item", LIST, page("{\"id\":\"C-1\"}")),
                Arguments.of("a body of 204", Request.of("DELETE", "/api/v1/customers/C-1"), json(204, "{}")),
                Arguments.of("a problem", READ, Response.of(404, "application/problem+json", "{}")),
                Arguments.of("a limit", Request.of("GET", "/api/v1/customers?limit=1001"), page(RECORD)),
                Arguments.of("an unknown parameter", Request.of("GET", "/api/v1/customers?since=1"), page(RECORD)),
                Arguments.of("ids twice", Request.of("GET", "/api/v1/customers?ids=C-1,C-1"), page(RECORD)),
                Arguments.of("a body without name", create("{}"), created()),
                Arguments.of("a person without names", create("{\"isPerson\":true,\"name\":\"A\"}"), created()),
                Arguments.of("a number in a text", create("{\"name\":1}"), created()),
                Arguments.of(
                        "a missing key",
                        Request.of("POST", "/api/v1/customers").withBody("application/json", bytes("{\"name\":\"A\"}")),
                        created()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void what_breaks_the_contract_is_found(String what, Request request, Response response) {
        assertFalse(contract.check(request, response).isEmpty(), what);
        assertThrows(AssertionError.class, contract::assertKept);
    }

    @Test
    void refused_requests_are_minded_only_when_strict() {
        Request tooMany = Request.of("GET", "/api/v1/customers?limit=1001");

        assertEquals(List.of(), contract.check(tooMany, problem(400)));
        assertFalse(CustomerpContract.withStrictRequests()
                .check(tooMany, problem(400))
                .isEmpty());
    }

    @Test
    void webhooks_are_held_against_their_schema() {
        Map<String, String> headers = Map.of(
                "content-type",
                "application/json",
                "webhook-id",
                "evt_1",
                "webhook-timestamp",
                "1772442000",
                "webhook-signature",
                "v1," + "A".repeat(43) + "=");
        String event =
                "{\"type\":\"customer.updated\",\"timestamp\":\"2026-03-02T09:00:00.000Z\",\"data\":{\"id\":\"C-1\"}}";

        assertEquals(List.of(), contract.checkWebhook(headers, bytes(event)));
        assertFalse(contract.checkWebhook(headers, bytes(event.replace("updated", "changed")))
                .isEmpty());
        assertFalse(contract.checkWebhook(Map.of("content-type", "application/json"), bytes(event))
                .isEmpty());
    }

    private static Request create(String body) {
        return Request.of("POST", "/api/v1/customers")
                .with("Idempotency-Key", "k")
                .withBody("application/json", bytes(body));
    }

    private static Response created() {
        return json(201, RECORD).with("etag", "\"1\"").with("location", "/api/v1/customers/C-1");
    }

    private static Response page(String item) {
        return json(200, "{\"items\":[" + item + "],\"nextCursor\":null}");
    }

    private static Response problem(int status) {
        return Response.of(status, "application/problem+json", "{\"title\":\"x\",\"status\":" + status + "}");
    }

    private static Response json(int status, String body) {
        return Response.of(status, "application/json", body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
