package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.link.Lease;
import com.customerp.sync.link.Link;
import com.customerp.sync.link.State;
import com.customerp.sync.local.http.Fault;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Functions that meet on one record, and functions that died while they held one (design.md 3 and 4). */
@QuarkusTest
@QuarkusTestResource(World.class)
class CustomerRaceTest extends CustomerScenario {
    private static final String CUSTOMER = "{\"name\":\"Kappløpet AS\",\"email\":\"post@kapploepet.example\"}";
    private static final Duration LEASE_OVER = Duration.ofSeconds(31);
    private static final String SWEEP = "customer#sweep";

    @Test
    void twoWebhooksThatBothFoundNothingCreateOneRecord() throws Exception {
        String id = customer(CUSTOMER);
        world.powerOffice()
                .faults()
                .when(request -> request.parameter("externalImportReference").isPresent())
                .times(2)
                .then(together(2));
        JsonNode event = takeWebhooks().get(0);
        assertDone(atOnce(() -> functions.webhook(event), () -> functions.webhook(event)));
        assertEquals(1, world.powerOffice().log().count("POST", "/v2/Customers"));
        converge();
        assertEquals(1, allInPowerOffice().size());
        assertEquals(State.LINKED, link(id).state());
        assertQuiet();
    }

    @Test
    void aSweepDuringTheCreateOfAWebhookDoesNotCreate() {
        String id = customer(CUSTOMER);
        whileSent("POST", this::changes);
        assertEquals("created", result(functions.webhook(takeWebhooks().get(0))));
        converge();
        assertEquals(1, world.powerOffice().log().count("POST", "/v2/Customers"));
        assertEquals(1, allInPowerOffice().size());
        assertEquals(State.LINKED, link(id).state());
        assertQuiet();
    }

    @Test
    void twoWebhooksThatBothSawTheEditWriteItOnce() throws Exception {
        String id = linked(CUSTOMER);
        editCustomerp(id, "{\"name\":\"Kappløpet Drift AS\"}");
        world.customerp().faults().when(request("GET", "/" + id)).times(2).then(together(2));
        JsonNode event = takeWebhooks().get(0);
        assertDone(atOnce(() -> functions.webhook(event), () -> functions.webhook(event)));
        converge();
        assertEquals("Kappløpet Drift AS", counterpart(id).path("Name").asText());
        assertEquals(1, powerOfficeWrites());
        assertEquals(0, customerpWrites());
        assertQuiet();
    }

    @Test
    void aSweepDuringTheWriteOfAWebhookDoesNotWrite() {
        String id = linked(CUSTOMER);
        editCustomerp(id, "{\"name\":\"Kappløpet Drift AS\"}");
        whileSent("PATCH", this::changes);
        assertEquals("patched", result(functions.webhook(takeWebhooks().get(0))));
        converge();
        assertEquals("Kappløpet Drift AS", counterpart(id).path("Name").asText());
        assertEquals(1, powerOfficeWrites());
        assertEquals(0, customerpWrites());
        assertQuiet();
    }

    @Test
    void aSweepWhoseListIsOlderThanAWriteThatStoppedHalfWayRevertsNothing() {
        String id = linked(CUSTOMER);
        editCustomerp(id, "{\"name\":\"Kappløpet Drift AS\"}");
        editPowerOffice(link(id).powerOfficeId(), "{\"PhoneNumber\":\"+4722000099\"}");
        JsonNode event = takeWebhooks().get(0);
        world.customerp().faults().when(method("PATCH")).times(1).then(Fault.unavailable(600));
        world.customerp().faults().when(request("GET", "/customers")).times(1).then((request, simulator) -> {
            functions.webhook(event);
            return simulator.handle(request);
        });
        changes();
        assertEquals(
                1,
                world.customerp().requests().entries().stream()
                        .filter(entry -> entry.status() == 503)
                        .count());
        assertEquals("Kappløpet Drift AS", inCustomerp(id).path("name").asText());
        converge();
        assertEquals("Kappløpet Drift AS", counterpart(id).path("Name").asText());
        assertEquals("+4722000099", inCustomerp(id).path("phone").asText());
        assertEquals(1, powerOfficeWrites());
        assertEquals(1, customerpWritesTaken());
        assertQuiet();
    }

    @Test
    void aSweepWhoseListIsOlderThanTheLinkReadsTheRecordAgain() {
        String id = linked(CUSTOMER);
        world.customerp().faults().when(request("GET", "/customers")).times(1).then((request, simulator) -> {
            var before = simulator.handle(request);
            editCustomerp(id, "{\"name\":\"Kappløpet Drift AS\"}");
            webhooksArrive();
            world.links().save(link(id).change().customerpSeen(null).build());
            return before;
        });
        changes();
        assertEquals("Kappløpet Drift AS", inCustomerp(id).path("name").asText());
        assertEquals("Kappløpet Drift AS", counterpart(id).path("Name").asText());
        assertEquals(1, powerOfficeWrites());
        assertEquals(0, customerpWrites());
        assertQuiet();
    }

