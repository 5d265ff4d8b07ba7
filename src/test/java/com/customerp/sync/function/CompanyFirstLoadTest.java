package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.local.FirstLoadReport;
import com.customerp.sync.local.sample.Expected;
import com.customerp.sync.local.sample.SampleCompany;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.world.World;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The first load of the sample company, all six entities in the order of work: what becomes of it and what it costs. */
@QuarkusTest
@QuarkusTestResource(World.class)
class CompanyFirstLoadTest extends Scenario {

    /** What a first load may ask of PowerOffice. */
    private record Cost(int writes, int reads) {}

    /** One write for a record that gets linked, one list, and what the comments name. */
    private static final Map<Entity, Cost> COSTS = Map.of(
            // The ring is closed by a second write; whoever is queued first by another is searched for by the slot.
            Entity.EMPLOYEE, new Cost(27 + 1, 1 + 4 + 1),
            // PowerOffice refuses the one with a delivery that it has no integration for.
            Entity.CUSTOMER, new Cost(192 + 1, 1),
            // Whoever becomes the default contact changes the others (mapping.md 4.1): they are asked for, 100 at once,
            // and
            // read again where there are some.
            Entity.CONTACT, new Cost(314, 1 + 4 + 28),
            // Stock follows its product in a second write (mapping.md 6.5); the codes are asked for, 100 at once.
            Entity.PRODUCT, new Cost(147 + 7, 1 + 2 + 7),
            // A subproject's code is known when its parent is there, so each is asked for alone.
            Entity.PROJECT, new Cost(57, 1 + 1 + 2 + 20),
            // 23 are there already and read in full; 20 of them get what their header lacks, and the amounts are read.
            Entity.ORDER, new Cost(296, 1 + 23 + 20));

    @Test
    void everyRecordEndsWhereTheCompanySaysAtOneWriteEachAndASecondPassWritesNothing() {
        SampleCompany.seed(world.customerp(), world.powerOffice().user());
        Entity.ORDER_OF_WORK.forEach(this::assertLoaded);
        Entity.ORDER_OF_WORK.forEach(entity -> assertNothingNew(entity, "changes", entity == Entity.PRODUCT ? 2 : 1));
        Entity.ORDER_OF_WORK.forEach(
                entity -> assertNothingNew(entity, "full", entity == Entity.ORDER ? 1 + drafts() : 1));
    }

    private void assertLoaded(Entity entity) {
        forgetRequests();
        ObjectNode summary = changes(entity);
        assertTrue(summary.path("complete").asBoolean(), summary.toString());
        Expected expected = SampleCompany.expected(entity);
        FirstLoadReport report = report(entity);
        assertEquals(expected.standings(), report.standings(), entity.key());
        assertTrue(report.isAccountedFor(), () -> entity + ": " + report.unsettled());
        Cost cost = COSTS.get(entity);
        assertEquals(cost.writes(), powerOfficeWrites(), () -> entity + " writes: " + powerOfficeLog());
        long reads = powerOfficeRequests() - powerOfficeWrites();
        assertTrue(reads <= cost.reads(), () -> reads + " reads of " + entity + ": " + readsOfPowerOffice());
    }

    private void assertNothingNew(Entity entity, String mode, long powerOfficeRequests) {
        forgetRequests();
        sweep(entity, "{'mode':'" + mode + "'}");
        assertEquals(0, powerOfficeWrites() + customerpWrites(), () -> mode + " " + entity);
        assertEquals(powerOfficeRequests, powerOfficeRequests(), () -> mode + " " + entity + ": " + powerOfficeLog());
        assertEquals(
                1, world.customerp().requests().entries().size(), () -> mode + " " + entity + ": " + customerpLog());
    }

    /** A full pass reads each of them with its lines (mapping.md 8.7). */
    private long drafts() {
        return allInPowerOffice(Entity.ORDER).stream()
                .filter(order -> world.links()
                                .pointers(Entity.ORDER, Set.of(order.path("Id").asText()))
                                .size()
                        == 1)
                .filter(order -> order.path("SalesOrderStatus").asText().equals("Draft"))
                .count();
    }

    private Map<String, Long> readsOfPowerOffice() {
        return powerOfficeLog().stream()
                .filter(line -> line.startsWith("GET"))
                .collect(Collectors.groupingBy(line -> line, Collectors.counting()));
    }

    private FirstLoadReport report(Entity entity) {
        return FirstLoadReport.of(
                entity,
                world.customerp().all(entity).stream()
                        .map(record -> record.path("id").asText())
                        .collect(Collectors.toSet()),
                world.links());
    }
}
