package com.customerp.sync.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The line that a function logs for one record it looked at: names and ids, no values. */
record RecordLine(JsonNode members) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The record line in a line of a function's output; empty when it is any other line. */
    static Optional<RecordLine> parse(String line) {
        int start = line.indexOf('{');
        if (start < 0) {
            return Optional.empty();
        }
        try {
            JsonNode members = JSON.readTree(line.substring(start));
            return members.has("entity") && members.has("result")
                    ? Optional.of(new RecordLine(members))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    String entity() {
        return text("entity");
    }

    String customerpId() {
        return text("customerpId");
    }

    String result() {
        return text("result");
    }

    /** For a person to read, for example {@code customer C-1001 = 20550001 patched: phone (webhook, 2 requests, 84 ms)}. */
    String readable() {
        String counterpart = text("powerofficeId");
        String fields = StreamSupport.stream(members.path("fields").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
        return entity() + " " + customerpId()
                + (counterpart.isEmpty() ? "" : " = " + counterpart)
                + " " + result()
                + (text("reason").isEmpty() ? "" : " as " + text("reason") + " " + text("field"))
                + (fields.isEmpty() ? "" : ": " + fields)
                + " (" + text("cause") + ", " + text("requests") + " requests, " + text("ms") + " ms)";
    }

    private String text(String member) {
        JsonNode value = members.path(member);
        return value.isNull() ? "" : value.asText();
    }
}
