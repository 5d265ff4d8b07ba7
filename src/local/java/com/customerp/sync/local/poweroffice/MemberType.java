package com.customerp.sync.local.poweroffice;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;

/** JSON types of members, kept strictly: a digit text is no number. */
enum MemberType {
    TEXT("a string") {
        @Override
        boolean takes(JsonNode value) {
            return value.isTextual();
        }
    },
    INTEGER("an integer") {
        @Override
        boolean takes(JsonNode value) {
            return value.isIntegralNumber() && value.canConvertToLong();
        }
    },
    DECIMAL("a number") {
        @Override
        boolean takes(JsonNode value) {
            return value.isNumber();
        }
    },
    FLAG("a boolean") {
        @Override
        boolean takes(JsonNode value) {
            return value.isBoolean();
        }
    },
    DATE("a date (yyyy-MM-dd)") {
        @Override
        boolean takes(JsonNode value) {
            return value.isTextual() && isDate(value.textValue());
        }
    },
    /** Set by the server only. */
    TIMESTAMP("a timestamp") {
        @Override
        boolean takes(JsonNode value) {
            return value.isTextual();
        }
    },
    UUID_TEXT("a UUID") {
        @Override
        boolean takes(JsonNode value) {
            return value.isTextual() && isUuid(value.textValue());
        }
    },
    INTEGERS("an array of integers") {
        @Override
        boolean takes(JsonNode value) {
            if (!value.isArray()) {
                return false;
            }
            for (JsonNode element : value) {
                if (!INTEGER.takes(element)) {
                    return false;
                }
            }
            return true;
        }
    },
    OBJECT("an object") {
        @Override
        boolean takes(JsonNode value) {
            return value.isObject();
        }
    };

    private final String words;

    MemberType(String words) {
        this.words = words;
    }

    /** Whether a value that is not null has this type. */
    abstract boolean takes(JsonNode value);

    /** What is expected, for error texts. */
    String words() {
        return words;
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
