package com.customerp.sync.mapping;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code country} and {@code currency} (mapping.md 1.3): an ISO code in upper case, compared in any case. Only the shape
 * is checked: which codes exist is each server's own matter.
 *
 * @param length 2 or 3
 */
record LettersRule(int length) implements TextBased {

    @Override
    public @Nullable String form(String trimmed) {
        return hasShape(trimmed) ? trimmed.toUpperCase(Locale.ROOT) : null;
    }

    @Override
    public String carry(Side target, String trimmed) {
        if (!hasShape(trimmed)) {
            throw new InvalidValueException(Reason.NOT_ALLOWED, "is not a code of " + length + " letters");
        }
        return trimmed.toUpperCase(Locale.ROOT);
    }

    private boolean hasShape(String text) {
        return text.length() == length && text.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'));
    }
}
