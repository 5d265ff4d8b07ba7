package com.customerp.sync.mapping;

import static com.customerp.sync.mapping.NamedRules.binary;
import static com.customerp.sync.mapping.NamedRules.json;
import static com.customerp.sync.mapping.NamedRules.rule;
import static com.customerp.sync.mapping.Side.CUSTOMERP;
import static com.customerp.sync.mapping.Side.POWEROFFICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.node.MissingNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The column "equal when" of mapping.md 1.3. */
class RulesEqualityTest {

    @ParameterizedTest(name = "{0}: {1} in CustomERP equals {2} in PowerOffice")
    @CsvSource(delimiter = '|', textBlock = """
            text 5     | "Fjord"              | "Fjord"
            text 5     | "Fjord"              | "  Fjord\\t\\n"
            text 5     | "Fjord"              | "\\u00a0Fjord\\u202f"
            text 5     | "a\\nb"              | "a\\r\\nb"
            text 5     | "Ås"                 | "A\\u030as"
            text 5     | ""                   | null
            text 5     | " \\u00a0 "          | null
            text 5     | "much too long"      | "much too long"
            email      | "post@fjord.example" | " POST@Fjord.Example "
            email      | "no address"         | "NO ADDRESS"
            phone      | "+47 22 00 00 01"    | "+4722000001"
            phone      | "+47 22 00 00 01"    | "0047 (22) 00-00-01"
            phone      | "22 00 00 01"        | "22000001"
            phone      | "(+47) 22000001"     | "+4722000001"
            phone      | "+47 22 00 00 01"    | "+47 22\\u00a000 00 01"
            phone      | "+٤٧ ٢٢٠٠٠٠٠١"       | "+47 22000001"
            phone      | "ask Nora"           | " ask Nora"
            phone      | ""                   | null
            url        | "https://fjord.example"      | "HTTPS://Fjord.Example/"
            url        | "https://fjord.example/Om"   | "https://FJORD.example/Om/"
            url        | "www.fjord.example/Om"       | "WWW.fjord.example/Om"
            url        | "https://Nora@fjord.example" | "https://Nora@Fjord.example"
            url        | "https://fjord.example?A=B"  | "https://Fjord.example?A=B"
            digits     | "10042"              | 10042
            digits     | "10042"              | "10042"
            digits     | "0010042"            | 10042
            digits     | "10042"              | 10042.0
            digits     | "10042"              | 1.0042e4
            digits     | "999999999999999999" | 999999999999999999
            digits     | "0"                  | 0
            code 5     | "A-1"                | " A-1 "
            flag false | null                 | false
            flag false | true                 | true
            flag true  | true                 | null
            bool       | null                 | null
            bool       | false                | false
            date       | "2026-03-02"         | "2026-03-02T00:00:00+01:00"
            date       | "2024-02-29"         | " 2024-02-29 "
            dec        | 500                  | 500.0
            dec        | 500                  | 5e2
            dec        | 0.3                  | 0.30000000000000004
            dec        | 0.00005              | 0.0001
            dec        | -0.00005             | -0.0001
            dec        | 0.00004              | 0
            dec        | 0                    | -0.0
            dec        | 0                    | 1e-999999999
            dec        | 12.5                 | "12.50"
            dec        | 12.5                 | " 12.5 "
            dec        | null                 | ""
            pct        | 5                    | 5.00001
            int 0..100 | 20                   | 20.0
            country    | "NO"                 | "no"
            country    | "NO"                 | " No "
            currency   | "NOK"                | "nok"
            orgno      | "987654325"          | "NO 987 654 325 MVA"
            orgno      | "987654325"          | "no987654325mva"
            orgno      | "987654325"          | "987.654.325"
            orgno      | "987654325"          | "987654325MVA"
            orgno      | "SE556677889901"     | "se 556677-8899 01"
            orgno      | "-"                  | " - "
            gtin       | "07044610"           | "00000007044610"
            gtin       | "7044610000015"      | "70-44610 000015"
            gtin       | "7044610000015"      | "07044610000015"
            enum 9.1   | "eFaktura"           | "EFAKTURA"
            enum 9.1   | null                 | null
            enum 9.1   | "Carrier pigeon"     | "Carrier pigeon"
            enum 9.4   | null                 | "Product"
            enum 9.4   | "product"            | null
            enum 9.4   | null                 | null
            enum 9.5   | "EA"                 | "ea"
            enum 9.6   | null                 | "Draft"
            enum 9.6   | "draft"              | null
            """)
    void equal(String rule, String customerp, String powerOffice) {
        String expected = rule(rule).canonical(CUSTOMERP, json(customerp));
        assertEquals(expected, rule(rule).canonical(POWEROFFICE, json(powerOffice)));
        assertEquals(expected, rule(rule).canonical(POWEROFFICE, binary(powerOffice)));
    }

