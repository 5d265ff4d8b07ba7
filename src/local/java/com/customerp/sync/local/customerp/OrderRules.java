package com.customerp.sync.local.customerp;

import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules of orders and their lines. */
final class OrderRules {
    private static final String INVOICED = "invoiced";
    private static final List<String> OF_SYNC = List.of("netAmount", "totalAmount", "powerOfficeOrderNumber");

    private OrderRules() {}

    /** The server numbers an order that comes without a number. */
    static void number(Draft draft) {
        if (draft.isCreate() && draft.text("orderNumber").isEmpty()) {
            draft.after().put("orderNumber", draft.records().nextNumber(Entity.ORDER));
        }
    }

    /** Lines have ids of their own and numbers; a product line has a quantity. */
    static void lines(Draft draft) {
        JsonNode lines = draft.after().path("lines");
        Set<String> ids = new HashSet<>();
        int number = 0;
        for (int i = 0; i < lines.size(); i++) {
            ObjectNode line = (ObjectNode) lines.get(i);
            String at = "/lines/" + i;
            if (line.path("lineId").isTextual() && !ids.add(line.path("lineId").textValue())) {
                draft.errors().add(at + "/lineId", "is used twice");
            }
            if (line.path("productId").isTextual() && line.path("quantity").isNull()) {
                draft.errors().add(at + "/quantity", "is required with a product");
            }
            number = line.path("lineNumber").isNull()
                    ? number + 1
                    : line.path("lineNumber").intValue();
            line.set("lineNumber", Json.NODES.numberNode(BigDecimal.valueOf(number)));
        }
        giveIds(lines, ids, draft.before().path("lines"));
    }

    private static void giveIds(JsonNode lines, Set<String> taken, JsonNode before) {
        before.forEach(line -> taken.add(line.path("lineId").asText()));
        int next = 1;
        for (JsonNode line : lines) {
            if (line.path("lineId").isNull()) {
                while (!taken.add("L-" + next)) {
                    next++;
                }
                ((ObjectNode) line).put("lineId", "L-" + next);
            }
        }
    }

    /** Amounts, PowerOffice's number and the status invoiced are not for users. */
    static void writtenBySyncOnly(Draft draft) {
        if (!draft.writer().isUser()) {
            return;
        }
        OF_SYNC.stream().filter(draft::changes).forEach(member -> draft.errors()
                .add("/" + member, "is written by the sync only"));
        if (draft.changes("status") && draft.text("status").equals(INVOICED)) {
            draft.errors().add("/status", "invoiced is set by the sync only");
        }
    }

    /** An invoiced order stays so and takes no change from a user. */
    static void invoicedIsFinal(Draft draft) {
        if (!draft.before().path("status").asText().equals(INVOICED)) {
            return;
        }
        if (!draft.text("status").equals(INVOICED)) {
            draft.errors().add("/status", "invoiced is final");
        }
        if (draft.writer().isUser()) {
            draft.sent().fieldNames().forEachRemaining(member -> draft.errors()
                    .add("/" + member, "an invoiced order takes no change"));
        }
    }
}
