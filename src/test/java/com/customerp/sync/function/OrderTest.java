package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.link.State;
import com.customerp.sync.local.customerp.CustomerpOptions;
import com.customerp.sync.local.http.Fault;
import com.customerp.sync.local.http.Request;
import com.customerp.sync.local.http.Response;
import com.customerp.sync.local.poweroffice.Quirk;
import com.customerp.sync.local.poweroffice.Resource;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.world.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders from draft to invoice: lines, locks, and what people do with them in PowerOffice (mapping.md 8). */
@QuarkusTest
@QuarkusTestResource(World.class)
class OrderTest extends OrderScenario {
    private static final String LINES = "{'lines':[%s]}";

    @ParameterizedTest
    @EnumSource
    void aLineThatIsAddedOnOneSideIsAddedToTheOther(Side side) {
        linkOrder("draft");
        if (side == Side.CUSTOMERP) {
            editOrder(LINES.formatted(L_1 + "," + L_2 + "," + L_3));
            webhooksArrive();
            assertEquals("PR-400", order().at("/lines/2/productId").asText());
        } else {
            String key = people().addLine(
                            key(),
                            json("{'ProductId':" + keyOf(Entity.PRODUCT, "PR-400")
                                    + ",'Quantity':1,'ProductUnitPrice':1200,'Allowance':0}"));
            full(Entity.ORDER);
            assertEquals("po-" + key, order().at("/lines/2/lineId").asText());
        }
        assertEquals(3, linesInPowerOffice().size());
        assertShows("{'lines':[{'lineId':'L-1'},{'lineId':'L-2'},{'productId':'PR-400','unitPrice':1200}]}", order());
        assertEquals(
                order().path("netAmount").asDouble(),
                orderInPowerOffice().path("NetAmount").asDouble());
        webhooksArrive();
        assertQuiet();
    }

    @ParameterizedTest
    @EnumSource
    void aLineThatIsRemovedOnOneSideIsRemovedFromTheOther(Side side) {
        linkOrder("draft");
        if (side == Side.CUSTOMERP) {
            editOrder(LINES.formatted(L_2));
            webhooksArrive();
        } else {
            people().removeLine(keyOfLine("L-1"));
            full(Entity.ORDER);
        }
        assertEquals(1, linesInPowerOffice().size());
        assertShows("{'lines':[{'lineId':'L-2','quantity':2}]}", order());
        webhooksArrive();
        assertQuiet();
    }

    @ParameterizedTest
    @EnumSource
    void aLineThatIsRemovedOnOneSideAndEditedOnTheOtherNeedsAPerson(Side remover) {
        linkOrder("draft");
        if (remover == Side.CUSTOMERP) {
            editOrder(LINES.formatted(L_2));
            people().editLine(keyOfLine("L-1"), json("{'Quantity':9}"));
            webhooksArrive();
        } else {
            people().removeLine(keyOfLine("L-1"));
            editOrder(LINES.formatted(L_1.replace("'quantity':5", "'quantity':9") + "," + L_2));
            webhooksArrive();
        }
        assertEquals(Reason.DELETED_AND_EDITED, link(Entity.ORDER, O).problem().reason());
        assertEquals("lines/L-1", link(Entity.ORDER, O).problem().field());
        assertEquals(0, powerOfficeWrites() + customerpWrites());
    }

    @Test
    void differentFieldsOfOneLineAreMerged() {
        linkOrder("draft");
        editOrder(LINES.formatted(L_1.replace("'quantity':5", "'quantity':6") + "," + L_2));
        people().editLine(keyOfLine("L-1"), json("{'ProductUnitPrice':480}"));
        webhooksArrive();
        assertShows("{'lines':[{'quantity':6,'unitPrice':480},{}]}", order());
        assertShows(
                "{'Quantity':6,'ProductUnitPrice':480}", linesInPowerOffice().get(0));
        assertQuiet();
    }

