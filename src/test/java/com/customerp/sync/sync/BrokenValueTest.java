package com.customerp.sync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.customerp.sync.http.Json;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that no contract allows park their record with the field and the reason. */
class BrokenValueTest {

    @ParameterizedTest
    @ValueSource(strings = {"5", "true", "[\"987654325\"]"})
    void an_organization_number_abroad_that_is_no_text_parks(String number) {
        ObjectNode customer = body(Entity.CUSTOMER, Side.CUSTOMERP, "/organizationNumber", number);
        HostileValues.put(
                customer,
                JsonPointer.compile("/address/countryCode"),
                Json.read("\"SE\"").orElseThrow());
        assertParks("not_allowed", "organizationNumber", decide(Entity.CUSTOMER, Side.CUSTOMERP, customer));
    }

    @ParameterizedTest
    @CsvSource({"/NetAmount, '\"much\"', netAmount", "/TotalAmount, 1e30, totalAmount"})
    void an_invoice_whose_amount_cannot_be_read_parks_its_order(String place, String value, String field) {
        ObjectNode invoice = body(Entity.ORDER, Side.POWEROFFICE, place, value);
        Plan plan = new DecidedPair(Entity.ORDER)
                .decide(
                        DecidedPair.Known.ENDED,
                        Side.POWEROFFICE,
                        invoice,
                        GoodBodies.of(Entity.ORDER, Side.CUSTOMERP));
        assertParks("not_allowed", field, plan);
    }

    @Test
    void an_order_number_with_blanks_goes_back_to_a_draft_that_lost_it() {
        ObjectNode mine = body(Entity.ORDER, Side.CUSTOMERP, "/orderNumber", "\" 5001 \"");
        ObjectNode theirs = body(Entity.ORDER, Side.POWEROFFICE, "/ImportedOrderNo", "null");
        Plan plan = new DecidedPair(Entity.ORDER).decide(DecidedPair.Known.LINKED, Side.CUSTOMERP, mine, theirs);
        assertNull(plan.problem());
        assertEquals("5001", plan.effects().get(0).carried().get(0).value().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"L-2\"", "\"../L-1\"", "\"..\"", "7.5e3", "{}"})
    void lines_that_cannot_be_told_apart_park_their_order_and_none_is_lost(String lineId) {
        ObjectNode order = body(Entity.ORDER, Side.CUSTOMERP, "/lines/0/lineId", lineId);
        for (DecidedPair.Known known : new DecidedPair.Known[] {DecidedPair.Known.NOTHING, DecidedPair.Known.LINKED}) {
            Plan plan = new DecidedPair(Entity.ORDER)
                    .decide(known, Side.CUSTOMERP, order, GoodBodies.of(Entity.ORDER, Side.POWEROFFICE));
            assertParks("not_allowed", "lines", plan);
        }
    }

    @Test
    void a_line_of_PowerOffice_whose_slot_names_no_possible_line_is_a_new_one() {
        ObjectNode order = body(
                Entity.ORDER, Side.POWEROFFICE, "/SalesOrderLines/1/ExternalImportReference", "\"customerp:../x\"");
        Plan plan = new DecidedPair(Entity.ORDER)
                .decide(
                        DecidedPair.Known.NO_BASES,
                        Side.POWEROFFICE,
                        order,
                        GoodBodies.of(Entity.ORDER, Side.CUSTOMERP));
        assertNull(plan.problem());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"../customers/C-1\"", "\"..\"", "\"C-1?x=y\"", "\"C-1\\r\\nX: y\"", "{\"id\":\"C-1\"}"})
    void a_reference_that_can_be_no_id_parks_instead_of_waiting_for_a_record(String id) {
        Plan plan =
                decide(Entity.PROJECT, Side.CUSTOMERP, body(Entity.PROJECT, Side.CUSTOMERP, "/parentProjectId", id));
        assertParks("not_allowed", "parentProjectId", plan);
    }

    @Test
    void a_reference_of_PowerOffice_that_is_no_key_parks() {
        ObjectNode project = body(Entity.PROJECT, Side.POWEROFFICE, "/CustomerId", "\"1/../2\"");
        assertParks("not_allowed", "customerId", decide(Entity.PROJECT, Side.POWEROFFICE, project));
    }

    private static ObjectNode body(Entity entity, Side side, String place, String value) {
        ObjectNode body = GoodBodies.of(entity, side);
        HostileValues.put(body, JsonPointer.compile(place), Json.read(value).orElseThrow());
        return body;
    }

    private static Plan decide(Entity entity, Side side, ObjectNode body) {
        return new DecidedPair(entity)
                .decide(DecidedPair.Known.LINKED, side, body, GoodBodies.of(entity, side.other()));
    }

    private static void assertParks(String reason, String field, Plan plan) {
        assertEquals(
                reason + " " + field,
                plan.problem().reason().code() + " " + plan.problem().field());
        assertEquals(0, plan.effects().size());
    }
}
