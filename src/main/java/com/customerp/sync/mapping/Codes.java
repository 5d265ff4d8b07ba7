package com.customerp.sync.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What products and projects have in common: a code does the work of a key slot (mapping.md 6, 7). */
final class Codes {
    private static final String CODE = "Code";

    private Codes() {}

    /** Only the same code is the same product; another letter case needs a person. */
    static MatchKey.Verdict exactly(JsonNode customerp, JsonNode powerOffice, References references) {
        String mine = customerp.path("productNumber").asText().trim();
        return mine.equals(powerOffice.path(CODE).asText().trim()) ? MatchKey.Verdict.SAME : MatchKey.Verdict.UNCLEAR;
    }

    /** PowerOffice's record has a code that CustomERP can have too. */
    static RecordRule inPowerOffice(String field) {
        return draft -> {
            if (draft.powerOfficeId().isEmpty()) {
                return;
            }
            JsonNode shown = draft.powerOffice(field);
            String code = shown.isNull() ? "" : shown.asText("").trim();
            if (code.isEmpty()) {
                draft.park(Problem.of(Reason.MISSING, field, "it has no code in PowerOffice; give it one there"));
            } else if (code.contains(",")) {
                draft.park(Problem.of(Reason.NOT_ALLOWED, field, "its code in PowerOffice holds a comma"));
            }
        };
    }

    /**
     * A code that changes in CustomERP is free in PowerOffice, which does not say that it keeps codes unique.
     *
     * @param filter PowerOffice's query parameter that asks for codes
     * @param wanted the code as PowerOffice would show it; empty when that is not known
     */
    static RecordRule free(Entity entity, String field, String filter, Function<Draft, Optional<String>> wanted) {
        return draft -> {
            Optional<String> code = draft.creates() || !draft.writes(field) ? Optional.empty() : wanted.apply(draft);
            List<String> holders = code.filter(text -> !text.contains(",")).stream()
                    .flatMap(text -> draft.facts().inPowerOffice(entity, filter, text).stream()
                            .filter(row -> row.path(CODE).asText().trim().equals(text)))
                    .map(row -> row.path("Id").asText())
                    .filter(id -> draft.powerOfficeId().filter(id::equals).isEmpty())
                    .toList();
            if (!holders.isEmpty()) {
                draft.park(new Problem(Reason.TAKEN, field, "another PowerOffice record has this code", null, holders));
            }
        };
    }
}
