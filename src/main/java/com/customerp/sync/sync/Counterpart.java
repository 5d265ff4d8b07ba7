package com.customerp.sync.sync;

import com.customerp.sync.mapping.MatchKey;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Reason;
import java.util.List;

/** What a search for the counterpart of an unlinked record found (mapping.md 1.6). */
sealed interface Counterpart {
    /** Nothing: it is created. */
    record None() implements Counterpart {}

    /** Exactly one: it is linked. */
    record Found(Reading powerOffice) implements Counterpart {}

    /** It cannot be told: the record is parked. */
    record Unclear(Problem problem) implements Counterpart {

        /** What should be the counterpart is linked to another record. */
        static Unclear taken(MatchKey key, List<String> holders) {
            return of(
                    Reason.TAKEN,
                    key,
                    "the PowerOffice record with the same " + key.name() + " is linked to another CustomERP record",
                    holders);
        }

        /** What has the key cannot be the counterpart. */
        static Unclear impossible(MatchKey key, List<String> candidates) {
            return of(
                    Reason.CONTRADICTION,
                    key,
                    "a record with the same " + key.name() + " is there, but it cannot be the counterpart",
                    candidates);
        }

        /** Two keys name different counterparts. */
        static Unclear contradiction(MatchKey stronger, MatchKey found, List<String> candidates) {
            return of(
                    Reason.CONTRADICTION,
                    stronger,
                    stronger.name() + " and " + found.name() + " name two different counterparts",
                    candidates);
        }

        /** Several could be it, or one of which only a person can tell. */
        static Unclear ambiguous(MatchKey key, List<String> candidates) {
            return of(
                    Reason.AMBIGUOUS,
                    key,
                    "several records have the same " + key.name() + "; link one of them by hand",
                    candidates);
        }

        private static Unclear of(Reason reason, MatchKey key, String sentence, List<String> candidates) {
            return new Unclear(new Problem(
                    reason,
                    key.name(),
                    sentence,
                    null,
                    candidates.stream().sorted().toList()));
        }
    }
}
