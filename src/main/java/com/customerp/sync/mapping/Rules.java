package com.customerp.sync.mapping;

import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigDecimal;

/** The value rules by the names that the column "conversion and bounds" of mapping.md uses (table in 1.3). */
public final class Rules {
    private static final BigDecimal GREATEST = new BigDecimal("99999999999.9999");
    private static final ValueRule EMAIL = new EmailRule();
    private static final ValueRule PHONE = new PhoneRule();
    private static final ValueRule URL = new UrlRule();
    private static final ValueRule DIGITS = new DigitsRule();
    private static final ValueRule BOOL = new FlagRule(null);
    private static final ValueRule DATE = new DateRule();
    private static final ValueRule DEC = new DecimalRule(GREATEST.negate(), GREATEST, "is not below 10^11");
    private static final ValueRule PCT =
            new DecimalRule(BigDecimal.valueOf(-1000), BigDecimal.valueOf(100), "is not between -1000 and 100");
    private static final ValueRule COUNTRY = new LettersRule(2);
    private static final ValueRule CURRENCY = new LettersRule(3);
    private static final ValueRule ORGNO = new OrgnoRule(true);
    private static final ValueRule FOREIGN_ORGNO = new OrgnoRule(false);
    private static final ValueRule GTIN = new GtinRule();

    private Rules() {}

    /** {@code text n}: at most n Unicode code points. */
    public static ValueRule text(int max) {
        return new TextRule(max);
    }

    /** {@code email}. */
    public static ValueRule email() {
        return EMAIL;
    }

    /** {@code phone}. */
    public static ValueRule phone() {
        return PHONE;
    }

    /** {@code url}. */
    public static ValueRule url() {
        return URL;
    }

    /** {@code digits}: text in CustomERP, JSON integer in PowerOffice. */
    public static ValueRule digits() {
        return DIGITS;
    }

    /** {@code code n}: at most n Unicode code points, never missing. */
    public static ValueRule code(int max) {
        return new CodeRule(max);
    }

    /** {@code code n} of a project, which PowerOffice shows behind its parent's code (mapping.md 7.2). */
    public static ValueRule projectCode(int max) {
        return new ProjectCodeRule(new CodeRule(max));
    }

    /** {@code flag d}: null counts as d, and is written as d. A create leaves null out before it asks this rule. */
    public static ValueRule flag(boolean byDefault) {
        return new FlagRule(byDefault);
    }

    /** "As is": null, true and false are three values (mapping.md 12.1, isBillable). */
    public static ValueRule bool() {
        return BOOL;
    }

    /** {@code date}: {@code YYYY-MM-DD}. */
    public static ValueRule date() {
        return DATE;
    }

    /** {@code dec}: 4 decimals, absolute value below 10^11. */
    public static ValueRule dec() {
        return DEC;
    }

    /** {@code pct}: 4 decimals, -1000 to 100. */
    public static ValueRule pct() {
        return PCT;
    }

    /** {@code int a..b}, both included. */
    public static ValueRule integer(int from, int to) {
        return new IntegerRule(from, to);
    }

    /** {@code country}: ISO 3166-1 alpha-2. */
    public static ValueRule country() {
        return COUNTRY;
    }

    /** {@code currency}: ISO 4217. */
    public static ValueRule currency() {
        return CURRENCY;
    }

    /** {@code orgno} of a record whose country is NO or null: PowerOffice gets a Norwegian number as its 9 digits. */
    public static ValueRule orgno() {
        return ORGNO;
    }

    /** {@code orgno} of a record in another country: PowerOffice gets the text. Compares exactly as {@link #orgno()}. */
    public static ValueRule foreignOrgno() {
        return FOREIGN_ORGNO;
    }

    /** {@code gtin} (mapping.md 6.1). */
    public static ValueRule gtin() {
        return GTIN;
    }

    /** {@code enum X}, with a table of {@link EnumTables}. */
    public static ValueRule enumeration(EnumTable table) {
        return new EnumRule(table);
    }

    /** {@code ref X}: cleared in PowerOffice with null; null and -1 are read as null. */
    public static ValueRule ref(Entity entity) {
        return new ReferenceRule(entity, NullNode.getInstance());
    }

    /** {@code ref X} where PowerOffice takes null for "inherit": cleared with this key, -1 (mapping.md 8.1, projectId). */
    public static ValueRule ref(Entity entity, long clearedWith) {
        return new ReferenceRule(entity, LongNode.valueOf(clearedWith));
    }
}
