package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.customerp.sync.local.http.Request;
import com.customerp.sync.local.http.Response;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What was sent to one system, for tests that compare it request by request. Tokens and number series are left out. */
final class Sent {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> PAGING = Set.of("PageNumber", "PageSize");

    private final List<Request> requests = new ArrayList<>();

    void note(Request request, Response response) {
        boolean aside = request.path().contains("Token") || request.path().contains("NumberSeries");
        if (!aside && response.status() != 401) {
            requests.add(request);
        }
    }

    void clear() {
        requests.clear();
    }

    List<Request> all() {
        return requests;
    }

    /** Method and path of each, in order. */
    List<String> lines() {
        return requests.stream()
                .map(request -> request.method() + " " + request.path())
                .toList();
    }

    /** The same with only those that write. */
    List<String> writes() {
        return lines().stream().filter(line -> !line.startsWith("GET")).toList();
    }

    /** Queries of the searches in a collection, but for those of the change list. */
    List<Map<String, List<String>>> searches(String path) {
        return requests.stream()
                .filter(request ->
                        request.method().equals("GET") && request.path().equals(path))
                .filter(request -> !request.query().containsKey("lastChangedDateTimeOffsetGreaterThan"))
                .map(Sent::query)
                .toList();
    }

    private static Map<String, List<String>> query(Request request) {
        Map<String, List<String>> query = new TreeMap<>(request.query());
        query.keySet().removeAll(PAGING);
        return query;
    }

    Request only(String method) {
        List<Request> found = requests.stream()
                .filter(request -> request.method().equals(method))
                .toList();
        assertEquals(1, found.size(), method + ": " + lines());
        return found.get(0);
    }

    static String mediaType(Request request) {
        return request.header("Content-Type").orElse("").replaceFirst(";.*", "");
    }

    /** The request has exactly this body. */
    static void assertBody(String expected, Request request) {
        try {
            assertEquals(JSON.readTree(expected.replace('\'', '"')), JSON.readTree(request.text()));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
