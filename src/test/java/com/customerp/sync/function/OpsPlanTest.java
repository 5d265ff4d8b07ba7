package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The dry run writes nothing anywhere, and says what the real run then does. */
@QuarkusTest
@QuarkusTestResource(World.class)
class OpsPlanTest extends OpsScenario {
    private static final List<String> COUNTED =
            List.of("created", "matched", "archived", "unchanged", "conflicts", "waiting", "parked", "retry");

    @Test
    void a_plan_of_everything_writes_nothing_and_tells_what_the_first_load_then_does() {
        aCompany();
        assertPlanHolds("{'action':'plan'}");
    }

    @Test
    void a_plan_of_everything_tells_what_edits_of_both_sides_then_do() {
        aCompany();
        fullOfAll();
        changesOfAll();
        webhooksAreLost();
        edit(Entity.CUSTOMER, "C-0", "{'phone':'+47 22 00 00 01'}");
        edit(
                Entity.ORDER,
                Samples.id(Entity.ORDER, 1),
                "{'lines':[{'lineId':'L-1','productId':'PR-0','quantity':7,'unitPrice':100}]}");
        editCounterpart(Entity.PRODUCT, "PR-0", "{'Description':'Ny tekst'}");
        delete(Entity.EMPLOYEE, Samples.id(Entity.EMPLOYEE, 2));
        assertPlanHolds("{'action':'plan'}");
    }

    @Test
    void a_plan_of_one_record_writes_nothing_and_names_fields_but_no_value() {
        linked(Entity.CUSTOMER, "C-7", "{'name':'Fjord Bygg AS','currencyCode':'NOK','invoiceDelivery':'print'}");
        edit(Entity.CUSTOMER, "C-7", "{'phone':'+47 22 00 00 01','email':'ny@fjord.example'}");
        webhooksAreLost();
        Map<String, String> before = world.items();
        JsonNode plan = ops("plan", Entity.CUSTOMER, "C-7");
        assertNothingWritten(before);
        assertEquals("patched", plan.path("result").asText(), plan.toString());
        assertEquals(
                "[\"phone\",\"email\"]".length(), plan.path("fields").toString().length());
        assertEquals("patch", plan.at("/writes/0/action").asText());
        assertTrue(plan.at("/writes/0/members").toString().contains("/PhoneNumber"), plan.toString());
        assertFalse(plan.toString().contains("22 00 00 01") || plan.toString().contains("fjord.example"));
    }

    @Test
    void a_plan_of_one_record_creates_what_it_refers_to_first() {
        create(Entity.CUSTOMER, "C-0", PairScenario.COMPANY);
        create(Entity.PRODUCT, "PR-0", Samples.members(Entity.PRODUCT, 0));
        create(Entity.ORDER, "O-1", Samples.members(Entity.ORDER, 1));
        webhooksAreLost();
        Map<String, String> before = world.items();
        forgetRequests();
        JsonNode plan = ops("plan", Entity.ORDER, "O-1");
        assertNothingWritten(before);
        assertEquals("created", plan.path("result").asText(), plan.toString());
    }

    @Test
    void a_plan_tells_of_no_more_records_than_it_is_asked_for() {
        aCompany();
        JsonNode plan = ops("{'action':'plan','entity':'customer','limit':2}");
        assertEquals(2, plan.path("records").size());
        assertTrue(plan.path("more").asBoolean());
        assertEquals(1, plan.path("entities").size());
    }

    @Test
    void a_plan_shows_a_safety_stop_and_goes_on_with_the_other_pairs() {
        for (int number = 0; number < 30; number++) {
            create(Entity.EMPLOYEE, Samples.id(Entity.EMPLOYEE, number), Samples.members(Entity.EMPLOYEE, number));
        }
        full(Entity.EMPLOYEE);
        for (int number = 0; number < 25; number++) {
            delete(Entity.EMPLOYEE, Samples.id(Entity.EMPLOYEE, number));
        }
        webhooksAreLost();
        Map<String, String> before = world.items();
        forgetRequests();
        JsonNode plan = ops("{'action':'plan'}");
        assertNothingWritten(before);
        assertTrue(plan.at("/entities/employee/stopped").asText().startsWith("safety stop: 25 of 30"), plan.toString());
        assertFalse(plan.path("complete").asBoolean());
        assertEquals(6, plan.path("entities").size());
    }

    /** Records of each pair: new ones, some that are in PowerOffice already, and one that could be two of those. */
    private void aCompany() {
        create(Entity.CUSTOMER, "C-0", PairScenario.COMPANY);
        create(Entity.PRODUCT, "PR-0", Samples.members(Entity.PRODUCT, 0));
        for (Entity entity : Entity.ORDER_OF_WORK) {
            for (int number = 1; number < 4; number++) {
                create(entity, Samples.id(entity, number), Samples.members(entity, number));
            }
        }
        createInPowerOffice(Entity.CUSTOMER, "{'Name':'Nr 1 AS','Number':10101}");
        createInPowerOffice(Entity.PRODUCT, "{'Code':'P2','Name':'Vare nr 2'}");
        createInPowerOffice(Entity.CUSTOMER, "{'Name':'Dobbel AS','OrganizationNumber':'987654325'}");
        createInPowerOffice(Entity.CUSTOMER, "{'Name':'Dobbel AS','OrganizationNumber':'987654325'}");
        create(Entity.CUSTOMER, "C-twice", "{'name':'Dobbel AS','organizationNumber':'987654325'}");
        webhooksAreLost();
    }

    private void assertPlanHolds(String event) {
        Map<String, String> before = world.items();
        forgetRequests();
        JsonNode plan = ops(event);
        assertNothingWritten(before);
        assertTrue(plan.path("complete").asBoolean(), plan.toString());
        for (Entity entity : Entity.ORDER_OF_WORK) {
            ObjectNode done = full(entity);
            JsonNode planned = plan.path("entities").path(entity.key());
            for (String count : COUNTED) {
                assertEquals(
                        done.path(count).asInt(),
                        planned.path(count).asInt(),
                        () -> count + " " + entity + "\nplanned " + planned + "\ndone " + done);
            }
            // What PowerOffice fills in or reckons (the amounts of an order) is carried back; no plan can know that.
            if (done.path("created").asInt() == 0) {
                assertPatched("poweroffice", done, planned);
            }
            if (done.path("created").asInt() == 0 && entity != Entity.ORDER) {
                assertPatched("customerp", done, planned);
            }
        }
    }

    private static void assertPatched(String side, JsonNode done, JsonNode planned) {
        String path = "/patched/" + side;
        assertEquals(done.at(path).asInt(), planned.at(path).asInt(), () -> "done " + done + "\nplanned " + planned);
    }

    private void assertNothingWritten(Map<String, String> before) {
        assertEquals(0, powerOfficeWrites(), () -> powerOfficeLog().toString());
        assertEquals(0, customerpWrites(), () -> customerpLog().toString());
        assertEquals(before, world.items());
    }
}
