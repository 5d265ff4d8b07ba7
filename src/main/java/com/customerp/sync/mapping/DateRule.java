package com.customerp.sync.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code date} (mapping.md 1.3): the first 10 characters, {@code YYYY-MM-DD}; a time part is cut off. */
record DateRule() implements TextBased {
    private static final int LENGTH = 10;
    private static final Pattern SHAPE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    @Override
    public @Nullable String form(String trimmed) {
        String day = trimmed.substring(0, Math.min(LENGTH, trimmed.length()));
        return SHAPE.matcher(day).matches() && exists(day) ? day : null;
    }

    @Override
    public String carry(Side target, String trimmed) {
        String day = form(trimmed);
        if (day == null) {
            throw new InvalidValueException(Reason.NOT_ALLOWED, "is not a date");
        }
        return day;
    }

    private static boolean exists(String day) {
        try {
            LocalDate.parse(day);
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}
