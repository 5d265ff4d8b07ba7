package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.link.State;
import com.customerp.sync.local.customerp.Glitches;
import com.customerp.sync.local.http.Fault;
import com.customerp.sync.local.poweroffice.PowerOfficeFaults;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.world.World;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A list that is empty or half as long deletes nothing (design.md 2, "Deletes"). */
@QuarkusTest
@QuarkusTestResource(World.class)
class CustomerSafetyStopTest extends CustomerScenario {

    /** How a list misses rows and seems complete. */
    enum Short {
        EMPTY_POWEROFFICE(Side.POWEROFFICE, PowerOfficeFaults.emptyList()),
        HALF_POWEROFFICE(Side.POWEROFFICE, PowerOfficeFaults.halfList()),
        EMPTY_CUSTOMERP(Side.CUSTOMERP, Glitches.emptyList()),
        HALF_CUSTOMERP(Side.CUSTOMERP, Glitches.halfList());

        private final Side side;
        private final Fault fault;

        Short(Side side, Fault fault) {
            this.side = side;
            this.fault = fault;
        }
    }

    @ParameterizedTest
    @EnumSource
    void manyRecordsThatAListDoesNotShowStopTheSweep(Short list) {
        company(44);
        shorten(list);
        SweepFailedException stopped = assertThrows(SweepFailedException.class, this::full);
        assertTrue(stopped.getMessage().startsWith("safety stop"), stopped.getMessage());
        assertNothingDeleted(44);
        world.clock.pass(Duration.ofMinutes(15));
        assertTrue(full().path("complete").asBoolean());
        assertNothingDeleted(44);
    }

    @ParameterizedTest
    @EnumSource
    void fewRecordsThatAListDoesNotShowAreAskedForEach(Short list) {
        company(6);
        shorten(list);
        ObjectNode summary = full();
        assertTrue(summary.path("complete").asBoolean(), summary.toString());
        assertEquals(0, summary.path("archived").asInt());
        assertNothingDeleted(6);
        world.clock.pass(Duration.ofMinutes(15));
        assertTrue(changes().path("complete").asBoolean());
        assertNothingDeleted(6);
        assertQuiet();
    }

    @Test
    void recordsThatWaitForAPersonAreNotCountedAgain() {
        company(22);
        world.customerp().all(Entity.CUSTOMER).forEach(row -> {
            String id = row.path("id").asText();
            editPowerOffice(link(id).powerOfficeId(), "{\"Name\":\"" + id + " AS\"}");
            deleteCustomerp(id);
            assertEquals("parked", result(webhooksArrive()));
        });
        assertTrue(full().path("complete").asBoolean());
        assertTrue(changes().path("complete").asBoolean());
        assertTrue(full().path("complete").asBoolean());
        allInPowerOffice().forEach(row -> assertFalse(row.path("IsArchived").asBoolean()));
        assertEquals(0, powerOfficeWrites());
    }

    private void company(int customers) {
        for (int number = 1; number <= customers; number++) {
            customer("{\"customerNumber\":\"" + (10_000 + number) + "\",\"name\":\"Nr " + number
                    + " AS\",\"email\":\"nr" + number + "@liste.example\",\"currencyCode\":\"NOK\"}");
        }
        webhooksAreLost();
        full();
        webhooksArrive();
        forgetRequests();
    }

    private void shorten(Short list) {
        (list.side == Side.CUSTOMERP
                        ? world.customerp().faults()
                        : world.powerOffice().faults())
                .when(request("GET", "ustomers"))
                .times(1)
                .then(list.fault);
    }

    private void assertNothingDeleted(int customers) {
        assertEquals(customers, allInPowerOffice().size());
        allInPowerOffice().forEach(row -> assertFalse(row.path("IsArchived").asBoolean()));
        world.customerp().all(Entity.CUSTOMER).forEach(row -> {
            assertFalse(row.path("isArchived").asBoolean());
            assertEquals(State.LINKED, link(row.path("id").asText()).state());
        });
        assertEquals(0, powerOfficeWrites() + customerpWrites());
    }
}
