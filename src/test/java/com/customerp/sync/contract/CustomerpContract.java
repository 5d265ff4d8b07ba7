package com.customerp.sync.contract;

import com.customerp.sync.local.http.Request;
import com.customerp.sync.local.http.Response;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/**
 * Holds every exchange with CustomERP against customerp.openapi.yaml. Put it on a simulator with
 * {@code simulator.listen(contract)} and end the test with {@link #assertKept()}: over a socket an exception in a
 * listener would be the server's, not the test's.
 *
 * <p>Answers are always checked. Requests are checked when they were accepted (2xx); after {@link #withStrictRequests()}
 * also when they were refused, which is for tests of the sync: it never has to send what the schemas forbid.
 */
public final class CustomerpContract implements BiConsumer<Request, Response> {
    private static final String BASE = "/api/v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OpenApiDocument document = Document.SHARED;
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final boolean strictRequests;

    private static final class Document {
        static final OpenApiDocument SHARED = OpenApiDocument.load("/contract/customerp.openapi.yaml");
    }

    public CustomerpContract() {
        this(false);
    }

    private CustomerpContract(boolean strictRequests) {
        this.strictRequests = strictRequests;
    }

    /** A checker that also minds requests which the server refused. */
    public static CustomerpContract withStrictRequests() {
        return new CustomerpContract(true);
    }

    @Override
    public void accept(Request request, Response response) {
        check(request, response);
    }

    /** Notes what this exchange breaks, and returns it; an empty list when it keeps the contract. */
    public List<String> check(Request request, Response response) {
        List<String> found = new ArrayList<>();
        Optional<JsonPointer> operation = operation(request);
        if (operation.isEmpty()) {
            found.add("is not in the contract");
        } else {
            checkResponse(operation.get(), response, found);
            if (strictRequests || response.status() < 300) {
                checkRequest(operation.get(), request, found);
            }
        }
        String exchange = request.method() + " " + request.path() + " -> " + response.status() + ": ";
        found.replaceAll(exchange::concat);
        violations.addAll(found);
        return found;
    }

    /** Checks a webhook as it was delivered. */
    public List<String> checkWebhook(Map<String, String> headers, byte[] body) {
        List<String> found = new ArrayList<>();
        JsonPointer operation = JsonPointer.compile("/webhooks/recordChanged/post");
        Request request = new Request("POST", "/webhooks", Map.of(), asLists(headers), body);
        checkRequest(operation, request, found);
        found.replaceAll("webhook: "::concat);
        violations.addAll(found);
        return found;
    }

    /** What was broken so far. */
    public List<String> violations() {
        return List.copyOf(violations);
    }

    /** Fails when anything was broken. */
    public void assertKept() {
        if (!violations.isEmpty()) {
            throw new AssertionError("contract broken:\n" + String.join("\n", violations));
        }
    }

    private Optional<JsonPointer> operation(Request request) {
        String path = request.path().startsWith(BASE) ? request.path().substring(BASE.length()) : request.path();
        String template = path.replaceFirst("^/([^/]+)/[^/]+$", "/$1/{id}");
        JsonPointer pointer = JsonPointer.empty()
                .appendProperty("paths")
                .appendProperty(template)
                .appendProperty(request.method().toLowerCase(Locale.ROOT));
        return document.at(pointer).isMissingNode() ? Optional.empty() : Optional.of(pointer);
    }

    private void checkResponse(JsonPointer operation, Response response, List<String> found) {
        JsonPointer declared = document.resolved(
                operation.appendProperty("responses").appendProperty(Integer.toString(response.status())));
        if (document.at(declared).isMissingNode()) {
            found.add("status is not declared");
            return;
        }
        document.at(declared).path("headers").fieldNames().forEachRemaining(name -> {
            JsonPointer header =
                    document.resolved(declared.appendProperty("headers").appendProperty(name));
            checkText(header, "header " + name, response.header(name), found);
        });
        JsonNode content = document.at(declared).path("content");
        if (content.isMissingNode()) {
            if (response.body().length > 0) {
                found.add("has a body that is not declared");
            }
            return;
        }
        checkBody(declared, response.header("content-type").orElse(""), response.text(), found);
    }

    private void checkRequest(JsonPointer operation, Request request, List<String> found) {
        List<JsonPointer> parameters = new ArrayList<>(document.parameters(operation.head()));
        parameters.addAll(document.parameters(operation));
        List<String> known = new ArrayList<>();
        for (JsonPointer parameter : parameters) {
            String name = document.at(parameter).path("name").asText();
            switch (document.at(parameter).path("in").asText()) {
                case "header" -> checkText(parameter, "header " + name, request.header(name), found);
                case "query" -> {
                    known.add(name);
                    checkText(parameter, "parameter " + name, request.parameter(name), found);
                }
                default -> {
                    String id = request.path().substring(request.path().lastIndexOf('/') + 1);
                    checkText(parameter, "parameter " + name, Optional.of(id), found);
                }
            }
        }
        request.query().forEach((name, values) -> {
            if (!known.contains(name) || values.size() > 1) {
                found.add("parameter " + name + " is unknown or sent twice");
            }
        });
        JsonPointer body = operation.appendProperty("requestBody");
        if (!document.at(body).isMissingNode()) {
            checkBody(body, request.header("content-type").orElse(""), request.text(), found);
        }
    }

    private void checkText(JsonPointer declared, String what, Optional<String> value, List<String> found) {
        if (value.isEmpty()) {
            if (document.at(declared).path("required").asBoolean(false)) {
                found.add(what + " is missing");
            }
            return;
        }
        JsonPointer schema = declared.appendProperty("schema");
        document.validate(schema, typed(document.at(schema).path("type").asText(), value.get()))
                .forEach(message -> found.add(what + " " + message));
    }

    private static JsonNode typed(String type, String text) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (type) {
            case "integer" ->
                text.matches("-?[0-9]{1,18}") ? nodes.numberNode(Long.parseLong(text)) : nodes.textNode(text);
            case "boolean" ->
                text.matches("true|false") ? nodes.booleanNode(Boolean.parseBoolean(text)) : nodes.textNode(text);
            case "array" -> {
                ArrayNode array = nodes.arrayNode();
                List.of(text.split(",", -1)).forEach(array::add);
                yield array;
            }
            default -> nodes.textNode(text);
        };
    }

    private void checkBody(JsonPointer declared, String contentType, String text, List<String> found) {
        String type = contentType.split(";", 2)[0].strip();
        JsonPointer content = declared.appendProperty("content").appendProperty(type);
        if (document.at(content).isMissingNode()) {
            found.add("content type " + type + " is not declared");
            return;
        }
        try {
            JsonNode body = JSON.readTree(text);
            document.validate(content.appendProperty("schema"), body).forEach(message -> found.add("body " + message));
        } catch (JsonProcessingException e) {
            found.add("body is not JSON");
        }
    }

    private static Map<String, List<String>> asLists(Map<String, String> headers) {
        Map<String, List<String>> lists = new HashMap<>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        return lists;
    }
}
