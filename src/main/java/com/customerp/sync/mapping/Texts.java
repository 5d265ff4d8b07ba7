package com.customerp.sync.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the rules for texts have in common (mapping.md 1.3, row {@code text n}, and 10). */
final class Texts {
    private static final String UNMAPPED = "\u0000";
    private static final Pattern REPEATED_BLANKS = Pattern.compile("[\\h\\u0085]{2,}");

    private Texts() {}

    /** Whether a member is missing, null or, being a text, holds nothing but blanks. */
    static boolean isEmpty(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && trim(value.textValue()).isEmpty());
    }

    /** The form of a value that cannot be mapped: its JSON text, marked so that no mapped value has the same form. */
    static String unmapped(JsonNode value) {
        return UNMAPPED + value;
    }

    /** Without blanks at both ends; no-break spaces are blanks too, because .NET's servers trim them. */
    static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (from < to && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    static boolean isBlank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == 0x85;
    }

    /** The form in which trimmed texts are compared: line ends as LF, Unicode NFC. */
    static String normal(String trimmed) {
        return Normalizer.normalize(trimmed.replace("\r\n", "\n"), Normalizer.Form.NFC);
    }

    /** Repeated blanks as one; line ends stay, because they carry meaning in a description. */
    static @Nullable String collapse(@Nullable String text) {
        return text == null ? null : REPEATED_BLANKS.matcher(text).replaceAll(" ");
    }

    /**
     * Checks a length in Unicode code points: the unit of {@code maxLength} in both OpenAPI documents (JSON Schema).
     *
     * @throws InvalidValueException {@code too_long}
     */
    static void atMost(int max, String text) {
        if (text.codePointCount(0, text.length()) > max) {
            throw new InvalidValueException(Reason.TOO_LONG, "is longer than " + max + " characters");
        }
    }
}
