package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Webhooks are hints: late, lost, repeated or out of order, both sides end in the same place (design.md 2). */
@QuarkusTest
@QuarkusTestResource(World.class)
class CustomerWebhookTest extends CustomerScenario {
    private static final String CUSTOMER = "{\"name\":\"Posten AS\",\"email\":\"post@posten.example\"}";

    @Test
    void aWebhookThatIsLateFindsNothingToDo() {
        String id = linked(CUSTOMER);
        editCustomerp(id, "{\"name\":\"Posten Drift AS\"}");
        List<JsonNode> late = takeWebhooks();
        changes();
        editPowerOffice(link(id).powerOfficeId(), "{\"Name\":\"Posten Bygg AS\"}");
        changes();
        forgetRequests();
        assertEquals("unchanged", result(functions.webhook(late.get(0))));
        assertEquals("Posten Bygg AS", inCustomerp(id).path("name").asText());
        assertEquals("Posten Bygg AS", counterpart(id).path("Name").asText());
        assertEquals(0, powerOfficeRequests());
        assertQuiet();
    }

    @Test
    void aLostWebhookIsMadeUpForByTheSweep() {
        String created = customer(CUSTOMER);
        webhooksAreLost();
        assertEquals(1, changes().path("created").asInt());
        editCustomerp(created, "{\"name\":\"Posten Drift AS\"}");
        webhooksAreLost();
        ObjectNode summary = changes();
        assertEquals(1, summary.at("/patched/poweroffice").asInt(), summary.toString());
        assertEquals("Posten Drift AS", counterpart(created).path("Name").asText());
        assertQuiet();
    }

    @Test
    void aRepeatedWebhookWritesNothing() {
        String id = customer(CUSTOMER);
        JsonNode created = takeWebhooks().get(0);
        assertEquals("created", result(functions.webhook(created)));
        takeWebhooks();
        forgetRequests();
        assertEquals("unchanged", result(functions.webhook(created)));
        editCustomerp(id, "{\"name\":\"Posten Drift AS\"}");
        JsonNode edited = takeWebhooks().get(0);
        assertEquals("patched", result(functions.webhook(edited)));
        assertEquals("unchanged", result(functions.webhook(edited)));
        assertEquals(1, powerOfficeWrites());
        assertEquals(0, customerpWrites());
        assertEquals(1, allInPowerOffice().size());
    }

    @Test
    void webhooksInTheWrongOrderEndInTheLastState() {
        String id = customer(CUSTOMER);
        editCustomerp(id, "{\"name\":\"Posten Drift AS\"}");
        editCustomerp(id, "{\"name\":\"Posten Bygg AS\"}");
        List<JsonNode> events = takeWebhooks();
        assertEquals("created", result(functions.webhook(events.get(2))));
        takeWebhooks();
        assertEquals("unchanged", result(functions.webhook(events.get(0))));
        assertEquals("unchanged", result(functions.webhook(events.get(1))));
        assertEquals("Posten Bygg AS", counterpart(id).path("Name").asText());
        assertEquals(1, powerOfficeWrites());
        assertEquals(1, allInPowerOffice().size());
    }

    @Test
    void aDeleteThatComesBeforeItsCreateLeavesNothing() {
        String id = customer(CUSTOMER);
        deleteCustomerp(id);
        List<JsonNode> events = takeWebhooks();
        assertEquals("unchanged", result(functions.webhook(events.get(1))));
        JsonNode answer = functions.webhook(events.get(0));
        assertEquals(200, answer.path("statusCode").asInt());
        assertEquals("unchanged", result(answer));
        assertEquals(0, allInPowerOffice().size());
        changes();
        assertEquals(0, allInPowerOffice().size());
        assertFalse(world.links().find(Entity.CUSTOMER, id).isPresent());
    }

    @Test
    void whatIsNoWebhookOfOursTouchesNothing() {
        customer(CUSTOMER);
        ObjectNode good = (ObjectNode) takeWebhooks().get(0);
        assertRefused(401, changed(good, "/body", good.path("body").asText() + " "));
        assertRefused(401, changed(good, "/headers/webhook-signature", "v1,AAAA"));
        assertRefused(404, changed(good, "/rawPath", "/webhooks/cats"));
        assertRefused(413, changed(good, "/body", "x".repeat(256 * 1024 + 1)));
        assertRefused(405, json("{}"));
        world.clock.pass(Duration.ofMinutes(6));
        assertRefused(401, good);
    }

    private void assertRefused(int status, JsonNode event) {
        JsonNode answer = functions.webhook(event);
        assertEquals(status, answer.path("statusCode").asInt(), answer.toString());
        assertEquals(
                "application/problem+json",
                answer.path("headers").path("content-type").asText());
        assertEquals(0, world.powerOffice().log().entries().size());
        assertEquals(0, world.customerp().requests().entries().size());
    }

    private static ObjectNode changed(ObjectNode event, String pointer, String value) {
        ObjectNode copy = event.deepCopy();
        int last = pointer.lastIndexOf('/');
        ObjectNode parent = last == 0 ? copy : (ObjectNode) copy.at(pointer.substring(0, last));
        parent.put(pointer.substring(last + 1), value);
        return copy;
    }
}
