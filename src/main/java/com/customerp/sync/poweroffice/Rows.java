package com.customerp.sync.poweroffice;

import com.customerp.sync.http.Answer;
import com.customerp.sync.http.CallKind;
import com.customerp.sync.http.Json;
import com.customerp.sync.sync.RemoteException;
import com.customerp.sync.sync.RemoteRecord;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** PowerOffice's bodies as records. */
final class Rows {

    private static final String CHANGED = "LastChangedDateTimeOffset";

    /** Fixed width, so that the texts are in the order of the times. */
    private static final DateTimeFormatter NANOSECONDS =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

    private Rows() {}

    /** All rows of a list; 204 is an empty one, and so is nothing else. */
    static List<RemoteRecord> list(Answer answer) {
        if (answer.status() == 204) {
            return List.of();
        }
        JsonNode body = answer.json().filter(JsonNode::isArray).orElseThrow(() -> unreadable(answer));
        List<RemoteRecord> rows = new ArrayList<>(body.size());
        for (JsonNode row : body) {
            rows.add(row(row).orElseThrow(() -> unreadable(answer)));
        }
        return rows;
    }

    /** The one record of an answer, or empty when it is something else. */
    static Optional<RemoteRecord> single(Answer answer) {
        return answer.json().flatMap(Rows::row);
    }

    /** Whether there is a next page: as the header says (poweroffice-go-v2.md 4), else after every full page. */
    static boolean more(Answer answer, int page, boolean full) {
        JsonNode header = answer.header("X-Pagination").flatMap(Json::read).orElse(JsonNodeFactory.instance.nullNode());
        Optional<Boolean> byCount = Json.text(header, "totalPages")
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(text -> Integer.parseInt(text) > page);
        return byCount.or(() -> byLink(header)).orElse(full);
    }

    private static Optional<Boolean> byLink(JsonNode header) {
        return header.properties().stream()
                .filter(member -> member.getKey().equalsIgnoreCase("nextPageLink"))
                .map(Map.Entry::getValue)
                .map(link -> !link.asText("").isBlank())
                .findFirst();
    }

    private static Optional<RemoteRecord> row(JsonNode body) {
        JsonNode row = pascalCase(body);
        JsonNode id = row.path("Id");
        return id.isIntegralNumber() || (id.isTextual() && !id.asText().isBlank())
                ? Optional.of(new RemoteRecord(id.asText(), row, null, version(row), false))
                : Optional.empty();
    }

    /** Some single reads came in camelCase (poweroffice-go-v2.md 12). */
    private static JsonNode pascalCase(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode renamed = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                String name = member.getKey();
                String pascal = name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
                if (pascal.equals(name) || !object.has(pascal)) {
                    renamed.set(pascal, pascalCase(member.getValue()));
                }
            }
            return renamed;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode renamed = JsonNodeFactory.instance.arrayNode(array.size());
            array.forEach(item -> renamed.add(pascalCase(item)));
            return renamed;
        }
        return node;
    }

    private static @Nullable String version(JsonNode row) {
        Optional<String> apart = instant(row.path("MailAddress").path(CHANGED))
                .or(() -> instant(row.path("StockOnHandLastChangedDatetimeOffset")));
        return instant(row.path(CHANGED))
                .map(own -> own + apart.map(changed -> " " + changed).orElse(""))
                .orElse(null);
    }

    private static Optional<String> instant(JsonNode value) {
        try {
            return Optional.ofNullable(value.textValue())
                    .map(text -> NANOSECONDS.format(OffsetDateTime.parse(text).toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static RemoteException unreadable(Answer answer) {
        return PowerOfficeErrors.of(answer, CallKind.LIST);
    }
}
