package com.customerp.sync.mapping;

import org.jspecify.annotations.Nullable;

/**
 * {@code phone} (mapping.md 1.3): carried as typed, compared by its digits and a leading {@code +}. A text without a
 * digit is compared as a text, since it would otherwise equal every other such text.
 */
record PhoneRule() implements TextBased {
    private static final int MAX = 50;
    private static final String NORWAY = "+47";

    @Override
    public String form(String trimmed) {
        StringBuilder digits = new StringBuilder();
        boolean plus = false;
        for (int i = 0; i < trimmed.length(); i++) {
            char c = trimmed.charAt(i);
            if (Character.isDigit(c)) {
                digits.append(Character.digit(c, 10));
            } else if (c == '+' && digits.isEmpty()) {
                plus = true;
            }
        }
        if (digits.isEmpty()) {
            return Texts.normal(trimmed);
        }
        if (!plus && digits.length() > 2 && digits.charAt(0) == '0' && digits.charAt(1) == '0') {
            digits.delete(0, 2);
            plus = true;
        }
        return plus ? "+" + digits : digits.toString();
    }

    @Override
    public String carry(Side target, String trimmed) {
        Texts.atMost(MAX, trimmed);
        return trimmed;
    }

    /** A server may add Norway's prefix (mapping.md 10): both forms are compared without it. */
    @Override
    public @Nullable String loose(@Nullable String canonical) {
        return canonical != null && canonical.startsWith(NORWAY) && canonical.length() > NORWAY.length()
                ? canonical.substring(NORWAY.length())
                : Texts.collapse(canonical);
    }
}
