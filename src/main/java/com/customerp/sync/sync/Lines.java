package com.customerp.sync.sync;

import com.customerp.sync.mapping.LineTable;
import com.customerp.sync.mapping.RecordId;
import com.customerp.sync.mapping.Side;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the lines of a body. */
final class Lines {
    private Lines() {}

    /**
     * One line of one side.
     *
     * @param id its id on that side
     * @param position as the side counts
     */
    record Line(String id, long position, JsonNode body) {}

    /** The lines that the sync carries, in their order; lines without a position stand last, as they came. */
    static List<Line> inOrder(LineTable table, Side side, JsonNode body) {
        String id = side == Side.CUSTOMERP ? table.id() : "Id";
        String position = side == Side.CUSTOMERP ? table.customerpPosition() : table.powerOfficePosition();
        List<Line> lines = new ArrayList<>();
        for (JsonNode line : table.read(side, body)) {
            if (side == Side.CUSTOMERP || table.kinds().carries(line)) {
                lines.add(new Line(id(line.path(id)), line.path(position).asLong(Long.MAX_VALUE), line));
            }
        }
        lines.sort(Comparator.comparingLong(Line::position));
        return lines;
    }

    /** A null is no text: a line without an id must not become one that is called so. */
    private static String id(JsonNode value) {
        return value.isNull() ? "" : value.asText();
    }

    /** Whether each line can be told from the others by an id as the contracts have it (mapping.md 1.5, 8.2). */
    static boolean areNamed(List<Line> lines) {
        Set<String> ids = new HashSet<>();
        return lines.stream()
                .allMatch(line -> line.body().isObject() && RecordId.isAllowed(line.id()) && ids.add(line.id()));
    }

    /** Whether PowerOffice's record has lines that are not carried (mapping.md 8.2). */
    static boolean hasOthers(LineTable table, JsonNode powerOfficeBody) {
        for (JsonNode line : table.read(Side.POWEROFFICE, powerOfficeBody)) {
            if (!table.kinds().carries(line)) {
                return true;
            }
        }
        return false;
    }
}
