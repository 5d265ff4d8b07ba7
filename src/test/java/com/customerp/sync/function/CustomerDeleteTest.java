package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.link.State;
import com.customerp.sync.local.http.Fault;
import com.customerp.sync.local.http.Response;
import com.customerp.sync.local.poweroffice.PowerOfficeFaults;
import com.customerp.sync.local.poweroffice.Resource;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.world.World;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A delete archives the other side and closes the link, once it is certain (mapping.md 1.8 and 3.4). */
@QuarkusTest
@QuarkusTestResource(World.class)
class CustomerDeleteTest extends CustomerScenario {
    private static final String CUSTOMER =
            "{\"customerNumber\":\"10042\",\"name\":\"Borte AS\",\"email\":\"post@borte.example\",\"currencyCode\":\"NOK\"}";
    private static final Fault NOT_FOUND =
            Fault.answers(Response.of(404, "application/problem+json", "{\"title\":\"Not found\",\"status\":404}"));
    private static final Duration ASKED_AGAIN = Duration.ofMinutes(10).plusSeconds(1);

    @Test
    void aTombstoneArchivesTheCounterpart() {
        String id = linked(CUSTOMER);
        deleteCustomerp(id);
        webhooksAreLost();
        ObjectNode summary = changes();
        assertEquals(1, summary.path("archived").asInt(), summary.toString());
        assertTrue(counterpart(id).path("IsArchived").asBoolean());
        assertEquals(State.CLOSED, link(id).state());
        assertEquals(1, powerOfficeWrites());
        assertQuiet();
    }

    @Test
    void aWebhookOfADeleteArchivesTheCounterpartAtOnce() {
        String id = linked(CUSTOMER);
        deleteCustomerp(id);
        assertEquals("archived", result(webhooksArrive()));
        assertTrue(counterpart(id).path("IsArchived").asBoolean());
        assertEquals(State.CLOSED, link(id).state());
        assertEquals(1, powerOfficeWrites());
        assertEquals("closed", result(repeatWebhook()));
        assertQuiet();
    }

    @Test
    void aTombstoneOfAnArchivedPairClosesTheLinkWithoutAWrite() {
        String id = linked(CUSTOMER);
        editCustomerp(id, "{\"isArchived\":true}");
        webhooksArrive();
        assertTrue(counterpart(id).path("IsArchived").asBoolean());
        deleteCustomerp(id);
        forgetRequests();
        assertEquals("closed", result(webhooksArrive()));
        assertEquals(State.CLOSED, link(id).state());
        assertEquals(0, powerOfficeWrites());
    }

    @Test
    void deletedInCustomerpAndEditedInPowerOfficeIsParked() {
        String id = linked(CUSTOMER);
        editPowerOffice(link(id).powerOfficeId(), "{\"Name\":\"Borte Drift AS\"}");
        deleteCustomerp(id);
        assertEquals("parked", result(webhooksArrive()));
        assertParked(id, Reason.DELETED_AND_EDITED);
        changes();
        full();
        assertParked(id, Reason.DELETED_AND_EDITED);
        assertFalse(counterpart(id).path("IsArchived").asBoolean());
        assertEquals(0, powerOfficeWrites());
    }

    @Test
    void deletedInPowerOfficeAndEditedInCustomerpIsParked() {
        String id = linked(CUSTOMER);
        deleteInPowerOffice(id);
        editCustomerp(id, "{\"name\":\"Borte Drift AS\"}");
        assertEquals("retry", result(webhooksArrive()));
        world.clock.pass(ASKED_AGAIN);
        changes();
        assertParked(id, Reason.DELETED_AND_EDITED);
        full();
        assertParked(id, Reason.DELETED_AND_EDITED);
        assertFalse(inCustomerp(id).path("isArchived").asBoolean());
        assertEquals(0, customerpWrites());
        assertEquals(0, allInPowerOffice().size());
    }

    @Test
    void deletedInPowerOfficeIsArchivedAfterTwo404sTenMinutesApart() {
        String id = linked(CUSTOMER);
        String key = deleteInPowerOffice(id);
        changes();
        full();
        assertNotYetArchived(id);
        world.clock.pass(Duration.ofMinutes(9));
        changes();
        full();
        assertNotYetArchived(id);
        world.clock.pass(Duration.ofMinutes(1).plusSeconds(1));
        ObjectNode summary = changes();
        assertEquals(1, summary.path("archived").asInt(), summary.toString());
        assertTrue(inCustomerp(id).path("isArchived").asBoolean());
        assertEquals(State.CLOSED, link(id).state());
        assertEquals(1, customerpWrites());
        assertTrue(world.powerOffice().log().count("GET", "/v2/Customers/" + key) >= 2);
        assertQuiet();
    }