    @ParameterizedTest(name = "{0}: {1} in CustomERP differs from {2} in PowerOffice")
    @CsvSource(delimiter = '|', textBlock = """
            text 5     | "Fjord"              | "fjord"
            text 5     | "a  b"               | "a b"
            text 5     | "ab"                 | "a b"
            text 5     | "5003"               | 5003
            text 5     | "true"               | true
            text 5     | "null"               | null
            email      | "post@fjord.example" | "post@fjord2.example"
            phone      | "+47 22 00 00 01"    | "22000001"
            phone      | "+47 22 00 00 01"    | "4722000001"
            phone      | "22 00 00 01"        | "22000002"
            phone      | "ask Nora"           | "ask Ola"
            phone      | "0"                  | null
            url        | "https://fjord.example" | "http://fjord.example"
            url        | "https://fjord.example/Om" | "https://fjord.example/om"
            url        | "https://fjord.example?A=B" | "https://fjord.example?a=b"
            url        | "https://Nora@fjord.example" | "https://nora@fjord.example"
            url        | "https://fjord.example" | "https://fjord.example//"
            digits     | "10042"              | 10043
            digits     | "10042"              | 10042.5
            digits     | "-5"                 | 5
            code 5     | "A-1"                | "a-1"
            flag false | null                 | true
            flag true  | null                 | false
            flag true  | true                 | "true"
            bool       | null                 | false
            bool       | true                 | false
            date       | "2026-03-02"         | "2026-03-03"
            date       | "2026-03-02"         | null
            date       | "2026-02-30"         | "2026-02-30T00:00:00"
            dec        | 12.3456              | 12.3457
            dec        | 0                    | null
            dec        | 12.5                 | "12,5"
            dec        | 1                    | true
            int 0..100 | 20                   | 20.5
            int 0..100 | 0                    | 1e-10
            country    | "NO"                 | "SE"
            country    | "SS"                 | "ß"
            currency   | "NOK"                | "SEK"
            orgno      | "987654325"          | "987654326"
            orgno      | "987654325"          | "SE987654325"
            orgno      | "-"                  | "."
            gtin       | "7044610000015"      | "7044610000016"
            gtin       | "7044610000015"      | 7044610000015
            enum 9.1   | "print"              | "EHF"
            enum 9.1   | "Print"              | "Print"
            enum 9.1   | "print"              | "Carrier pigeon"
            enum 9.1   | null                 | "Print"
            enum 9.1   | "1"                  | 1
            enum 9.4   | null                 | "Service"
            enum 9.5   | "EA"                 | "C62"
            """)
    void different(String rule, String customerp, String powerOffice) {
        assertNotEquals(
                rule(rule).canonical(CUSTOMERP, json(customerp)), rule(rule).canonical(POWEROFFICE, json(powerOffice)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text 5",
                "email",
                "phone",
                "url",
                "digits",
                "code 5",
                "bool",
                "date",
                "dec",
                "pct",
                "int 0..100",
                "country",
                "currency",
                "orgno",
                "foreign orgno",
                "gtin",
                "enum 9.1",
                "ref employee"
            })
    void a_missing_member_a_null_and_an_empty_text_are_no_value(String rule) {
        for (Side side : Side.values()) {
            assertNull(rule(rule).canonical(side, MissingNode.getInstance()));
            assertNull(rule(rule).canonical(side, json("null")));
            assertNull(rule(rule).canonical(side, json("\" \"")));
        }
    }

    @ParameterizedTest(name = "{0}: {1} has the form {2}")
    @CsvSource(delimiter = '|', textBlock = """
            email      | "Post@Fjord.example" | post@fjord.example
            phone      | "0047 22 00 00 01"   | +4722000001
            url        | "HTTP://A.example/"  | http://a.example
            digits     | 10042                | 10042
            flag true  | null                 | true
            date       | "2026-03-02T10:00"   | 2026-03-02
            dec        | 1e3                  | 1000
            dec        | 12.50                | 12.5
            country    | "no"                 | NO
            orgno      | "NO987654325MVA"     | 987654325
            gtin       | "07044610"           | 00000007044610
            enum 9.1   | "EHF"                | ehf
            """)
    void the_form_in_which_fingerprints_are_taken_is_stable(String rule, String powerOffice, String form) {
        assertEquals(form, rule(rule).canonical(POWEROFFICE, json(powerOffice)));
    }
}
