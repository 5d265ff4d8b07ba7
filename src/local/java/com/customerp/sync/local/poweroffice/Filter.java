package com.customerp.sync.local.poweroffice;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A query parameter that narrows a list (poweroffice-go-v2.md 4).
 *
 * @param name spelling of the contract; requests may use any letter case
 * @param member what it looks at
 * @param reader makes a condition on that member, as it is shown, of the text sent; throws {@link Refusal} when it is
 *     no use
 * @param uncertain whether only some clients know it
 */
record Filter(String name, String member, Reader reader, boolean uncertain) {

    interface Reader {
        Predicate<JsonNode> condition(String text, Query query);
    }

    /** One exact value. */
    static Filter exact(String name, String member) {
        return present(name, member, (text, query) -> value -> value.asText().equals(text));
    }

    /** Exact values, comma separated. */
    static Filter texts(String name, String member) {
        return present(name, member, (text, query) -> {
            Set<String> wanted = new HashSet<>(parts(text));
            return value -> wanted.contains(value.asText());
        });
    }

    /** Exact codes, comma separated; with the flag {@code below} also the longer ones, {@code code.more}. */
    static Filter codes(String name, String member, String below) {
        return present(name, member, (text, query) -> {
            List<String> wanted = parts(text);
            boolean longer = query.isTrue(below);
            return value -> wanted.stream()
                    .anyMatch(code -> value.asText().equals(code)
                            || longer && value.asText().startsWith(code + "."));
        });
    }

    /** A part of a text, in any letter case. */
    static Filter part(String name, String member) {
        return present(name, member, (text, query) -> {
            String wanted = text.toLowerCase(Locale.ROOT);
            return value -> value.asText().toLowerCase(Locale.ROOT).contains(wanted);
        });
    }

    /** A flag that leaves out rows with this value. */
    static Filter without(String name, String member, String unwanted) {
        return new Filter(
                name,
                member,
                (text, query) ->
                        value -> !(Boolean.parseBoolean(text) && value.asText().equals(unwanted)),
                false);
    }

    /** A parameter that other filters look at. */
    static Filter none(String name, String member) {
        return new Filter(name, member, (text, query) -> value -> true, false);
    }

    /** Numbers and ranges such as {@code 10000-11000,13000-}, comma separated. */
    static Filter numbers(String name, String member) {
        return present(name, member, (text, query) -> inRanges(name, text));
    }

    /** Keys, comma separated, without ranges; looks into arrays. */
    static Filter keys(String name, String member) {
        return present(name, member, (text, query) -> amongKeys(name, text));
    }

    /** Later than this instant, exclusive. */
    static Filter after(String name, String member) {
        return present(name, member, (text, query) -> laterThan(name, text));
    }

    /** A flag. */
    static Filter flag(String name, String member) {
        return present(name, member, (text, query) -> value -> value.asBoolean() == Boolean.parseBoolean(text));
    }

    /** True keeps only records where the flag is true, or the amount is not 0; false keeps all. */
    static Filter only(String name, String member) {
        return present(name, member, (text, query) -> value -> !Boolean.parseBoolean(text) || isSet(value));
    }

    /** This day or later. */
    static Filter from(String name, String member) {
        return present(name, member, (text, query) -> {
            LocalDate first = date(name, text);
            return value -> !day(value).isBefore(first);
        });
    }

    /** This day or earlier. */
    static Filter until(String name, String member) {
        return present(name, member, (text, query) -> {
            LocalDate last = date(name, text);
            return value -> !day(value).isAfter(last);
        });
    }

    Filter doubted() {
        return new Filter(name, member, reader, true);
    }

    /** A filter that finds only rows where the member has a value. */
    private static Filter present(String name, String member, Reader reader) {
        return new Filter(
                name,
                member,
                (text, query) -> {
                    Predicate<JsonNode> condition = reader.condition(text, query);
                    return value -> !value.isNull() && condition.test(value);
                },
                false);
    }

    private static Predicate<JsonNode> inRanges(String name, String text) {
        Set<Long> single = new HashSet<>();
        List<long[]> ranges = new ArrayList<>();
        for (String part : parts(text)) {
            int dash = part.indexOf('-', 1);
            if (dash < 0) {
                single.add(number(name, part));
            } else {
                String to = part.substring(dash + 1);
                ranges.add(new long[] {
                    number(name, part.substring(0, dash)), to.isEmpty() ? Long.MAX_VALUE : number(name, to)
                });
            }
        }
        return value -> value.isNumber()
                && (single.contains(value.longValue())
                        || ranges.stream()
                                .anyMatch(range -> range[0] <= value.longValue() && value.longValue() <= range[1]));
    }

    private static Predicate<JsonNode> amongKeys(String name, String text) {
        Set<Long> wanted = new HashSet<>();
        parts(text).forEach(part -> wanted.add(number(name, part)));
        return value -> {
            if (!value.isArray()) {
                return wanted.contains(value.longValue());
            }
            for (JsonNode element : value) {
                if (wanted.contains(element.longValue())) {
                    return true;
                }
            }
            return false;
        };
    }

    private static Predicate<JsonNode> laterThan(String name, String text) {
        OffsetDateTime start;
        try {
            start = OffsetDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw Refusal.badRequest("The value of " + name + " is not a timestamp with an offset.");
        }
        return value -> value.isTextual()
                && OffsetDateTime.parse(value.textValue()).toInstant().isAfter(start.toInstant());
    }

    private static boolean isSet(JsonNode value) {
        return value.isNumber() ? value.decimalValue().signum() != 0 : value.asBoolean();
    }

    /** The day of a date that may be shown with a time. */
    private static LocalDate day(JsonNode value) {
        return LocalDate.parse(value.asText().substring(0, 10));
    }

    private static LocalDate date(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Refusal.badRequest("The value of " + name + " is not a date.");
        }
    }

    private static List<String> parts(String text) {
        return List.of(text.split(",", -1)).stream().map(String::trim).toList();
    }

    private static long number(String name, String text) {
        if (!text.matches("\\d{1,18}")) {
            throw Refusal.badRequest("The value of " + name + " is not understood.");
        }
        return Long.parseLong(text);
    }
}