    @Test
    void aProductLineThatBecomesATextLineIsPostedAnew() {
        linkOrder("draft");
        editOrder(LINES.formatted("{'lineId':'L-1','lineNumber':1,'productId':null,'description':'Avlyst'}," + L_2));
        webhooksArrive();
        assertShows(
                "{'LineType':'Text','Description':'Avlyst'}",
                linesInPowerOffice().get(0));
        assertEquals(2, linesInPowerOffice().size());
        assertQuiet();
    }

    @Test
    void linesOfOtherKindsAreLeftAlone() {
        linkOrder("draft");
        people().addLine(key(), json("{'LineType':'InvoiceFee','Description':'Gebyr'}"));
        editOrder(LINES.formatted(L_2));
        webhooksArrive();
        assertEquals(List.of("L-2"), order().path("lines").findValuesAsText("lineId"));
        assertEquals(2, linesInPowerOffice().size());
        assertEquals("lines", link(Entity.ORDER, O).notices().get(0).field());
        assertQuiet();
    }

    @Test
    void linesInAnotherOrderAreMovedAndNothingElseIs() {
        linkOrder("draft");
        editOrder(LINES.formatted(L_2.replace("'lineNumber':2", "'lineNumber':1") + ","
                + L_1.replace("'lineNumber':1", "'lineNumber':2")));
        webhooksArrive();
        assertEquals(
                List.of("Mounting", "Steel beam"),
                linesInPowerOffice().stream()
                        .map(line -> line.path("Description").asText())
                        .toList());
        assertQuiet();
    }

    @Test
    void linesThatAreMovedInPowerOfficeAreMovedInCustomerpAndNotBack() {
        linkOrder("draft");
        people().editLine(keyOfLine("L-1"), json("{'SortOrder':9}"));
        full(Entity.ORDER);
        assertShows("{'lines':[{'lineId':'L-2'},{'lineId':'L-1'}]}", order());
        assertEquals(0, powerOfficeWrites(), () -> powerOfficeLog().toString());
        assertEquals(1, customerpWrites());
        webhooksArrive();
        assertQuiet();
    }

    @Test
    void aConfirmedOrderIsUnlockedChangedAndLocked() {
        linkOrder("confirmed");
        editOrder("{'purchaseOrderNumber':'PO-78'}");
        webhooksArrive();
        String order = "PATCH /v2/SalesOrders/" + key();
        assertEquals(
                List.of(order, order, order),
                powerOfficeLog().stream()
                        .filter(line -> !line.startsWith("GET"))
                        .toList());
        assertShows("{'PurchaseOrderReference':'PO-78','SalesOrderStatus':'Confirmed'}", orderInPowerOffice());
        assertEquals(0, customerpWrites());
        assertQuiet();
    }

    @Test
    void aCrashBetweenUnlockAndLockIsResumed() {
        linkOrder("confirmed");
        editOrder("{'purchaseOrderNumber':'PO-78','lines':[" + L_1.replace("'quantity':5", "'quantity':6") + "," + L_2
                + "]}");
        world.powerOffice()
                .faults()
                .when(request("PATCH", "/Lines/" + keyOfLine("L-1")))
                .then(Fault.serverError());
        assertEquals("retry", result(webhooksArrive()));
        assertShows("{'SalesOrderStatus':'Draft'}", orderInPowerOffice());
        world.powerOffice().faults().clear();
        world.clock.pass(Duration.ofMinutes(2));
        changes(Entity.ORDER);
        assertShows("{'PurchaseOrderReference':'PO-78','SalesOrderStatus':'Confirmed'}", orderInPowerOffice());
        assertShows("{'status':'confirmed','lines':[{'quantity':6},{}]}", order());
        webhooksArrive();
        assertQuiet();
    }

    @Test
    void aLockThatIsRefusedIsParkedAndTheOrderStaysADraft() {
        linkOrder("draft");
        editOrder("{'status':'confirmed'}");
        world.powerOffice()
                .faults()
                .when(method("PATCH"))
                .then(Fault.answers(Response.of(
                        400,
                        "application/problem+json",
                        "{\"title\":\"Bad Request\",\"status\":400,\"detail\":\"The order cannot be confirmed\"}")));
        assertEquals("parked", result(webhooksArrive()));
        assertEquals("status", link(Entity.ORDER, O).problem().field());
        assertShows("{'SalesOrderStatus':'Draft'}", orderInPowerOffice());
    }

