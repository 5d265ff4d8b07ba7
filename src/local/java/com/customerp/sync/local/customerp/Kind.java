package com.customerp.sync.local.customerp;

import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What values a member takes and how they are stored. A value out of bounds is refused, never cut or rounded. */
sealed interface Kind {

    /**
     * The value as it is stored: texts trimmed, empty texts as null, numbers without needless zeros.
     *
     * @param raw never null or JSON null
     * @param pointer of this value, for errors
     * @return JSON null also when the value is refused
     */
    JsonNode stored(JsonNode raw, String pointer, Errors errors);

    /** A text; {@code pattern} is the contract's, for the whole text before it is trimmed. */
    record Text(int maxLength, Pattern pattern, String message) implements Kind {
        @Override
        public JsonNode stored(JsonNode raw, String pointer, Errors errors) {
            if (!raw.isTextual()) {
                return refused(pointer, "must be a text", errors);
            }
            String text = raw.textValue();
            if (text.codePointCount(0, text.length()) > maxLength) {
                return refused(pointer, "has more than " + maxLength + " characters", errors);
            }
            String trimmed = text.strip();
            if (trimmed.isEmpty()) {
                return Json.NODES.nullNode();
            }
            return pattern.matcher(text).matches() ? Json.NODES.textNode(trimmed) : refused(pointer, message, errors);
        }
    }

    /** One of a closed list of texts. */
    record Choice(Set<String> values) implements Kind {
        @Override
        public JsonNode stored(JsonNode raw, String pointer, Errors errors) {
            return raw.isTextual() && values.contains(raw.textValue())
                    ? raw
                    : refused(pointer, "is not in the list", errors);
        }
    }

    /** True or false. */
    record Flag() implements Kind {
        @Override
        public JsonNode stored(JsonNode raw, String pointer, Errors errors) {
            return raw.isBoolean() ? raw : refused(pointer, "must be true or false", errors);
        }
    }

    /** A number within bounds and with at most {@code decimals} decimals. */
    record Number(BigDecimal min, BigDecimal max, int decimals) implements Kind {
        @Override
        public JsonNode stored(JsonNode raw, String pointer, Errors errors) {
            if (!raw.isNumber()) {
                return refused(pointer, "must be a number", errors);
            }
            BigDecimal value = raw.decimalValue();
            if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
                return refused(
                        pointer, "is not between " + min.toPlainString() + " and " + max.toPlainString(), errors);
            }
            BigDecimal shortest = value.stripTrailingZeros();
            if (shortest.scale() > decimals) {
                return refused(pointer, "has more than " + decimals + " decimals", errors);
            }
            return Json.NODES.numberNode(shortest.scale() < 0 ? shortest.setScale(0) : shortest);
        }
    }

    /** A day, {@code YYYY-MM-DD}. */
    record Date() implements Kind {
        private static final Pattern SHAPE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

        @Override
        public JsonNode stored(JsonNode raw, String pointer, Errors errors) {
            if (!raw.isTextual() || !SHAPE.matcher(raw.textValue()).matches()) {
                return refused(pointer, "must be a date YYYY-MM-DD", errors);
            }
            try {
                LocalDate.parse(raw.textValue());
                return raw;
            } catch (DateTimeParseException e) {
                return refused(pointer, "is not a day of the calendar", errors);
            }
        }
    }

    /** Id of a record of {@code target}; whether it exists is checked later. */
    record Ref(Entity target) implements Kind {
        @Override
        public JsonNode stored(JsonNode raw, String pointer, Errors errors) {
            return raw.isTextual() && Ids.isId(raw.textValue()) ? raw : refused(pointer, "is not an id", errors);
        }
    }

    /** An object; null when all its members are. */
    record Group(List<Member> members) implements Kind {
        @Override
        public JsonNode stored(JsonNode raw, String pointer, Errors errors) {
            if (!(raw instanceof ObjectNode object)) {
                return refused(pointer, "must be an object", errors);
            }
            ObjectNode stored = Member.storedAll(members, object, pointer, errors);
            for (JsonNode value : stored) {
                if (!value.isNull()) {
                    return stored;
                }
            }
            return Json.NODES.nullNode();
        }
    }

    /** An array of objects. */
    record Rows(List<Member> members, int maxItems) implements Kind {
        @Override
        public JsonNode stored(JsonNode raw, String pointer, Errors errors) {
            if (!raw.isArray() || raw.size() > maxItems) {
                return refused(pointer, "must be an array of at most " + maxItems, errors);
            }
            ArrayNode rows = Json.NODES.arrayNode();
            for (int i = 0; i < raw.size(); i++) {
                String at = pointer + "/" + i;
                if (raw.get(i) instanceof ObjectNode row) {
                    rows.add(Member.storedAll(members, row, at, errors));
                } else {
                    errors.add(at, "must be an object");
                }
            }
            return rows;
        }
    }

    private static JsonNode refused(String pointer, String message, Errors errors) {
        errors.add(pointer, message);
        return Json.NODES.nullNode();
    }
}
