package com.customerp.sync.sync;

import com.customerp.sync.mapping.JsonValues;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Values that no system should show in a member, and the places of a body into which they can be put. */
final class HostileValues {
    /** Stands in every hostile text, so that it can be looked for where no value may be. */
    static final String MARK = "h0st1le";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private HostileValues() {}

    /** Any JSON, and with it the values that have broken programs before. */
    static Arbitrary<JsonNode> any() {
        return Arbitraries.frequencyOf(Tuple.of(3, JsonValues.any()), Tuple.of(2, Arbitraries.of(known())));
    }

    private static List<JsonNode> known() {
        List<JsonNode> values = new ArrayList<>();
        for (String text : List.of(
                "../" + MARK,
                "..",
                "%2e%2e%2f" + MARK,
                MARK + "/" + MARK,
                MARK + "?a=b#c",
                MARK + "\r\nX-Injected: yes",
                MARK + "\n{\"result\":\"created\"}",
                MARK + "\u0000",
                "\u0000" + MARK,
                "\ud83d" + MARK,
                MARK + "\ude00",
                MARK + "\u2028\u202e\u001b[2J",
                "{" + MARK + "}${" + MARK + "}",
                "customerp:" + MARK + "/..",
                "' OR '1'='1' -- " + MARK,
                "1e999999999",
                "99999999999999999999",
                "  007 ",
                MARK.repeat(2_000))) {
            values.add(TextNode.valueOf(text));
        }
        for (String number : List.of("1e999999999", "-1e999999999", "1e-999999999", "1E+30", "-0.0", "-1", "1e3")) {
            values.add(DecimalNode.valueOf(new BigDecimal(number)));
        }
        values.add(nested(900));
        values.add(JSON.arrayNode().add(MARK).addNull());
        values.add(JSON.objectNode().put("__proto__", MARK).put("", MARK));
        return values;
    }

    private static JsonNode nested(int depth) {
        ArrayNode node = JSON.arrayNode();
        for (int i = 0; i < depth; i++) {
            node = JSON.arrayNode().add(node);
        }
        return node;
    }

    /** Every place of a body that can hold another value, the insides of objects and lists included. */
    static List<JsonPointer> places(JsonNode body) {
        List<JsonPointer> places = new ArrayList<>();
        collect(JsonPointer.empty(), body, places);
        return places;
    }

    private static void collect(JsonPointer at, JsonNode node, List<JsonPointer> places) {
        node.properties().forEach(member -> {
            JsonPointer place = at.appendProperty(member.getKey());
            places.add(place);
            collect(place, member.getValue(), places);
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            JsonPointer place = at.appendIndex(i);
            places.add(place);
            collect(place, node.get(i), places);
        }
    }

    /** Puts a value into a place, if a value put before it has left that place there. */
    static void put(JsonNode body, JsonPointer place, JsonNode value) {
        JsonNode parent = body.at(place.head());
        if (parent instanceof ObjectNode object) {
            object.set(place.last().getMatchingProperty(), value);
        } else if (parent instanceof ArrayNode array && array.has(place.last().getMatchingIndex())) {
            array.set(place.last().getMatchingIndex(), value);
        }
    }
}
