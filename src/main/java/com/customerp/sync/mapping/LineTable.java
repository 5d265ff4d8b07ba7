package com.customerp.sync.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * The lines of a record: small records of their own, merged one by one and field by field (mapping.md 8.2, 8.4).
 *
 * @param name CustomERP's member that holds them, for example {@code lines}
 * @param powerOfficePath PowerOffice's member that holds them, for example {@code /SalesOrderLines}
 * @param id CustomERP's member that names a line, for example {@code lineId}
 * @param line the mapping of one line: fields, slot and rules
 * @param customerpPosition CustomERP's member that orders them, from 1
 * @param powerOfficePosition PowerOffice's member that orders them, from 0
 * @param kinds which kinds of lines there are
 */
public record LineTable(
        String name,
        String powerOfficePath,
        String id,
        Mapping line,
        String customerpPosition,
        String powerOfficePosition,
        Kinds kinds) {

    /** The array of a side; a missing node when a list left the lines out. */
    public JsonNode read(Side side, JsonNode body) {
        return body.at(JsonPointer.compile(side == Side.CUSTOMERP ? "/" + name : powerOfficePath));
    }

    /**
     * The kinds of lines: such with a product, such with text only, and others that PowerOffice alone knows.
     *
     * @param reference the field that only a product line has
     * @param powerOfficeMember PowerOffice's member that tells the kind, for example {@code LineType}
     * @param normal PowerOffice's word for a product line, which is left out on create
     * @param text PowerOffice's word for a text line
     */
    public record Kinds(String reference, String powerOfficeMember, String normal, String text) {

        /** Whether the sync carries this line of PowerOffice; others are left alone (mapping.md 8.2). */
        public boolean carries(JsonNode powerOfficeLine) {
            JsonNode kind = powerOfficeLine.path(powerOfficeMember);
            return kind.isMissingNode()
                    || kind.isNull()
                    || kind.asText().equalsIgnoreCase(normal)
                    || kind.asText().equalsIgnoreCase(text);
        }
    }
}