    @Test
    void a404ThatIsOverAfterTenMinutesArchivesNothing() {
        String id = linked(CUSTOMER);
        String key = link(id).powerOfficeId();
        world.powerOffice().faults().when(request("GET", "/" + key)).times(1).then(NOT_FOUND);
        world.powerOffice().faults().when(request("GET", "/Customers")).times(1).then(PowerOfficeFaults.emptyList());
        full();
        assertNotYetArchived(id);
        world.clock.pass(ASKED_AGAIN);
        changes();
        full();
        assertEquals(State.LINKED, link(id).state());
        assertFalse(inCustomerp(id).path("isArchived").asBoolean());
        assertEquals(0, customerpWrites() + powerOfficeWrites());
        editCustomerp(id, "{\"name\":\"Borte Drift AS\"}");
        webhooksArrive();
        assertEquals("Borte Drift AS", counterpart(id).path("Name").asText());
    }

    @Test
    void a404LongAfterAnotherThatWasOverIsAFirstOneAgain() {
        String id = linked(CUSTOMER);
        a404ThatIsOver(id, "22 00 00 98");
        world.clock.pass(Duration.ofHours(1));
        a404ThatIsOver(id, "22 00 00 99");
        assertFalse(inCustomerp(id).path("isArchived").asBoolean());
    }

    @Test
    void anArchivedCounterpartThatIsBroughtBackInPowerOfficeStaysWithAPerson() {
        String id = linked(CUSTOMER);
        deleteCustomerp(id);
        webhooksArrive();
        String key = link(id).powerOfficeId();
        world.powerOffice().user().archive(Resource.CUSTOMERS, key, false);
        forgetRequests();
        ObjectNode summary = changes();
        assertEquals(1, summary.path("parked").asInt(), summary.toString());
        assertParked(id, Reason.WAS_DELETED);
        assertEquals("parked", result(repeatWebhook()), "of the delete");
        assertParked(id, Reason.WAS_DELETED);
        editPowerOffice(key, "{\"Name\":\"Borte Igjen AS\"}");
        changes();
        full();
        assertParked(id, Reason.WAS_DELETED);
        assertFalse(inPowerOffice(key).path("IsArchived").asBoolean());
        assertQuiet();
    }

    @Test
    void anArchivedCounterpartThatIsBroughtBackInCustomerpStaysWithAPerson() {
        String id = linked(CUSTOMER);
        deleteInPowerOffice(id);
        full();
        world.clock.pass(ASKED_AGAIN);
        changes();
        assertTrue(inCustomerp(id).path("isArchived").asBoolean());
        webhooksArrive();
        forgetRequests();
        editCustomerp(id, "{\"isArchived\":false}");
        assertEquals("parked", result(webhooksArrive()));
        assertParked(id, Reason.WAS_DELETED);
        editCustomerp(id, "{\"name\":\"Borte Igjen AS\"}");
        assertEquals("parked", result(webhooksArrive()));
        changes();
        full();
        assertParked(id, Reason.WAS_DELETED);
        assertFalse(inCustomerp(id).path("isArchived").asBoolean());
        assertEquals(0, allInPowerOffice().size());
        assertQuiet();
    }

    @Test
    void aFaultDoesNotOpenAClosedLink() {
        String id = linked(CUSTOMER);
        deleteInPowerOffice(id);
        full();
        world.clock.pass(ASKED_AGAIN);
        changes();
        webhooksArrive();
        editCustomerp(id, "{\"isArchived\":false}");
        world.customerp().faults().when(request("GET", "/" + id)).then(Fault.unavailable(1));
        assertEquals("retry", result(webhooksArrive()));
        world.customerp().faults().clear();
        world.clock.pass(ASKED_AGAIN);
        changes();
        assertParked(id, Reason.WAS_DELETED);
    }

    @Test
    void deletedOnBothSidesClosesTheLink() {
        String id = linked(CUSTOMER);
        deleteInPowerOffice(id);
        deleteCustomerp(id);
        webhooksAreLost();
        changes();
        world.clock.pass(ASKED_AGAIN);
        changes();
        assertEquals(State.CLOSED, link(id).state());
        assertEquals(0, customerpWrites() + powerOfficeWrites());
    }

    private void a404ThatIsOver(String id, String phone) {
        String key = link(id).powerOfficeId();
        world.powerOffice().faults().when(request("GET", "/" + key)).times(1).then(NOT_FOUND);
        editCustomerp(id, "{\"phone\":\"" + phone + "\"}");
        assertEquals("retry", result(webhooksArrive()));
        world.clock.pass(ASKED_AGAIN);
        changes();
        assertEquals(
                inCustomerp(id).path("phone").asText(),
                counterpart(id).path("PhoneNumber").asText());
    }

    private String deleteInPowerOffice(String id) {
        String key = link(id).powerOfficeId();
        world.powerOffice().user().delete(Resource.CUSTOMERS, key);
        return key;
    }

    private void assertNotYetArchived(String id) {
        assertFalse(inCustomerp(id).path("isArchived").asBoolean());
        assertEquals(State.RETRY, link(id).state());
        assertEquals(0, customerpWrites());
    }

    private void assertParked(String id, Reason reason) {
        assertEquals(State.PARKED, link(id).state());
        assertEquals(reason, link(id).problem().reason());
    }
}