    @ParameterizedTest
    @EnumSource
    void theStatusTravelsBothWays(Side side) {
        linkOrder("draft");
        if (side == Side.CUSTOMERP) {
            editOrder("{'status':'confirmed'}");
            webhooksArrive();
        } else {
            people().confirm(key());
            changes(Entity.ORDER);
        }
        assertShows("{'SalesOrderStatus':'Confirmed'}", orderInPowerOffice());
        assertShows("{'status':'confirmed'}", order());
        assertEquals(1, powerOfficeWrites() + customerpWrites());
        webhooksArrive();
        assertQuiet();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anInvoicedOrderEndsInCustomerp(boolean ownId) {
        if (ownId) {
            world.powerOffice().change(options -> options.with(Quirk.INVOICE_HAS_OWN_ID));
        }
        linkOrder("confirmed");
        people().invoice(key());
        full(Entity.ORDER);
        assertShows("{'status':'invoiced','netAmount':3975,'lines':[{'quantity':5},{'quantity':2}]}", order());
        assertEquals(State.CLOSED, link(Entity.ORDER, O).state());
        assertEquals(0, powerOfficeWrites());
        assertEquals(1, customerpWrites());
        webhooksArrive();
        assertQuiet();
    }

    @Test
    void anOrderThatIsInvoicedWhileItIsEditedEndsAsInvoiced() {
        linkOrder("draft");
        editOrder("{'purchaseOrderNumber':'PO-78'}");
        String key = key();
        world.powerOffice().faults().when(method("PATCH")).times(1).then((request, simulator) -> {
            people().invoice(key);
            return simulator.handle(request);
        });
        webhooksArrive();
        assertShows("{'status':'invoiced'}", order());
        webhooksArrive();
        changes(Entity.ORDER);
        full(Entity.ORDER);
        assertEquals(List.of(), allInPowerOffice(Entity.ORDER));
        assertShows("{'status':'invoiced'}", order());
    }

    @Test
    void anOrderThatIsInvoicedBeforeItsCreateIsKnownIsNotCreatedTwice() {
        linkPrerequisites();
        create(Entity.ORDER, O, "{'orderNumber':'9001','customerId':'C-1','status':'draft','lines':[" + L_1 + "]}");
        world.powerOffice().faults().when(method("POST")).times(1).then((request, simulator) -> {
            simulator.handle(request);
            people().invoice(allInPowerOffice(Entity.ORDER).get(0).path("Id").asText());
            return Response.empty(503);
        });
        webhooksArrive();
        world.clock.pass(Duration.ofMinutes(2));
        changes(Entity.ORDER);
        assertShows("{'status':'invoiced'}", order());
        assertEquals(List.of(), allInPowerOffice(Entity.ORDER));
        assertEquals(State.CLOSED, link(Entity.ORDER, O).state());
    }

    @Test
    void anOrderMayHaveAThousandLines() {
        linkPrerequisites();
        StringBuilder lines = new StringBuilder();
        for (int number = 1; number <= 1_000; number++) {
            lines.append(number == 1 ? "" : ",")
                    .append(L_1.replace("L-1", "L-" + number).replace("'lineNumber':1", "'lineNumber':" + number));
        }
        create(Entity.ORDER, O, "{'orderNumber':'9001','customerId':'C-1','status':'draft','lines':[" + lines + "]}");
        assertEquals("created", result(webhook(takeWebhooks().get(0))));
        assertEquals(1_000, link(Entity.ORDER, O).lines().size());
        editOrder("{'purchaseOrderNumber':'PO-78'}");
        webhooksArrive();
        assertShows("{'PurchaseOrderReference':'PO-78'}", orderInPowerOffice());
    }

    @Test
    void anInvoicedOrderThatIsEditedInCustomerpIsParkedAndNothingIsPutBack() {
        linkOrder("confirmed");
        people().invoice(key());
        full(Entity.ORDER);
        webhooksArrive();
        forgetRequests();
        // CustomERP lets no user do this, but it lets other programs.
        Request edit = Request.of("PATCH", "/api/v1/orders/" + O)
                .with("Authorization", "Bearer " + CustomerpOptions.forTests().token())
                .withBody(
                        "application/merge-patch+json",
                        "{\"purchaseOrderNumber\":\"PO-99\"}".getBytes(StandardCharsets.UTF_8));
        assertEquals(200, world.customerp().handle(edit).status());
        forgetRequests();
        webhooksArrive();
        assertEquals(Reason.INVOICED, link(Entity.ORDER, O).problem().reason());
        assertEquals("purchaseOrderNumber", link(Entity.ORDER, O).problem().field());
        assertEquals(0, powerOfficeWrites() + customerpWrites());
    }

    @Test
    void aDraftThatIsDeletedInCustomerpIsDeletedInPowerOffice() {
        linkOrder("draft");
        delete(Entity.ORDER, O);
        webhooksArrive();
        assertEquals(List.of(), allInPowerOffice(Entity.ORDER));
        assertEquals(State.CLOSED, link(Entity.ORDER, O).state());
        assertQuiet();
    }

    @Test
    void aConfirmedOrderThatIsDeletedInCustomerpNeedsAPerson() {
        linkOrder("draft");
        people().confirm(key());
        delete(Entity.ORDER, O);
        assertEquals("parked", result(webhooksArrive()));
        assertEquals(Reason.LOCKED, link(Entity.ORDER, O).problem().reason());
        assertEquals("status", link(Entity.ORDER, O).problem().field());
        assertEquals(1, allInPowerOffice(Entity.ORDER).size());
        assertEquals(0, powerOfficeWrites());
    }

    @Test
    void anOrderThatIsDeletedInPowerOfficeIsDeletedInCustomerpAfterTenMinutes() {
        linkOrder("draft");
        String key = key();
        world.powerOffice().user().delete(Resource.of(Entity.ORDER), key);
        full(Entity.ORDER);
        assertTrue(world.customerp().read(Entity.ORDER, O).isPresent());
        assertTrue(powerOfficeLog().stream().anyMatch(line -> line.contains("OutgoingInvoices")));
        world.clock.pass(Duration.ofMinutes(11));
        changes(Entity.ORDER);
        assertTrue(world.customerp().read(Entity.ORDER, O).isEmpty());
        assertEquals(State.CLOSED, link(Entity.ORDER, O).state());
        assertQuiet();
    }

    @Test
    void anOrderThatIsDeletedInPowerOfficeAndEditedInCustomerpNeedsAPerson() {
        linkOrder("draft");
        world.powerOffice().user().delete(Resource.of(Entity.ORDER), key());
        editOrder("{'purchaseOrderNumber':'PO-78'}");
        webhooksArrive();
        world.clock.pass(Duration.ofMinutes(11));
        changes(Entity.ORDER);
        assertEquals(Reason.DELETED_AND_EDITED, link(Entity.ORDER, O).problem().reason());
        assertTrue(world.customerp().read(Entity.ORDER, O).isPresent());
    }

    @Test
    void withoutTheRoleForInvoicesAVanishedOrderIsNeverDeleted() {
        linkOrder("draft");
        world.powerOffice().user().setForbidden(Resource.OUTGOING_INVOICES, true);
        world.powerOffice().user().delete(Resource.of(Entity.ORDER), key());
        full(Entity.ORDER);
        world.clock.pass(Duration.ofMinutes(11));
        changes(Entity.ORDER);
        full(Entity.ORDER);
        assertEquals(Reason.REFUSED, link(Entity.ORDER, O).problem().reason());
        assertEquals("status", link(Entity.ORDER, O).problem().field());
        assertTrue(world.customerp().read(Entity.ORDER, O).isPresent());
    }
}
