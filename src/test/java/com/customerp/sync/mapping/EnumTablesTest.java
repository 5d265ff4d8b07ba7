package com.customerp.sync.mapping;

import static com.customerp.sync.mapping.NamedRules.LINKS;
import static com.customerp.sync.mapping.NamedRules.rule;
import static com.customerp.sync.mapping.Side.CUSTOMERP;
import static com.customerp.sync.mapping.Side.POWEROFFICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.customerp.sync.mapping.EnumTable.Row;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of mapping.md 9, read and written; {@link MappingTablesTest} compares the tables row by row. */
class EnumTablesTest {

    @ParameterizedTest(name = "{0}: {1} is {2} in PowerOffice")
    @CsvSource({
        "enum 9.1, pdfByEmail, PdfByEmail",
        "enum 9.1, print, Print",
        "enum 9.1, ehf, EHF",
        "enum 9.1, external, External",
        "enum 9.1, factoring, Factoring",
        "enum 9.2, tentative, Tentative",
        "enum 9.2, notStarted, NotStarted",
        "enum 9.2, active, Active",
        "enum 9.2, complete, Complete",
        "enum 9.2, archived, Archived",
        "enum 9.3, fixedPrice, FixedPrice",
        "enum 9.3, time, Time",
        "enum 9.3, timeAndExpenses, TimeAndExpenses",
        "enum 9.4, product, Product",
        "enum 9.4, service, Service",
        "enum 9.5, HUR, HUR",
        "enum 9.6, draft, Draft",
        "enum 9.6, confirmed, Confirmed",
    })
    void words_that_travel_both_ways(String rule, String customerp, String powerOffice) {
        assertEquals(
                powerOffice,
                rule(rule)
                        .write(POWEROFFICE, TextNode.valueOf(customerp), LINKS)
                        .textValue());
        assertReads(rule, powerOffice, customerp);
    }

    @ParameterizedTest(name = "{0}: {2} of PowerOffice is read as {1}")
    @CsvSource({"enum 9.1, avtaleGiro, AvtaleGiro", "enum 9.1, eFaktura, Efaktura"})
    void words_that_only_PowerOffice_sets(String rule, String customerp, String powerOffice) {
        assertReads(rule, powerOffice, customerp);
    }

    @Test
    void unit_codes_are_the_closed_list_of_CustomERP() {
        Set<String> contract = Set.of("""
                BX MTR KMT KGM EA LTR HUR DAY MTK MTQ TNE MON ANN QAN NL XRO XBA XPL XPC PR XCI XBG SET XTY XOF FTK KWH MWH
                LBR CMT DMT LM XPK GRM HGM XFL XBE E54 MMT DAA H18 MLT HLT DLT AK XCR E14 MJ J57 XJG XCT XSA XTU WEE XCA XCN
                NAR M4 XVQ P1 MFU KMK LM3 FOT FM3 E34 E35""".split("\\s+"));
        Set<Row> same = contract.stream().map(code -> Row.both(code, code)).collect(Collectors.toSet());
        assertEquals(same, Set.copyOf(EnumTables.UNIT_CODE.rows()));
    }

    @Test
    void a_table_with_one_word_twice_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> EnumTable.of(Row.both("a", "A"), Row.both("A", "B")));
        assertThrows(IllegalArgumentException.class, () -> EnumTable.of(Row.both("a", "A"), Row.both("b", "a")));
    }

    @Test
    void null_counts_only_as_a_word_of_the_table() {
        EnumTable table = EnumTable.of(Row.both("a", "A"));
        assertThrows(IllegalArgumentException.class, () -> table.nullIs("b"));
    }

    private static void assertReads(String rule, String powerOffice, String customerp) {
        for (String shown : Set.of(powerOffice, powerOffice.toUpperCase(Locale.ROOT) + " ")) {
            JsonNode value = TextNode.valueOf(shown);
            assertEquals(customerp, rule(rule).write(CUSTOMERP, value, LINKS).textValue());
            assertEquals(customerp, rule(rule).canonical(POWEROFFICE, value));
        }
        assertEquals(customerp, rule(rule).canonical(CUSTOMERP, TextNode.valueOf(customerp)));
    }
}
