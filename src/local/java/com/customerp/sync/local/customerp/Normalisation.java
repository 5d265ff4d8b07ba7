package com.customerp.sync.local.customerp;

import java.util.Locale;
import java.util.function.UnaryOperator;

/** What a server may make of a value by itself when it is written (mapping.md 10). */
public enum Normalisation {
    /** E-mail addresses in upper case. */
    UPPER_CASE_EMAIL(Schemas.EMAIL, text -> text.toUpperCase(Locale.ROOT)),
    /** Phone numbers without blanks. */
    PHONE_WITHOUT_BLANKS(Schemas.PHONE, text -> text.replaceAll("\\s", ""));

    private final Kind kind;
    private final UnaryOperator<String> change;

    Normalisation(Kind kind, UnaryOperator<String> change) {
        this.kind = kind;
        this.change = change;
    }

    /** The text as it is stored in a member of this kind. */
    String apply(Kind memberKind, String text) {
        return memberKind == kind ? change.apply(text) : text;
    }
}
