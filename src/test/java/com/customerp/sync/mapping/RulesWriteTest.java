package com.customerp.sync.mapping;

import static com.customerp.sync.mapping.NamedRules.LINKS;
import static com.customerp.sync.mapping.NamedRules.binary;
import static com.customerp.sync.mapping.NamedRules.json;
import static com.customerp.sync.mapping.NamedRules.rule;
import static com.customerp.sync.mapping.Side.CUSTOMERP;
import static com.customerp.sync.mapping.Side.POWEROFFICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The columns "CustomERP → PowerOffice", "PowerOffice → CustomERP" and "parked as" of mapping.md 1.3. */
class RulesWriteTest {

    @ParameterizedTest(name = "{0}: {1} of CustomERP is sent to PowerOffice as {2}")
    @CsvSource(delimiter = '|', textBlock = """
            text 5        | " Fjord "            | "Fjord"
            text 5        | " "                  | null
            text 5        | "a\\r\\nb"           | "a\\r\\nb"
            text 5        | "A\\u030as"          | "A\\u030as"
            email         | " Post@Fjord.example" | "Post@Fjord.example"
            email         | ""                   | null
            phone         | " +47 22 00 00 01"   | "+47 22 00 00 01"
            phone         | "ask Nora"           | "ask Nora"
            url           | "Fjord.example/ "    | "Fjord.example/"
            digits        | "10042"              | 10042
            digits        | "999999999999999999" | 999999999999999999
            digits        | null                 | null
            code 5        | "a.1-B"              | "a.1-B"
            flag false    | null                 | false
            flag true     | null                 | true
            flag true     | false                | false
            bool          | null                 | null
            bool          | false                | false
            date          | "2026-03-02"         | "2026-03-02"
            date          | null                 | null
            dec           | 500                  | 500
            dec           | -310.2500            | -310.25
            dec           | 99999999999.9999     | 99999999999.9999
            dec           | -99999999999.9999    | -99999999999.9999
            dec           | null                 | null
            pct           | -1000                | -1000
            pct           | 100                  | 100
            int 0..100    | 0                    | 0
            int 0..100    | 100                  | 100
            int 0..100    | null                 | null
            country       | "NO"                 | "NO"
            country       | null                 | null
            currency      | "NOK"                | "NOK"
            orgno         | "NO 987 654 325 MVA" | "987654325"
            orgno         | "987.654-325"        | "987654325"
            orgno         | "987654325mva"       | "987654325"
            orgno         | " 98765432 "         | "98765432"
            orgno         | "987/654/325"        | "987/654/325"
            foreign orgno | "987 654 325"        | "987 654 325"
            gtin          | "7044-6100 00015"    | "7044610000015"
            gtin          | "07044610"           | "07044610"
            gtin          | null                 | null
            enum 9.1      | "ehf"                | "EHF"
            enum 9.1      | null                 | null
            enum 9.4      | null                 | "Product"
            enum 9.6      | null                 | "Draft"
            ref employee     | "E-7"             | 20550300
            ref employee     | null              | null
            ref employee, -1 | null              | -1
            ref employee, -1 | "E-7"             | 20550300
            """)
    void to_PowerOffice(String rule, String value, String written) {
        assertEquals(
                json(written).toString(),
                rule(rule).write(POWEROFFICE, json(value), LINKS).toString());
    }

