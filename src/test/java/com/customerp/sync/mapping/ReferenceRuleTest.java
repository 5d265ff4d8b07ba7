package com.customerp.sync.mapping;

import static com.customerp.sync.mapping.NamedRules.LINKS;
import static com.customerp.sync.mapping.NamedRules.json;
import static com.customerp.sync.mapping.Side.CUSTOMERP;
import static com.customerp.sync.mapping.Side.POWEROFFICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ref X} of mapping.md 1.3 and 1.7. */
class ReferenceRuleTest {
    private static final ValueRule SELLER = Rules.ref(Entity.EMPLOYEE);

    @ParameterizedTest
    @CsvSource({"CUSTOMERP, '\"E-7\"', E-7", "POWEROFFICE, 20550300, 20550300", "POWEROFFICE, 2.05503e7, 20550300"})
    void the_form_is_the_id_of_the_side(Side side, String value, String form) {
        assertEquals(form, SELLER.canonical(side, json(value)));
    }

    @Test
    void minus_one_is_null_in_PowerOffice_and_an_id_in_CustomERP() {
        assertNull(SELLER.canonical(POWEROFFICE, json("-1")));
        assertEquals("-1", SELLER.canonical(CUSTOMERP, json("\"-1\"")));
    }

    @Test
    void a_key_is_written_to_PowerOffice_as_a_64_bit_integer() {
        References huge = (entity, side, id) -> Optional.of("9007199254740993");
        assertTrue(SELLER.write(POWEROFFICE, json("\"E-7\""), huge).isLong());
        assertEquals(
                "9007199254740993",
                SELLER.write(POWEROFFICE, json("\"E-7\""), huge).toString());
    }

    @ParameterizedTest(name = "written to {0}")
    @CsvSource({"POWEROFFICE, '\"E-8\"', CUSTOMERP, E-8", "CUSTOMERP, 20550301, POWEROFFICE, 20550301"})
    void a_record_without_a_link_is_named_as_its_own_side_knows_it(Side target, String value, Side side, String id) {
        UnresolvedReferenceException missing =
                assertThrows(UnresolvedReferenceException.class, () -> SELLER.write(target, json(value), LINKS));
        assertEquals(new RecordKey(Entity.EMPLOYEE, side, id), missing.record());
    }
}
