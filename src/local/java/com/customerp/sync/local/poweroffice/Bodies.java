package com.customerp.sync.local.poweroffice;

import com.customerp.sync.local.poweroffice.Member.Access;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads bodies by the tables: exact names, strict types, unknown members ignored. */
final class Bodies {
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Bodies() {}

    /** @throws Refusal 400 when the bytes are no JSON */
    static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw Refusal.badRequest("The body is not valid JSON.");
        }
    }

    static String write(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The members of a create body that the shape knows.
     *
     * @throws Refusal 400 when a value has the wrong type or breaks its bound
     */
    static ObjectNode read(Shape shape, JsonNode body) {
        if (!body.isObject()) {
            throw Refusal.badRequest("The body is not an object.");
        }
        List<String> faults = new ArrayList<>();
        ObjectNode known = read("", shape, body, faults);
        if (!faults.isEmpty()) {
            throw Refusal.badRequest(String.join(" ", faults));
        }
        return known;
    }

    /** One value for a member, for a PATCH. */
    static JsonNode value(String path, Member member, JsonNode value) {
        List<String> faults = new ArrayList<>();
        JsonNode read = value(path, member, value, faults);
        if (!faults.isEmpty()) {
            throw Refusal.badRequest(String.join(" ", faults));
        }
        return read;
    }

    private static ObjectNode read(String prefix, Shape shape, JsonNode body, List<String> faults) {
        ObjectNode known = JsonNodeFactory.instance.objectNode();
        for (Member member : shape.members()) {
            JsonNode sent = body.path(member.name());
            if (member.access() != Access.READ_ONLY && !sent.isMissingNode()) {
                known.set(member.name(), value(prefix + member.name(), member, sent, faults));
            }
        }
        return known;
    }

    private static JsonNode value(String path, Member member, JsonNode sent, List<String> faults) {
        if (sent.isNull()) {
            return sent;
        }
        if (!member.type().takes(sent)) {
            faults.add(path + ": " + member.type().words() + " is expected.");
            return sent;
        }
        member.check().fault(sent).ifPresent(words -> faults.add(path + " " + words + "."));
        return member.shape() == null ? sent : read(path + "/", member.shape(), sent, faults);
    }
}
