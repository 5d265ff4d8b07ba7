package com.customerp.sync.mapping;

import java.util.Locale;

/** {@code email} (mapping.md 1.3): as {@code text 254}; one {@code @} with text on both sides, no blank. */
record EmailRule() implements TextBased {
    private static final int MAX = 254;

    @Override
    public String form(String trimmed) {
        return Texts.normal(trimmed).toLowerCase(Locale.ROOT);
    }

    @Override
    public String carry(Side target, String trimmed) {
        int at = trimmed.indexOf('@');
        boolean valid = at > 0
                && at < trimmed.length() - 1
                && at == trimmed.lastIndexOf('@')
                && trimmed.chars().noneMatch(Texts::isBlank);
        if (!valid) {
            throw new InvalidValueException(
                    Reason.NOT_ALLOWED, "is not an e-mail address: one @ with text on both sides and no blank");
        }
        Texts.atMost(MAX, trimmed);
        return trimmed;
    }
}
