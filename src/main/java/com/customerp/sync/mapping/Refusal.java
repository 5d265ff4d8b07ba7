package com.customerp.sync.mapping;

import java.util.regex.Pattern;

/**
 * How a refusal of PowerOffice is read: it has no machine code, so the words decide (poweroffice-go-v2.md 11).
 *
 * @param words what PowerOffice's title and detail must contain
 * @param field the field that is to blame
 * @param reason the reason under which the record is parked
 * @param sentence what the operator is told beside PowerOffice's own words
 */
public record Refusal(Pattern words, String field, Reason reason, String sentence) {

    /** A refusal that is recognised by a regular expression, in any letter case. */
    public static Refusal of(String words, String field, Reason reason) {
        return of(words, field, reason, "PowerOffice refused the write");
    }

    /** The same with a sentence that says what to do. */
    public static Refusal of(String words, String field, Reason reason, String sentence) {
        return new Refusal(Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.DOTALL), field, reason, sentence);
    }
}
