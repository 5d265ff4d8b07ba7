package com.customerp.sync.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a field or a record from being written (mapping.md 1.1).
 *
 * @param reason why
 * @param field CustomERP's name of the field, for example {@code address.city}; empty when no single field is meant
 * @param sentence one sentence for the operator; holds no value of the record
 * @param detail the other system's own words, or null
 * @param candidates ids of the records that could be the counterpart; empty unless the reason is about matching
 */
public record Problem(
        Reason reason,
        String field,
        String sentence,
        @Nullable String detail,
        List<String> candidates) {

    public Problem {
        candidates = List.copyOf(candidates);
    }

    /** A problem that the sync found by itself. */
    public static Problem of(Reason reason, String field, String sentence) {
        return new Problem(reason, field, sentence, null, List.of());
    }

    /** The value of a field breaks a bound. */
    public static Problem of(InvalidValueException cause, String field) {
        return of(cause.reason(), field, "the value " + cause.getMessage());
    }
}
