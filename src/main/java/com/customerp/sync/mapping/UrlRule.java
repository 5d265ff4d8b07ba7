package com.customerp.sync.mapping;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code url} (mapping.md 1.3): as {@code text 500}, compared in any letter case of scheme and host and with or without
 * the last slash. The scheme may be absent, as in {@code www.fjordbygg.example}.
 */
record UrlRule() implements TextBased {
    private static final int MAX = 500;
    private static final Pattern SCHEME_USER_HOST =
            Pattern.compile("^((?:[A-Za-z][A-Za-z0-9+.-]*://)?)((?:[^/?#@]*@)?)([^/?#]*)");
    private static final Pattern WEB_SCHEME = Pattern.compile("^https?://");

    @Override
    public String form(String trimmed) {
        String text = SCHEME_USER_HOST
                .matcher(Texts.normal(trimmed))
                .replaceFirst(start -> Matcher.quoteReplacement(start.group(1).toLowerCase(Locale.ROOT)
                        + start.group(2)
                        + start.group(3).toLowerCase(Locale.ROOT)));
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    @Override
    public String carry(Side target, String trimmed) {
        Texts.atMost(MAX, trimmed);
        return trimmed;
    }

    /** A server may add the scheme (mapping.md 10): both forms are compared without it. */
    @Override
    public @Nullable String loose(@Nullable String canonical) {
        return canonical == null
                ? null
                : Texts.collapse(WEB_SCHEME.matcher(canonical).replaceFirst(""));
    }
}
