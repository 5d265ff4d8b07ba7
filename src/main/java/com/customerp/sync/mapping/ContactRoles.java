package com.customerp.sync.mapping;

import java.util.regex.Pattern;

/** What customers and employees have in common: both are roles of a PowerOffice contact (mapping.md 3.4, 5.4). */
final class ContactRoles {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

    private ContactRoles() {}

    /** A number that is written lies in a series of its role. */
    static RecordRule numberInSeries(Entity role, String field) {
        return draft -> {
            boolean number =
                    DIGITS.matcher(draft.merged(field).asText("").trim()).matches();
            if (!draft.writes(field) || !number) {
                return;
            }
            draft.facts()
                    .seriesWithout(role, draft.merged(field).asLong())
                    .ifPresent(series -> draft.park(Problem.of(
                            Reason.OUT_OF_SERIES,
                            field,
                            "the number lies outside PowerOffice's number series of " + role.collection() + ": "
                                    + series)));
        };
    }

    /** Archiving one role archives the whole contact with all its roles. */
    static RecordRule sharedWith(Entity other) {
        return draft -> {
            boolean archives = draft.powerOfficeId().isPresent()
                    && draft.writes("isArchived")
                    && draft.merged("isArchived").asBoolean();
            if (archives && draft.facts().isInUseAs(other, draft.powerOfficeId().get())) {
                draft.park(Problem.of(
                        Reason.SHARED_CONTACT,
                        "isArchived",
                        "the same PowerOffice contact is in use as " + other.key() + ", and would be archived too"));
            }
        };
    }
}
