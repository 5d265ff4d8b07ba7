package com.customerp.sync.http;

import java.util.regex.Pattern;

/**
 * Text from outside on its way to people: into log lines, links and answers. It starts no line of its own, moves no
 * cursor, turns no direction of writing and fills no log.
 */
public final class PlainText {

    /** Controls (C0, C1), line and paragraph separators, invisible signs, and halves of characters. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cf}\\p{Cs}]");

    private PlainText() {}

    /** The text with a blank for whatever is no visible character; what goes on after {@code longest} ends in dots. */
    public static String of(String text, int longest) {
        boolean fits = text.length() <= longest;
        // Where the cut goes through a character, the half that is left is unfit.
        String shown = fits ? text : text.substring(0, longest);
        return UNFIT.matcher(shown).replaceAll(" ") + (fits ? "" : "...");
    }
}
