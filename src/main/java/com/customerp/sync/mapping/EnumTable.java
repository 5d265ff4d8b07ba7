package com.customerp.sync.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One table of mapping.md 9: CustomERP's words and PowerOffice's spellings. CustomERP's words are read exactly,
 * PowerOffice's in any letter case; both are written exactly as the table spells them. Immutable.
 */
public final class EnumTable {
    private final List<Row> rows;
    private final @Nullable Row nullRow;
    private final Map<String, Row> byCustomerp = new HashMap<>();
    private final Map<String, Row> byLowerCase = new HashMap<>();
    private final Map<String, Row> byPowerOffice = new HashMap<>();

    private EnumTable(List<Row> rows, @Nullable Row nullRow) {
        this.rows = List.copyOf(rows);
        this.nullRow = nullRow;
        for (Row row : rows) {
            byCustomerp.put(row.customerp(), row);
            byLowerCase.put(lower(row.customerp()), row);
            if (row.powerOffice() != null) {
                byPowerOffice.put(lower(row.powerOffice()), row);
            }
        }
        if (byLowerCase.size() != rows.size()
                || byPowerOffice.size()
                        != rows.stream()
                                .filter(row -> row.powerOffice() != null)
                                .count()) {
            throw new IllegalArgumentException("two rows of an enum table share a word");
        }
    }

    /** A table in which null is null on both sides. */
    public static EnumTable of(Row... rows) {
        return new EnumTable(List.of(rows), null);
    }

    /** This table with null counting as one of its words on both sides (mapping.md 9.4, 9.6). */
    public EnumTable nullIs(String customerpWord) {
        Row row = byCustomerp.get(customerpWord);
        if (row == null) {
            throw new IllegalArgumentException("null cannot count as a word that is not in the table");
        }
        return new EnumTable(rows, row);
    }

    /** The rows, in the order of the document. */
    public List<Row> rows() {
        return rows;
    }

    /** The row that null counts as. */
    Optional<Row> nullRow() {
        return Optional.ofNullable(nullRow);
    }

    /** The row of a word as a side shows it. */
    Optional<Row> read(Side side, String word) {
        return Optional.ofNullable(side == Side.CUSTOMERP ? byCustomerp.get(word) : byPowerOffice.get(lower(word)));
    }

    /** The row of a word of a side, spelled in any letter case (mapping.md 10). */
    Optional<Row> readAnyCase(Side side, String word) {
        return Optional.ofNullable((side == Side.CUSTOMERP ? byLowerCase : byPowerOffice).get(lower(word)));
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /**
     * One value of the enum.
     *
     * @param customerp CustomERP's word, which is also the canonical form
     * @param powerOffice PowerOffice's spelling, or null when it has no such value
     * @param written whether the sync writes it to PowerOffice
     */
    public record Row(String customerp, @Nullable String powerOffice, boolean written) {

        /** A value that travels both ways. */
        public static Row both(String customerp, String powerOffice) {
            return new Row(customerp, powerOffice, true);
        }

        /** A value that is only ever set in PowerOffice. */
        public static Row readOnly(String customerp, String powerOffice) {
            return new Row(customerp, powerOffice, false);
        }

        /** A value that PowerOffice's field cannot hold. */
        public static Row customerpOnly(String customerp) {
            return new Row(customerp, null, false);
        }
    }
}