    @ParameterizedTest(name = "{0}: {1} of PowerOffice is sent to CustomERP as {2}")
    @CsvSource(delimiter = '|', textBlock = """
            text 5        | " Fjord "            | "Fjord"
            text 5        | ""                   | null
            text 5        | "😀😀😀😀😀"         | "😀😀😀😀😀"
            email         | "Post@Fjord.example " | "Post@Fjord.example"
            phone         | "004722000001"       | "004722000001"
            url           | "HTTP://Fjord.example" | "HTTP://Fjord.example"
            digits        | 10042                | "10042"
            digits        | "010042"             | "10042"
            digits        | 10042.0              | "10042"
            digits        | 999999999999999999   | "999999999999999999"
            digits        | null                 | null
            code 5        | " A 1 "              | "A 1"
            flag false    | null                 | false
            flag false    | true                 | true
            flag true     | null                 | true
            bool          | null                 | null
            bool          | true                 | true
            date          | "2026-03-02T23:59:59+01:00" | "2026-03-02"
            dec           | 0.30000000000000004  | 0.3
            dec           | 1e3                  | 1000
            dec           | 12.0                 | 12
            dec           | 12.34565             | 12.3457
            dec           | -12.34565            | -12.3457
            dec           | -0.00001             | 0
            dec           | "12.50"              | 12.5
            dec           | 99999999999.99994    | 99999999999.9999
            pct           | 100.00004            | 100
            int 0..100    | 20.0                 | 20
            country       | "no"                 | "NO"
            currency      | "nok"                | "NOK"
            orgno         | " NO 987 654 325 MVA " | "NO 987 654 325 MVA"
            gtin          | "70 44610000015"     | "7044610000015"
            enum 9.1      | "EFAKTURA"           | "eFaktura"
            enum 9.1      | "AvtaleGiro"         | "avtaleGiro"
            enum 9.1      | null                 | null
            enum 9.4      | null                 | "product"
            enum 9.5      | "ea"                 | "EA"
            ref employee  | 20550300             | "E-7"
            ref employee  | "20550300"           | "E-7"
            ref employee  | -1                   | null
            ref employee  | null                 | null
            ref employee, -1 | null              | null
            """)
    void to_CustomERP(String rule, String value, String written) {
        assertEquals(
                json(written).toString(),
                rule(rule).write(CUSTOMERP, json(value), LINKS).toString());
        assertEquals(
                json(written).toString(),
                rule(rule).write(CUSTOMERP, binary(value), LINKS).toString());
    }

    @ParameterizedTest(name = "{0}: {1} is parked as {2}: it {3}")
    @CsvSource(delimiter = '|', textBlock = """
            text 5     | "Fjords"             | too_long    | is longer than 5 characters
            text 5     | "😀😀😀😀😀😀"       | too_long    | is longer than 5 characters
            text 5     | 5003                 | not_allowed | is not a text
            text 5     | {"a": 1}             | not_allowed | is not a text
            email      | "fjord.example"      | not_allowed | is not an e-mail address: one @ with text on both sides and no blank
            email      | "@fjord.example"     | not_allowed | is not an e-mail address: one @ with text on both sides and no blank
            email      | "post@"              | not_allowed | is not an e-mail address: one @ with text on both sides and no blank
            email      | "a@b@fjord.example"  | not_allowed | is not an e-mail address: one @ with text on both sides and no blank
            email      | "a b@fjord.example"  | not_allowed | is not an e-mail address: one @ with text on both sides and no blank
            email      | "a@fj\\u00a0.example" | not_allowed | is not an e-mail address: one @ with text on both sides and no blank
            digits     | "0"                  | not_digits  | is not a number of 1 to 18 digits above 0
            digits     | "-5"                 | not_digits  | is not a number of 1 to 18 digits above 0
            digits     | -5                   | not_digits  | is not a number of 1 to 18 digits above 0
            digits     | "10 042"             | not_digits  | is not a number of 1 to 18 digits above 0
            digits     | "C-1"                | not_digits  | is not a number of 1 to 18 digits above 0
            digits     | 10042.5              | not_digits  | is not a number of 1 to 18 digits above 0
            digits     | "1e3"                | not_digits  | is not a number of 1 to 18 digits above 0
            digits     | "1234567890123456789" | not_digits | is not a number of 1 to 18 digits above 0
            digits     | 1234567890123456789  | not_digits  | is not a number of 1 to 18 digits above 0
            digits     | true                 | not_digits  | is not a number of 1 to 18 digits above 0
            code 5     | null                 | missing     | is missing
            code 5     | " "                  | missing     | is missing
            code 5     | "A,1"                | not_allowed | holds a comma
            code 5     | "A-1234"             | too_long    | is longer than 5 characters
            code 5     | 12                   | not_allowed | is not a text
            flag false | "true"               | not_allowed | is not true or false
            flag false | 1                    | not_allowed | is not true or false
            bool       | "false"              | not_allowed | is not true or false
            date       | "2026-02-30"         | not_allowed | is not a date
            date       | "02.03.2026"         | not_allowed | is not a date
            date       | "2026-3-2"           | not_allowed | is not a date
            date       | 20260302             | not_allowed | is not a text
            dec        | 100000000000         | not_allowed | is not below 10^11
            dec        | 99999999999.99995    | not_allowed | is not below 10^11
            dec        | -100000000000        | not_allowed | is not below 10^11
            dec        | 1e999999999          | not_allowed | is not a number
            dec        | "12,5"               | not_allowed | is not a number
            dec        | "twelve"             | not_allowed | is not a number
            dec        | [1]                  | not_allowed | is not a number
            pct        | 100.0001             | not_allowed | is not between -1000 and 100
            pct        | -1000.0001           | not_allowed | is not between -1000 and 100
            int 0..100 | 101                  | not_allowed | is not a whole number from 0 to 100
            int 0..100 | -1                   | not_allowed | is not a whole number from 0 to 100
            int 0..100 | 20.5                 | not_allowed | is not a whole number from 0 to 100
            country    | "NOR"                | not_allowed | is not a code of 2 letters
            country    | "N1"                 | not_allowed | is not a code of 2 letters
            country    | "ß"                  | not_allowed | is not a code of 2 letters
            country    | "ÅS"                 | not_allowed | is not a code of 2 letters
            currency   | "NO"                 | not_allowed | is not a code of 3 letters
            currency   | "N0K"                | not_allowed | is not a code of 3 letters
            gtin       | "704461000"          | not_allowed | is not 8, 12, 13 or 14 digits
            gtin       | "704461000001500"    | not_allowed | is not 8, 12, 13 or 14 digits
            gtin       | "7044610000O15"      | not_allowed | is not 8, 12, 13 or 14 digits
            enum 9.1   | "carrier pigeon"     | not_in_list | is not in the list of values that both systems know
            enum 9.1   | 1                    | not_in_list | is not in the list of values that both systems know
            enum 9.5   | "C62"                | not_in_list | is not in the list of values that both systems know
            ref employee | {"Id": 1}          | not_allowed | is not an id
            ref employee | 1.5                | not_allowed | is not an id
            """)
    void refused(String rule, String value, String reason, String sentence) {
        for (Side target : Side.values()) {
            assertRefused(rule, target, json(value), reason, sentence);
            assertRefused(rule, target, binary(value), reason, sentence);
        }
    }