    @Test
    void aSweepThatFindsAnotherRunningSkipsUntilItsLeaseEnds() {
        customer(CUSTOMER);
        webhooksAreLost();
        var now = world.clock.instant();
        assertTrue(world.links().lease(SWEEP, "another", now, now.plusSeconds(30)));
        ObjectNode skipped = changes();
        assertEquals("running", skipped.path("skipped").asText());
        assertFalse(skipped.path("complete").asBoolean(true));
        assertEquals(0, world.powerOffice().log().entries().size());
        world.clock.pass(LEASE_OVER);
        ObjectNode summary = changes();
        assertTrue(summary.path("complete").asBoolean(), summary.toString());
        assertEquals(1, summary.path("created").asInt());
        assertTrue(changes().path("complete").asBoolean(), "the lease was given back");
    }

    @Test
    void aSweepThatEndsInAFaultGivesItsLeaseBack() {
        world.powerOffice().faults().always().then(Fault.unavailable(1));
        assertFalse(changes().path("complete").asBoolean(true));
        world.powerOffice().faults().clear();
        assertTrue(changes().path("complete").asBoolean());
    }

    @Test
    void anEditThatAKilledFunctionHeldIsCarriedWhenItsLeaseEnds() {
        String id = linked(CUSTOMER);
        killedWith(link(id));
        editCustomerp(id, "{\"name\":\"Kappløpet Drift AS\"}");
        JsonNode answer = webhooksArrive();
        assertEquals(202, answer.path("statusCode").asInt());
        assertEquals("retry", result(answer));
        changes();
        assertEquals(0, powerOfficeWrites(), "another function may be writing it");
        world.clock.pass(LEASE_OVER);
        changes();
        assertEquals("Kappløpet Drift AS", counterpart(id).path("Name").asText());
        assertEquals(State.LINKED, link(id).state());
        assertQuiet();
    }

    @Test
    void anEditWhoseWebhookWasKilledIsFoundByTheSweep() {
        String id = linked(CUSTOMER);
        editCustomerp(id, "{\"name\":\"Kappløpet Drift AS\"}");
        webhooksAreLost();
        killedWith(link(id));
        world.clock.pass(LEASE_OVER);
        changes();
        assertEquals("Kappløpet Drift AS", counterpart(id).path("Name").asText());
        assertQuiet();
    }

    @Test
    void aCreateThatWasKilledBeforeItWasSentIsSentOnce() {
        String id = customer(CUSTOMER);
        killedWhileCreating(id);
        assertEquals("retry", result(webhooksArrive()));
        world.clock.pass(LEASE_OVER);
        changes();
        assertEquals(1, allInPowerOffice().size());
        assertEquals(State.LINKED, link(id).state());
        assertQuiet();
    }

    @Test
    void aCreateThatWasKilledAfterItWasSentIsFoundByItsKey() {
        String id = customer(CUSTOMER);
        killedWhileCreating(id);
        String made = powerOfficeCustomer("{\"Name\":\"Kappløpet AS\",\"EmailAddress\":\"post@kapploepet.example\","
                + "\"ExternalImportReference\":\"customerp:" + id + "\"}");
        webhooksAreLost();
        world.clock.pass(LEASE_OVER);
        changes();
        assertEquals(1, allInPowerOffice().size());
        assertEquals(made, link(id).powerOfficeId());
        assertEquals(0, world.powerOffice().log().count("POST", "/v2/Customers"));
        assertQuiet();
    }

    private void killedWhileCreating(String id) {
        Link reserved = Link.unknown(Entity.CUSTOMER, id)
                .change()
                .postedAt(world.clock.instant())
                .nextAttemptAt(world.clock.instant().plusSeconds(30))
                .build();
        killedWith(reserved);
    }

    private void killedWith(Link link) {
        Lease foreign = new Lease("killed", world.clock.instant().plusSeconds(30));
        assertTrue(world.links().save(link.change().lease(foreign).build()).isPresent());
    }

    /** What was noted as due because the record was busy is done now. */
    private void converge() {
        world.clock.pass(Duration.ofMinutes(2));
        changes();
    }

    /** Holds each answer back until all have asked, so that each of them decides on the same state. */
    private static Fault together(int parties) {
        CyclicBarrier barrier = new CyclicBarrier(parties);
        return (request, simulator) -> {
            var answer = simulator.handle(request);
            try {
                barrier.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
                throw new AssertionError("the functions did not meet", alone);
            }
            return answer;
        };
    }

    /** Lets something happen from its start to its end while the next write to PowerOffice is under way. */
    private void whileSent(String method, Runnable meanwhile) {
        world.powerOffice().faults().when(method(method)).times(1).then((request, simulator) -> {
            meanwhile.run();
            return simulator.handle(request);
        });
    }

    private static List<JsonNode> atOnce(Callable<JsonNode> one, Callable<JsonNode> other) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<JsonNode>> both = threads.invokeAll(List.of(one, other), 60, TimeUnit.SECONDS);
            return List.of(both.get(0).get(), both.get(1).get());
        } finally {
            threads.shutdownNow();
        }
    }

    /** Both answered; which of them wrote, and whether the other waited for it, is open. */
    private static void assertDone(List<JsonNode> answers) {
        for (JsonNode answer : answers) {
            assertTrue(answer.path("statusCode").asInt() / 100 == 2, answer.toString());
        }
    }
}
