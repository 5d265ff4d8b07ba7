package com.customerp.sync.link;

import java.util.Map;

/**
 * A line of a record and its counterpart (mapping.md 8.3). Their order in {@link Link#lines()} is the order of the lines
 * when last seen.
 *
 * @param customerpId CustomERP's id of the line, unique in its record
 * @param powerOfficeId PowerOffice's key of the line
 * @param bases per field of a line
 */
public record LineLink(String customerpId, String powerOfficeId, Map<String, Bases> bases) {
    public LineLink {
        bases = Map.copyOf(bases);
    }
}
