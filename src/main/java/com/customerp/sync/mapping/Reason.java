package com.customerp.sync.mapping;

import java.util.Locale;

/** Why a field is held or a record is parked (mapping.md 1.1; {@code conflict} from design.md 3). */
public enum Reason {
    TOO_LONG,
    NOT_DIGITS,
    NOT_ALLOWED,
    NOT_IN_LIST,
    MISSING,
    OUT_OF_SERIES,
    AMBIGUOUS,
    CONTRADICTION,
    TAKEN,
    MISSING_REFERENCE,
    LOCKED,
    INVOICED,
    SHARED_CONTACT,
    WAS_DELETED,
    DELETED_AND_EDITED,
    REFUSED,
    CONFLICT;

    /** Spelling in answers, links and logs, for example {@code too_long}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
