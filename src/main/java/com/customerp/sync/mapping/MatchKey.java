package com.customerp.sync.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A key by which an unlinked record finds its counterpart (mapping.md 1.6 and "match keys" of each pair).
 *
 * @param name for example {@code organizationNumber}
 * @param customerp the key's canonical value in a CustomERP body, or empty when it has none
 * @param powerOffice likewise for a PowerOffice body
 * @param filter PowerOffice's query parameter that asks for it, or null when only the match index can
 * @param scope what may be concluded from a hit
 * @param agrees a further condition on the two bodies
 */
public record MatchKey(
        String name,
        Function<JsonNode, Optional<String>> customerp,
        Function<JsonNode, Optional<String>> powerOffice,
        @Nullable String filter,
        Scope scope,
        BiPredicate<JsonNode, JsonNode> agrees) {

    /** What may be concluded from a hit. */
    public enum Scope {
        /** The value is unique by contract: a record that is linked elsewhere makes it {@code taken}. */
        UNIQUE,
        /** Counts only when exactly one record of either side has it, linked or not. */
        UNIQUE_ON_BOTH_SIDES,
        /** Counts among the records without a link. */
        UNLINKED
    }

    /** The key's value on a side. */
    public Optional<String> of(Side side, JsonNode body) {
        return (side == Side.CUSTOMERP ? customerp : powerOffice).apply(body);
    }
}
