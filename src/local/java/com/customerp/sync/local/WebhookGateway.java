package com.customerp.sync.local;

import com.customerp.sync.local.http.Handler;
import com.customerp.sync.local.http.Request;
import com.customerp.sync.local.http.Response;
import com.customerp.sync.local.lambda.InvocationResult;
import com.customerp.sync.local.lambda.InvocationResult.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What API Gateway's HTTP API does: {@code POST /webhooks/{collection}} becomes an event of payload format 2.0 for the
 * function of that collection, and its answer an HTTP answer. Every body goes as base64, as API Gateway may send it.
 */
public final class WebhookGateway implements Handler {
    private static final String ROOT = "/webhooks/";
    private static final int LARGEST_BODY = 10 * 1024 * 1024;
    private static final Response NOT_FOUND = Response.of(404, "application/json", "{\"message\":\"Not Found\"}");
    private static final Response TOO_LARGE =
            Response.of(413, "application/json", "{\"message\":\"Request Entity Too Large\"}");
    private static final Response FAILED =
            Response.of(500, "application/json", "{\"message\":\"Internal Server Error\"}");

    private final Map<String, Function<JsonNode, InvocationResult>> functions;

    /** @param functions by collection, for example {@code customers} */
    public WebhookGateway(Map<String, Function<JsonNode, InvocationResult>> functions) {
        this.functions = Map.copyOf(functions);
    }

    @Override
    public Response handle(Request request) {
        String collection = request.path().startsWith(ROOT) ? request.path().substring(ROOT.length()) : "";
        Function<JsonNode, InvocationResult> function = functions.get(collection);
        if (function == null) {
            return NOT_FOUND;
        }
        if (request.body().length > LARGEST_BODY) {
            return TOO_LARGE;
        }
        return function.apply(event(request)) instanceof Answer answer
                        && answer.payload().has("statusCode")
                ? response(answer.payload())
                : FAILED;
    }

    /** The event of payload format 2.0 for a request. */
    static ObjectNode event(Request request) {
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("version", "2.0")
                .put("routeKey", "$default")
                .put("rawPath", request.path())
                .put("rawQueryString", "")
                .put("body", Base64.getEncoder().encodeToString(request.body()))
                .put("isBase64Encoded", true);
        event.withObject("/requestContext/http").put("method", request.method()).put("path", request.path());
        ObjectNode headers = event.putObject("headers");
        request.headers().forEach((name, values) -> headers.put(name, String.join(",", values)));
        return event;
    }

    private static Response response(JsonNode answer) {
        Map<String, String> headers = new HashMap<>();
        answer.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        String text = answer.path("body").asText();
        byte[] body = answer.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(text)
                : text.getBytes(StandardCharsets.UTF_8);
        return new Response(answer.path("statusCode").asInt(), headers, body);
    }
}
