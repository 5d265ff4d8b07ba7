package com.customerp.sync.local.sample;

import java.util.HashMap;
import java.util.Map;

/**
 * What a first load makes of the records of one entity.
 *
 * @param records in CustomERP
 * @param matched of those, how many it finds in PowerOffice by a match key
 * @param standings records by where they stand afterwards, as the report of a first load words it
 */
public record Expected(int records, int matched, Map<String, Integer> standings) {
    static final String LINKED = "linked";
    static final String HELD = "linked, with fields held";
    static final String AMBIGUOUS = "parked, ambiguous";
    static final String NOT_ALLOWED = "parked, not_allowed";
    static final String MISSING = "parked, missing";
    static final String OUT_OF_SERIES = "parked, out_of_series";
    static final String REFUSED = "parked, refused";
    static final String WAITING = "waiting, missing_reference";

    public Expected {
        standings = Map.copyOf(standings);
    }

    /** How many are in none of these standings: they are linked, and everything about them is carried. */
    static Expected of(int records, int matched, Map<String, Integer> others) {
        int rest =
                records - others.values().stream().mapToInt(Integer::intValue).sum();
        Map<String, Integer> standings = new HashMap<>(others);
        standings.put(LINKED, rest);
        return new Expected(records, matched, standings);
    }
}
