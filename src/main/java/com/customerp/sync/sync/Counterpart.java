package com.customerp.sync.sync;

import com.customerp.sync.mapping.Problem;

/** What a search for the counterpart of an unlinked record found (mapping.md 1.6). */
sealed interface Counterpart {
    /** Nothing: it is created. */
    record None() implements Counterpart {}

    /** Exactly one: it is linked. */
    record Found(Reading powerOffice) implements Counterpart {}

    /** It cannot be told: the record is parked. */
    record Unclear(Problem problem) implements Counterpart {}
}
