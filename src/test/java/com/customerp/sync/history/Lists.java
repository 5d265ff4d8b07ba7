package com.customerp.sync.history;

import com.customerp.sync.local.http.Fault;
import com.customerp.sync.local.http.Request;
import com.customerp.sync.local.http.Response;
import com.customerp.sync.mapping.Side;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The lists of customers of both systems, cut into small pages by a server that does not tell the truth about them. */
final class Lists {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHANGED = "LastChangedDateTimeOffset";
    private static final int PAGE = 3;
    private static final int MANY = 1_000_000;

    private Lists() {}

    /** How the pages are not what was asked for. */
    enum Lie {
        NONE,
        THE_FIRST_PAGE_FOR_THE_SECOND,
        A_PAGE_IS_SKIPPED,
        THE_LAST_ROW_COMES_AGAIN,
        THE_COUNT_IS_TOO_SMALL,
        THE_COUNT_IS_TOO_LARGE;

        private int from(int asked) {
            int page = this == THE_FIRST_PAGE_FOR_THE_SECOND && asked == 2
                    ? 1
                    : this == A_PAGE_IS_SKIPPED && asked > 1 ? asked + 1 : asked;
            int again = this == THE_LAST_ROW_COMES_AGAIN && asked > 1 ? 1 : 0;
            return (page - 1) * PAGE - again;
        }

        private int pages(int rows) {
            int pages = (rows + PAGE - 1) / PAGE;
            return this == THE_COUNT_IS_TOO_SMALL ? pages - 1 : this == THE_COUNT_IS_TOO_LARGE ? pages + 3 : pages;
        }
    }

    /** Requests for a page of all or of the changed customers of a side. */
    static Predicate<Request> of(Side side) {
        return side == Side.CUSTOMERP
                ? request -> request.path().endsWith("/customers")
                        && request.parameter("limit").isPresent()
                : request -> request.path().endsWith("/Customers")
                        && request.query().keySet().stream().allMatch(name -> name.matches("Page.*|lastChanged.*"));
    }

    /** The page of the list that a request asks for, from 1. */
    static int page(Side side, Request request) {
        return Integer.parseInt(request.parameter(side == Side.CUSTOMERP ? "cursor" : "PageNumber")
                .orElse("1"));
    }

    /** Small pages. */
    static Fault pages(Side side, Lie lie) {
        return (request, system) -> {
            ArrayNode rows = rows(system.handle(first(side, request)));
            int asked = page(side, request);
            int from = Math.min(lie.from(asked), rows.size());
            ArrayNode page = JsonNodeFactory.instance.arrayNode();
            for (int row = from; row < Math.min(rows.size(), asked == 1 ? PAGE : from + PAGE); row++) {
                page.add(rows.get(row));
            }
            return answer(side, page, asked, lie.pages(rows.size()));
        };
    }

    /** Always the same page, and always another one after it. */
    static Fault endless(Side side) {
        return (request, system) -> answer(side, rows(system.handle(first(side, request))), page(side, request), MANY);
    }

    /** Pages that name one another. */
    static Fault round(Side side) {
        return (request, system) -> {
            int page = page(side, request) % 2 + 1;
            ArrayNode row = JsonNodeFactory.instance.arrayNode();
            row.add(rows(system.handle(first(side, request))).path(page));
            return answer(side, row, page - 1, MANY);
        };
    }

    /** The system's answers with a change time in all rows. */
    static Fault changedAt(Side side, String time) {
        return Fault.rewrites(answer -> rewritten(answer, row -> {
            if (side == Side.CUSTOMERP) {
                row.put("updatedAt", time);
            } else if (row.has(CHANGED)) {
                row.put(CHANGED, time);
            }
        }));
    }

    private static Request first(Side side, Request request) {
        Map<String, List<String>> query = new LinkedHashMap<>(request.query());
        if (side == Side.CUSTOMERP) {
            query.remove("cursor");
        } else {
            query.put("PageNumber", List.of("1"));
        }
        return new Request(request.method(), request.path(), query, request.headers(), request.body());
    }

    private static ArrayNode rows(Response answer) {
        JsonNode body = parse(answer);
        JsonNode rows = body.has("items") ? body.path("items") : body;
        return rows.isArray() ? (ArrayNode) rows : JsonNodeFactory.instance.arrayNode();
    }

    private static Response answer(Side side, ArrayNode rows, int page, int pages) {
        if (side == Side.POWEROFFICE) {
            return Response.of(200, "application/json", rows.toString())
                    .with("X-Pagination", "{\"totalPages\":" + pages + ",\"totalCount\":1}");
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("items", rows);
        body.put("nextCursor", page < pages ? String.valueOf(page + 1) : null);
        return Response.of(200, "application/json", body.toString());
    }

    private static Response rewritten(Response answer, Consumer<ObjectNode> change) {
        JsonNode body = parse(answer);
        Iterable<JsonNode> rows = body.has("items") ? body.path("items") : body.isArray() ? body : List.of(body);
        rows.forEach(row -> {
            if (row instanceof ObjectNode record) {
                change.accept(record);
            }
        });
        return body.isMissingNode() ? answer : answer.withBody(body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode parse(Response answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException notJson) {
            throw new AssertionError(notJson);
        }
    }
}
