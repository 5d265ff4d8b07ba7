package com.customerp.sync.local.poweroffice;

import com.customerp.sync.local.http.Request;
import com.customerp.sync.local.http.Response;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts results into the forms of the contract (poweroffice-go-v2.md 4, 11). */
final class Answers {
    private static final String JSON = "application/json; charset=utf-8";

    private Answers() {}

    static Response json(int status, JsonNode body) {
        return Response.of(status, JSON, Bodies.write(body));
    }

    /** What the gateway before the API says: throttling, unknown addresses. */
    static Response gateway(int status, String message) {
        return json(
                status,
                JsonNodeFactory.instance.objectNode().put("statusCode", status).put("message", message));
    }

    static Response problem(Refusal refusal, boolean pascalCase) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put(pascalCase ? "Title" : "title", refusal.title());
        body.put(pascalCase ? "Status" : "status", refusal.status());
        body.put(pascalCase ? "Detail" : "detail", refusal.detail());
        return json(refusal.status(), body);
    }

    /** A bare array, or 204 when no row matches. */
    static Response page(Request request, Lister.Page page, boolean withHeader) {
        if (page.rows().isEmpty()) {
            return Response.empty(204);
        }
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        page.rows().forEach(rows::add);
        Response answer = json(200, rows);
        return withHeader ? answer.with("X-Pagination", pagination(request, page)) : answer;
    }

    /** The same members with their first letters small. */
    static ObjectNode camelCase(ObjectNode shown) {
        ObjectNode renamed = JsonNodeFactory.instance.objectNode();
        shown.properties()
                .forEach(member -> renamed.set(
                        member.getKey().substring(0, 1).toLowerCase(Locale.ROOT)
                                + member.getKey().substring(1),
                        member.getValue()));
        return renamed;
    }

    private static String pagination(Request request, Lister.Page page) {
        ObjectNode about = JsonNodeFactory.instance.objectNode().put("totalPages", page.total());
        about.put("nextPageLink", page.number() < page.total() ? link(request, page.number() + 1) : null);
        return Bodies.write(about);
    }

    private static String link(Request request, int pageNumber) {
        List<String> parameters = new ArrayList<>();
        request.query().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("PageNumber")) {
                values.forEach(value -> parameters.add(encoded(name) + "=" + encoded(value)));
            }
        });
        parameters.add("PageNumber=" + pageNumber);
        String host = request.header("host").map(name -> "http://" + name).orElse("");
        return host + request.path() + "?" + String.join("&", parameters);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
