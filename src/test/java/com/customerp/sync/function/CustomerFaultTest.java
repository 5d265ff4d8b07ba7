package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.link.State;
import com.customerp.sync.local.http.Fault;
import com.customerp.sync.local.http.Faults;
import com.customerp.sync.local.http.Response;
import com.customerp.sync.local.poweroffice.PowerOfficeFaults;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A system that is away or answers nonsense: nothing is lost, nothing is deleted, and it goes on afterwards. */
@QuarkusTest
@QuarkusTestResource(World.class)
class CustomerFaultTest extends CustomerScenario {
    private static final Duration DUE_AGAIN = Duration.ofMinutes(2);

    /** Answers that say nothing about a record. */
    enum Nonsense {
        HTML(Fault.html(200)),
        HTML_NOT_FOUND(Fault.html(404)),
        HTML_ERROR(Fault.html(502)),
        EMPTY(Fault.emptyOk()),
        UNAVAILABLE(Fault.unavailable(1)),
        LONG_MAINTENANCE(Fault.unavailable(600)),
        SERVER_ERROR(Fault.serverError()),
        RESET(Fault.resetBefore()),
        CUT(PowerOfficeFaults.cutBody()),
        OTHER_JSON(Fault.answers(Response.of(200, "application/json", "{\"status\":\"ok\"}"))),
        THROTTLED(Fault.tooManyRequests(1));

        private final Fault fault;

        Nonsense(Fault fault) {
            this.fault = fault;
        }
    }

    static Stream<Arguments> nonsenseOfEachSide() {
        return Arrays.stream(Side.values())
                .flatMap(side -> Arrays.stream(Nonsense.values()).map(how -> Arguments.of(side, how)));
    }

    @ParameterizedTest
    @MethodSource("nonsenseOfEachSide")
    void aListThatCannotBeReadLeavesTheSweepIncomplete(Side side, Nonsense how) {
        String edited = linked("{\"name\":\"Bølgen AS\",\"email\":\"post@boelgen.example\"}");
        String there = linked("{\"name\":\"Skjæret AS\",\"email\":\"post@skjaeret.example\"}");
        editCustomerp(edited, "{\"name\":\"Bølgen Drift AS\"}");
        editPowerOffice(link(there).powerOfficeId(), "{\"Name\":\"Skjæret Drift AS\"}");
        String added = customer("{\"name\":\"Holmen AS\",\"email\":\"post@holmen.example\"}");
        webhooksAreLost();
        faults(side).when(request("GET", "ustomers")).then(how.fault);
        for (String mode : new String[] {"changes", "full"}) {
            ObjectNode summary = sweep("{\"mode\":\"" + mode + "\"}");
            assertFalse(summary.path("complete").asBoolean(true), summary.toString());
            assertEquals(0, summary.path("archived").asInt());
        }
        faults(side).clear();
        world.clock.pass(DUE_AGAIN);
        ObjectNode summary = changes();
        assertTrue(summary.path("complete").asBoolean(), summary.toString());
        assertEquals("Bølgen Drift AS", counterpart(edited).path("Name").asText());
        assertEquals("Skjæret Drift AS", inCustomerp(there).path("name").asText());
        assertEquals("Holmen AS", counterpart(added).path("Name").asText());
        assertEquals(3, allInPowerOffice().size());
        assertQuiet();
    }

    @ParameterizedTest
    @MethodSource("nonsenseOfEachSide")
    void aRecordThatCannotBeReadIsNotedAndGoesOnLater(Side side, Nonsense how) {
        String id = linked("{\"name\":\"Fjellet AS\",\"email\":\"post@fjellet.example\"}");
        editCustomerp(id, "{\"name\":\"Fjellet Drift AS\"}");
        String read = side == Side.CUSTOMERP ? id : link(id).powerOfficeId();
        faults(side).when(request("GET", "/" + read)).then(how.fault);
        JsonNode answer = webhooksArrive();
        assertEquals(202, answer.path("statusCode").asInt());
        assertEquals("retry", result(answer));
        assertFalse(answer.toString().contains("Fjellet"), "no data in answers");
        assertEquals(State.RETRY, link(id).state());
        faults(side).clear();
        world.clock.pass(DUE_AGAIN);
        changes();
        assertEquals("Fjellet Drift AS", counterpart(id).path("Name").asText());
        assertFalse(counterpart(id).path("IsArchived").asBoolean());
        assertFalse(inCustomerp(id).path("isArchived").asBoolean());
        assertEquals(State.LINKED, link(id).state());
        assertQuiet();
    }

