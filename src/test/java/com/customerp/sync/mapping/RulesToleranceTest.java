package com.customerp.sync.mapping;

import static com.customerp.sync.mapping.NamedRules.binary;
import static com.customerp.sync.mapping.NamedRules.json;
import static com.customerp.sync.mapping.NamedRules.rule;
import static com.customerp.sync.mapping.Side.CUSTOMERP;
import static com.customerp.sync.mapping.Side.POWEROFFICE;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The normalisations by a server that mapping.md 10 lists, and differences beside them that are edits. */
class RulesToleranceTest {

    @ParameterizedTest(name = "{0}: {1} may be shown as {2}")
    @CsvSource(delimiter = '|', textBlock = """
            text 5     | " Fjord  Bygg "      | "Fjord Bygg"
            text 5     | "Fjord \\u00a0 Bygg" | "Fjord Bygg"
            text 5     | "  "                 | null
            text 5     | "a\\r\\nb"           | "a\\nb"
            text 5     | "A\\u030as"          | "Ås"
            email      | "Post@Fjord.example" | "post@fjord.example"
            phone      | "22 00 00 01"        | "22000001"
            phone      | "(22) 00-00-01"      | "22000001"
            phone      | "+4722000001"        | "004722000001"
            phone      | "22 00 00 01"        | "+47 22000001"
            phone      | "22 00 00 01"        | "0047 22000001"
            phone      | "+47 22 00 00 01"    | "22000001"
            url        | "fjord.example"      | "https://fjord.example/"
            url        | "Fjord.example"      | "http://fjord.example"
            url        | "http://fjord.example" | "https://fjord.example"
            digits     | 10042                | "10042"
            digits     | "10042"              | 10042
            code 5     | "A  1"               | "A 1"
            flag false | null                 | false
            flag true  | null                 | true
            date       | "2026-03-02"         | "2026-03-02T00:00:00Z"
            dec        | 12.3456              | 12.35
            dec        | 12.3456              | 12.346
            dec        | 12.345               | 12.35
            dec        | 12.345               | 12.34
            dec        | -12.345              | -12.34
            dec        | 12                   | 12.0
            dec        | 1000                 | 1e3
            dec        | 0.3                  | 0.30000000000000004
            dec        | 12.3456              | 12.350000000000001
            dec        | 0.004                | 0
            dec        | 5                    | "5"
            pct        | 12.3456              | 12.35
            int 0..100 | 20                   | 20.0
            country    | "NO"                 | "no"
            currency   | "NOK"                | "Nok"
            orgno      | "987654325"          | "NO 987 654 325 MVA"
            foreign orgno | "SE556677889901"  | "SE 556677-8899 01"
            gtin       | "7044610000015"      | "07044610000015"
            enum 9.5   | "EA"                 | "ea"
            enum 9.4   | null                 | "Product"
            ref employee, -1 | null           | "-1"
            ref employee     | 20550300       | "20550300"
            """)
    void tolerated(String rule, String sent, String shown) {
        assertTrue(rule(rule).tolerates(POWEROFFICE, json(sent), json(shown)));
        assertTrue(rule(rule).tolerates(POWEROFFICE, binary(sent), binary(shown)));
    }

    @ParameterizedTest(name = "{0}: {1} shown as {2} is an edit")
    @CsvSource(delimiter = '|', textBlock = """
            text 5     | "Fjord"              | "fjord"
            text 5     | "Fjord Bygg"         | "FjordBygg"
            text 5     | "a\\nb"              | "a b"
            text 5     | "a\\n\\nb"           | "a\\nb"
            text 5     | "Fjord"              | "Fjor"
            text 5     | null                 | "Fjord"
            text 5     | "Fjord"              | null
            email      | "a@fjord.example"    | "b@fjord.example"
            phone      | "22 00 00 01"        | "+46 22000001"
            phone      | "+46 22 00 00 01"    | "22000001"
            phone      | "22 00 00 01"        | "4722000001"
            phone      | "22 00 00 01"        | null
            url        | "fjord.example"      | "www.fjord.example"
            url        | "fjord.example"      | "ftp://fjord.example"
            url        | "fjord.example/Om"   | "fjord.example/om"
            digits     | 10042                | 10043
            flag false | null                 | true
            bool       | null                 | false
            date       | "2026-03-02"         | "2026-03-01T23:00:00Z"
            dec        | 12.3456              | 12.3
            dec        | 12.3456              | 12.34
            dec        | 12.3456              | 12.345
            dec        | 12.35                | 12.3456
            dec        | 5                    | null
            dec        | null                 | 0
            dec        | "x"                  | 5
            int 0..100 | 20                   | 21
            country    | "NO"                 | "SE"
            country    | null                 | "NO"
            orgno      | "987654325"          | "987654326"
            gtin       | "7044610000015"      | "7044610000014"
            enum 9.1   | "Print"              | "EHF"
            enum 9.1   | "Pigeon"             | "Dove"
            enum 9.1   | null                 | "Print"
            ref employee | 20550300           | 20550301
            ref employee | 20550300           | -1
            """)
    void an_edit(String rule, String sent, String shown) {
        assertFalse(rule(rule).tolerates(POWEROFFICE, json(sent), json(shown)));
        assertFalse(rule(rule).tolerates(POWEROFFICE, binary(sent), binary(shown)));
    }

    @ParameterizedTest(name = "CustomERP may show {0} as {1}: {2}")
    @CsvSource({"EA, ea, true", "EA, HUR, false"})
    void CustomERP_too_may_change_the_case_of_a_unit(String sent, String shown, boolean tolerated) {
        ValueRule unit = Rules.enumeration(EnumTables.UNIT_CODE);
        assertTrue(tolerated == unit.tolerates(CUSTOMERP, json('"' + sent + '"'), json('"' + shown + '"')));
    }
}