    @ParameterizedTest(name = "{0} takes {1} characters and no more")
    @CsvSource({"text 200, 200", "phone, 50", "url, 500", "orgno, 30", "foreign orgno, 30"})
    void the_longest_text(String rule, int longest) {
        for (Side target : Side.values()) {
            JsonNode fits = TextNode.valueOf("å".repeat(longest));
            assertEquals(fits, rule(rule).write(target, fits, LINKS));
            assertRefused(
                    rule,
                    target,
                    TextNode.valueOf("å".repeat(longest + 1)),
                    "too_long",
                    "is longer than " + longest + " characters");
        }
    }

    @ParameterizedTest
    @CsvSource({"CUSTOMERP", "POWEROFFICE"})
    void the_longest_email(Side target) {
        JsonNode fits = TextNode.valueOf("a".repeat(254 - "@fjord.example".length()) + "@fjord.example");
        assertEquals(fits, Rules.email().write(target, fits, LINKS));
        assertRefused(
                "email", target, TextNode.valueOf("a" + fits.textValue()), "too_long", "is longer than 254 characters");
    }

    @ParameterizedTest(name = "{0}: {1} is not written to PowerOffice")
    @CsvSource({"enum 9.1, avtaleGiro", "enum 9.1, eFaktura", "enum 9.6, invoiced"})
    void values_that_only_PowerOffice_sets(String rule, String word) {
        assertRefused(
                rule, POWEROFFICE, TextNode.valueOf(word), "not_allowed", "is a value that only PowerOffice sets");
    }

    @ParameterizedTest
    @CsvSource({"Print", "PRINT", "EHF"})
    void words_of_CustomERP_are_read_exactly(String word) {
        assertRefused(
                "enum 9.1",
                POWEROFFICE,
                TextNode.valueOf(word),
                "not_in_list",
                "is not in the list of values that both systems know");
    }

    private static void assertRefused(String rule, Side target, JsonNode value, String reason, String sentence) {
        InvalidValueException refusal = assertThrows(
                InvalidValueException.class, () -> rule(rule).write(target, value, LINKS), () -> rule + " " + value);
        assertEquals(Reason.valueOf(reason.toUpperCase(Locale.ROOT)), refusal.reason());
        assertEquals(sentence, refusal.getMessage());
    }
}
