package com.customerp.sync.mapping;

import java.util.regex.Pattern;

/**
 * How a refusal of PowerOffice is read: it has no machine code, so the words decide (poweroffice-go-v2.md 11).
 *
 * @param words what PowerOffice's title and detail must contain
 * @param field the field that is to blame
 * @param reason the reason under which the record is parked
 */
public record Refusal(Pattern words, String field, Reason reason) {

    /** A refusal that is recognised by a regular expression, in any letter case. */
    public static Refusal of(String words, String field, Reason reason) {
        return new Refusal(Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.DOTALL), field, reason);
    }
}
