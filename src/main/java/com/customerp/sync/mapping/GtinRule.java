package com.customerp.sync.mapping;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A product's {@code gtin} (mapping.md 6.1): 8, 12, 13 or 14 digits, equal after filling with zeros to 14. */
record GtinRule() implements TextBased {
    private static final int FULL = 14;
    private static final Pattern SHAPE = Pattern.compile("[0-9]{8}|[0-9]{12,14}");
    private static final Pattern FILLING = Pattern.compile("[\\s\\h-]");

    @Override
    public @Nullable String form(String trimmed) {
        String digits = bare(trimmed);
        return SHAPE.matcher(digits).matches() ? "0".repeat(FULL - digits.length()) + digits : null;
    }

    @Override
    public String carry(Side target, String trimmed) {
        String digits = bare(trimmed);
        if (!SHAPE.matcher(digits).matches()) {
            throw new InvalidValueException(Reason.NOT_ALLOWED, "is not 8, 12, 13 or 14 digits");
        }
        return digits;
    }

    private static String bare(String text) {
        return FILLING.matcher(text).replaceAll("");
    }
}
