package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.customerp.sync.link.State;
import com.customerp.sync.local.http.Fault;
import com.customerp.sync.local.http.Response;
import com.customerp.sync.local.poweroffice.PowerOfficeFaults;
import com.customerp.sync.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A create of which nobody knows whether it happened makes one record, whatever happened (mapping.md 1.5). */
@QuarkusTest
@QuarkusTestResource(World.class)
class CustomerCreateFaultTest extends CustomerScenario {
    private static final String CUSTOMER = "{\"name\":\"Tåkeheimen AS\",\"email\":\"post@taakeheimen.example\"}";
    private static final Duration SEARCHED_AGAIN = Duration.ofSeconds(31);

    /** How the answer of a write that did happen gets lost. */
    enum Lost {
        RESET(Fault.resetAfter()),
        SERVER_ERROR(Fault.answersAfter(Response.of(500, "application/problem+json", "{\"status\":500}"))),
        UNAVAILABLE(Fault.answersAfter(Response.empty(503))),
        HTML(Fault.answersAfter(Response.of(200, "text/html", "<!doctype html><html></html>"))),
        EMPTY(Fault.answersAfter(Response.of(200, "application/json", ""))),
        CUT(PowerOfficeFaults.cutBody());

        private final Fault fault;

        Lost(Fault fault) {
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }
    }

    /** How a create fails before it happened. */
    enum Refused {
        RESET(Fault.resetBefore()),
        SERVER_ERROR(Fault.serverError()),
        HTML(Fault.html(200));

        private final Fault fault;

        Refused(Fault fault) {
            this.fault = fault;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCreateWhoseAnswerIsLostIsFoundByItsKey(Lost how) {
        world.powerOffice().faults().when(method("POST")).times(1).then(how.fault);
        String id = customer(CUSTOMER);
        webhooksArrive();
        assertEquals("created", result(answers.get(0)));
        assertOnlyOne(id, 1);
    }

    @ParameterizedTest
    @EnumSource
    void aCreateWhoseAnswerIsLostInASweepIsFoundByItsKey(Lost how) {
        world.powerOffice().faults().when(method("POST")).times(1).then(how.fault);
        String id = customer(CUSTOMER);
        webhooksAreLost();
        assertEquals(1, changes().path("created").asInt());
        assertOnlyOne(id, 1);
    }

    @ParameterizedTest
    @EnumSource
    void aCreateThatIsNotShownYetIsSearchedAgainBeforeAnother(Lost how) {
        world.powerOffice().change(options -> options.withStaleReads(Duration.ofSeconds(20), 0));
        world.powerOffice().faults().when(method("POST")).times(1).then(how.fault);
        String id = customer(CUSTOMER);
        JsonNode answer = webhooksArrive();
        assertEquals(202, answer.path("statusCode").asInt());
        assertEquals("retry", result(answer));
        changes();
        world.clock.pass(SEARCHED_AGAIN);
        changes();
        assertOnlyOne(id, 1);
    }

    @ParameterizedTest
    @EnumSource
    void aCreateThatDidNotHappenIsSentAgainAfterTheSecondSearch(Refused how) {
        world.powerOffice().faults().when(method("POST")).times(1).then(how.fault);
        String id = customer(CUSTOMER);
        assertEquals("retry", result(webhooksArrive()));
        assertEquals("retry", result(repeatWebhook()), "too early");
        changes();
        assertEquals(1, posts(), "searched, not sent, for 30 seconds");
        world.clock.pass(SEARCHED_AGAIN);
        ObjectNode summary = changes();
        assertEquals(1, summary.path("created").asInt(), summary.toString());
        assertOnlyOne(id, 2);
    }

    @Test
    void anOutageRightAfterTheCreateLosesNothing() {
        world.powerOffice().faults().when(method("POST")).times(1).then((request, simulator) -> {
            world.powerOffice().faults().when(method("GET")).times(8).then(Fault.unavailable(1));
            return Fault.resetAfter().answer(request, simulator);
        });
        String id = customer(CUSTOMER);
        assertEquals("retry", result(webhooksArrive()));
        world.powerOffice().faults().clear();
        world.clock.pass(Duration.ofMinutes(2));
        changes();
        assertOnlyOne(id, 1);
    }

    @Test
    void anEditWhileTheCreateIsUnclearArrivesToo() {
        world.powerOffice().change(options -> options.withStaleReads(Duration.ofSeconds(20), 0));
        world.powerOffice().faults().when(method("POST")).times(1).then(Fault.resetAfter());
        String id = customer(CUSTOMER);
        webhooksArrive();
        editCustomerp(id, "{\"name\":\"Tåkeheimen Drift AS\"}");
        assertEquals("retry", result(webhooksArrive()));
        world.clock.pass(SEARCHED_AGAIN);
        changes();
        assertOnlyOne(id, 1);
        assertEquals("Tåkeheimen Drift AS", counterpart(id).path("Name").asText());
        assertEquals("Tåkeheimen Drift AS", inCustomerp(id).path("name").asText());
    }

    @Test
    void aRecordDeletedWhileItsCreateIsUnclearIsArchivedInPowerOffice() {
        world.powerOffice().change(options -> options.withStaleReads(Duration.ofSeconds(20), 0));
        world.powerOffice().faults().when(method("POST")).times(1).then(Fault.resetAfter());
        String id = customer(CUSTOMER);
        webhooksArrive();
        deleteCustomerp(id);
        assertEquals("retry", result(webhooksArrive()));
        world.clock.pass(SEARCHED_AGAIN);
        changes();
        world.clock.pass(Duration.ofMinutes(11));
        changes();
        assertEquals(1, allInPowerOffice().size());
        assertEquals(true, allInPowerOffice().get(0).path("IsArchived").asBoolean());
        assertEquals(State.CLOSED, link(id).state());
    }

    private long posts() {
        return world.powerOffice().log().count("POST", "/v2/Customers");
    }

    private void assertOnlyOne(String id, int posts) {
        assertEquals(1, allInPowerOffice().size(), "records in PowerOffice");
        assertEquals(posts, posts(), "creates sent");
        assertEquals(State.LINKED, link(id).state());
        assertEquals(
                "customerp:" + id,
                counterpart(id).path("ExternalImportReference").asText());
        changes();
        full();
        assertQuiet();
        assertEquals(1, allInPowerOffice().size(), "records in PowerOffice");
    }
}
