package com.customerp.sync.sync;

import com.customerp.sync.mapping.LineTable;
import com.customerp.sync.mapping.Side;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
                lines.add(new Line(line.path(id).asText(), line.path(position).asLong(Long.MAX_VALUE), line));
            }
        }
        lines.sort(Comparator.comparingLong(Line::position));
        return lines;
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
