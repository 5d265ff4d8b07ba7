package com.customerp.sync.mapping;

import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code orgno} (mapping.md 1.3). Equality is the same in every country; only what PowerOffice is sent depends on it.
 *
 * @param norwegian whether the record's country is NO or null: then PowerOffice gets the 9 digits alone
 */
record OrgnoRule(boolean norwegian) implements TextBased {
    private static final int MAX = 30;
    private static final Pattern NORWEGIAN = Pattern.compile("(?:NO)?([0-9]{9})(?:MVA)?");

    @Override
    public String form(String trimmed) {
        String compact = keep(Texts.normal(trimmed), Character::isLetterOrDigit);
        Matcher matcher = NORWEGIAN.matcher(compact);
        if (matcher.matches()) {
            return matcher.group(1);
        }
        return compact.isEmpty() ? Texts.normal(trimmed) : compact;
    }

    @Override
    public String carry(Side target, String trimmed) {
        if (norwegian && target == Side.POWEROFFICE) {
            Matcher matcher = NORWEGIAN.matcher(keep(trimmed, c -> !Texts.isBlank(c) && c != '.' && c != '-'));
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        Texts.atMost(MAX, trimmed);
        return trimmed;
    }

    private static String keep(String text, IntPredicate kept) {
        return text.codePoints()
                .filter(kept)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .toUpperCase(Locale.ROOT);
    }
}
