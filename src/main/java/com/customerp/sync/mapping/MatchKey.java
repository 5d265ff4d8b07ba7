package com.customerp.sync.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A key by which an unlinked record finds its counterpart (mapping.md 1.6 and "match keys" of each pair).
 *
 * @param name for example {@code organizationNumber}
 * @param customerp the key's value in a CustomERP body as PowerOffice's filter takes it, or empty when it has none
 * @param powerOffice likewise for a PowerOffice body
 * @param form the form in which values are compared and indexed
 * @param filter PowerOffice's query parameter that asks for it, or null when only the match index can
 * @param asked what the filter is asked for
 * @param scope what may be concluded from a hit
 * @param agreement what the two bodies of a hit say beyond the key
 */
public record MatchKey(
        String name,
        Wanted customerp,
        Function<JsonNode, Optional<String>> powerOffice,
        UnaryOperator<String> form,
        @Nullable String filter,
        Asked asked,
        Scope scope,
        Agreement agreement) {

    /** What may be concluded from a hit. */
    public enum Scope {
        /** The value is unique by contract: a record that is linked elsewhere makes it {@code taken}. */
        UNIQUE,
        /** Counts only when exactly one record of either side has it, linked or not. */
        UNIQUE_ON_BOTH_SIDES,
        /** Counts among the records without a link. */
        UNLINKED
    }

    /** Reads the key's value from a CustomERP body. */
    @FunctionalInterface
    public interface Wanted {
        /**
         * @param facts for a value that depends on other records; {@link Facts#none()} while the index is filled
         */
        Optional<String> in(JsonNode customerp, Facts facts);
    }

    /** Says what the filter is asked for. */
    @FunctionalInterface
    public interface Asked {
        /**
         * @param wanted the key's value
         */
        Optional<String> of(String wanted, JsonNode customerp, References references);
    }

    /** Looks at both bodies of a hit. */
    @FunctionalInterface
    public interface Agreement {
        Verdict of(JsonNode customerp, JsonNode powerOffice, References references);
    }

    /** What the bodies of a hit say. */
    public enum Verdict {
        /** It may be the counterpart. */
        SAME,
        /** It is another record. */
        OTHER,
        /** Only a person can tell: {@code ambiguous}. */
        UNCLEAR,
        /** It cannot be, and yet it has the key: {@code contradiction}. */
        CONTRADICTION
    }

    /** A key whose value depends on nothing but the record, compared as it is; every hit may be the counterpart. */
    public static MatchKey of(
            String name,
            Function<JsonNode, Optional<String>> customerp,
            Function<JsonNode, Optional<String>> powerOffice,
            @Nullable String filter,
            Scope scope) {
        return new MatchKey(
                name,
                (body, facts) -> customerp.apply(body),
                powerOffice,
                UnaryOperator.identity(),
                filter,
                (wanted, body, references) -> Optional.of(wanted),
                scope,
                (mine, theirs, references) -> Verdict.SAME);
    }

    /** A key that is the value of a field; a value that could not be written is none, and no filter is asked for it. */
    public static MatchKey of(Field field, @Nullable String filter, Scope scope) {
        return of(
                field.name(),
                body -> writable(field, body),
                body -> Optional.ofNullable(field.canonical(Side.POWEROFFICE, body)),
                filter,
                scope);
    }

    private static Optional<String> writable(Field field, JsonNode customerp) {
        try {
            field.rule().write(Side.POWEROFFICE, field.read(Side.CUSTOMERP, customerp), References.NONE);
        } catch (InvalidValueException parkedForThat) {
            return Optional.empty();
        }
        return Optional.ofNullable(field.canonical(Side.CUSTOMERP, customerp));
    }

    /** The key that stands in the slot (mapping.md 1.5). */
    public static MatchKey of(Slot slot, String filter) {
        return of("id", body -> Optional.of(Slot.text(body.path("id").asText())), slot::read, filter, Scope.UNIQUE);
    }

    /** The same key with a closer look at the bodies of each hit. */
    public MatchKey agreeing(Agreement closer) {
        return new MatchKey(name, customerp, powerOffice, form, filter, asked, scope, closer);
    }

    /** The same key, asked for by a filter that takes another value; every row is compared by the key. */
    public MatchKey asking(String otherFilter, Asked value) {
        return new MatchKey(name, customerp, powerOffice, form, otherFilter, value, scope, agreement);
    }

    /** The same key with a value in CustomERP that depends on other records. */
    public MatchKey wanting(Wanted value) {
        return new MatchKey(name, value, powerOffice, form, filter, asked, scope, agreement);
    }

    /** The same key found in any letter case; what differs only in that is unclear (mapping.md 6.2, 7.3). */
    public MatchKey anyCase() {
        return new MatchKey(
                name, customerp, powerOffice, text -> text.toLowerCase(Locale.ROOT), filter, asked, scope, agreement);
    }

    /** The key's value on a side, in the form in which it is compared, as far as the body alone tells it. */
    public Optional<String> of(Side side, JsonNode body) {
        return (side == Side.CUSTOMERP ? customerp.in(body, Facts.none()) : powerOffice.apply(body)).map(form);
    }
}