    @ParameterizedTest
    @EnumSource
    void aWriteToPowerOfficeWhoseAnswerIsLostIsNoEditOfPowerOffice(CustomerCreateFaultTest.Lost how) {
        String id = linked("{\"name\":\"Elva AS\",\"email\":\"post@elva.example\"}");
        editCustomerp(id, "{\"name\":\"Elva Drift AS\"}");
        world.powerOffice().faults().when(method("PATCH")).times(8).then(how.fault());
        assertEquals("retry", result(webhooksArrive()));
        world.powerOffice().faults().clear();
        world.clock.pass(DUE_AGAIN);
        forgetRequests();
        changes();
        assertEquals("Elva Drift AS", counterpart(id).path("Name").asText());
        assertEquals("Elva Drift AS", inCustomerp(id).path("name").asText());
        assertEquals(0, powerOfficeWrites(), "it is there already");
        assertEquals(0, customerpWrites());
        assertQuiet();
    }

    @ParameterizedTest
    @EnumSource
    void aWriteToCustomerpWhoseAnswerIsLostIsNoEditOfCustomerp(CustomerCreateFaultTest.Lost how) {
        String id = linked("{\"name\":\"Elva AS\",\"email\":\"post@elva.example\"}");
        editPowerOffice(link(id).powerOfficeId(), "{\"Name\":\"Elva Drift AS\"}");
        world.customerp().faults().when(method("PATCH")).times(1).then(how.fault());
        ObjectNode summary = changes();
        assertTrue(summary.path("complete").asBoolean(), summary.toString());
        assertEquals("Elva Drift AS", inCustomerp(id).path("name").asText());
        assertEquals("Elva Drift AS", counterpart(id).path("Name").asText());
        assertEquals(0, powerOfficeWrites());
        world.clock.pass(DUE_AGAIN);
        assertQuiet();
    }

    @Test
    void aTokenThatEndsBetweenTwoRecordsIsRenewed() {
        renewToken();
        for (int number = 1; number <= 5; number++) {
            customer("{\"name\":\"Nr " + number + " AS\",\"email\":\"nr" + number + "@taarn.example\"}");
        }
        webhooksAreLost();
        world.powerOffice()
                .faults()
                .when(request("POST", "/Customers"))
                .skip(2)
                .times(1)
                .then((request, simulator) -> {
                    world.powerOffice().expireTokens();
                    return simulator.handle(request);
                });
        ObjectNode summary = changes();
        assertTrue(summary.path("complete").asBoolean(), summary.toString());
        assertEquals(5, summary.path("created").asInt());
        assertEquals(5, allInPowerOffice().size());
        assertEquals(1, world.powerOffice().log().count("POST", "/OAuth/Token"));
    }

    @Test
    void aTokenThatEndsBetweenTwoPagesIsRenewed() {
        renewToken();
        world.powerOffice().change(options -> options.withPageSizeCap(2));
        for (int number = 1; number <= 5; number++) {
            powerOfficeCustomer(
                    "{\"Name\":\"Nr " + number + " AS\",\"EmailAddress\":\"nr" + number + "@taarn.example\"}");
            customer("{\"name\":\"Nr " + number + " AS\",\"email\":\"nr" + number + "@taarn.example\"}");
        }
        webhooksAreLost();
        world.powerOffice()
                .faults()
                .when(request("GET", "/Customers"))
                .skip(1)
                .times(1)
                .then((request, simulator) -> {
                    world.powerOffice().expireTokens();
                    return simulator.handle(request);
                });
        ObjectNode summary = full();
        assertTrue(summary.path("complete").asBoolean(), summary.toString());
        assertEquals(5, summary.path("matched").asInt());
        assertEquals(5, allInPowerOffice().size());
        assertEquals(1, world.powerOffice().log().count("POST", "/OAuth/Token"));
    }

    @Test
    void refusedKeysStopTheSweepAndLoseNothing() {
        String id = linked("{\"name\":\"Porten AS\",\"email\":\"post@porten.example\"}");
        editCustomerp(id, "{\"name\":\"Porten Drift AS\"}");
        world.powerOffice()
                .faults()
                .when(request -> request.path().startsWith("/v2/"))
                .then(Fault.answers(Response.empty(401)));
        assertEquals("retry", result(webhooksArrive()));
        SweepFailedException stopped = assertThrows(SweepFailedException.class, this::changes);
        assertFalse(stopped.getMessage().contains("simulated"), stopped.getMessage());
        world.powerOffice().faults().clear();
        world.clock.pass(DUE_AGAIN);
        changes();
        assertEquals("Porten Drift AS", counterpart(id).path("Name").asText());
        assertQuiet();
    }

    /** The functions outlive the simulators of one test, and so does their token: it is refused and replaced here. */
    private void renewToken() {
        changes();
        forgetRequests();
    }

    private Faults faults(Side side) {
        return side == Side.CUSTOMERP
                ? world.customerp().faults()
                : world.powerOffice().faults();
    }
}
