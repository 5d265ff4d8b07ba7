package com.customerp.sync.local.poweroffice;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A bound of one member, beyond its type; asked for values that are not null. */
@FunctionalInterface
interface Check {
    Check NONE = value -> Optional.empty();

    /** What is wrong, as the end of a sentence that starts with the member's name. */
    Optional<String> fault(JsonNode value);

    static Check maxLength(int characters) {
        return holds(
                value -> value.textValue().length() <= characters, "must be " + characters + " characters or fewer");
    }

    static Check oneOf(String... values) {
        List<String> all = List.of(values);
        return holds(value -> all.contains(value.textValue()), "must be one of " + all);
    }

    static Check between(int from, int to) {
        return holds(
                value -> value.doubleValue() >= from && value.doubleValue() <= to,
                "must be between " + from + " and " + to);
    }

    static Check positive() {
        return holds(value -> value.doubleValue() > 0, "must be positive");
    }

    static Check notNegative() {
        return holds(value -> value.doubleValue() >= 0, "must not be negative");
    }

    static Check matches(String regex, String words) {
        return holds(value -> value.textValue().matches(regex), words);
    }

    /** ISO 4217, upper case. */
    static Check currency() {
        Set<String> codes = Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .collect(Collectors.toUnmodifiableSet());
        return holds(value -> codes.contains(value.textValue()), "must be an ISO 4217 currency code");
    }

    /** ISO 3166-1 alpha-2, upper case. */
    static Check country() {
        Set<String> codes = Set.of(Locale.getISOCountries());
        return holds(value -> codes.contains(value.textValue()), "must be an ISO 3166-1 alpha-2 country code");
    }

    private static Check holds(Predicate<JsonNode> condition, String otherwise) {
        return value -> condition.test(value) ? Optional.empty() : Optional.of(otherwise);
    }
}
