package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.world.World;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What orders cost in requests to PowerOffice (docs/decisions/0006). */
@QuarkusTest
@QuarkusTestResource(World.class)
class OrderRequestsTest extends Scenario {
    private static final String LINE = """
            {'lineId':'L-1','lineNumber':1,'productId':'PR-300','description':'Steel beam','quantity':5,'unitPrice':500,
             'unitCost':310,'discountPercent':0,'unitCode':'EA'}""";

    @BeforeEach
    void linkCustomerAndProduct() {
        linked(
                Entity.CUSTOMER,
                "C-1001",
                "{'customerNumber':'10042','isPerson':false,'name':'Fjord Bygg AS','invoiceDelivery':'print','currencyCode':'NOK'}");
        linked(Entity.PRODUCT, "PR-300", "{'productNumber':'300','name':'Steel beam','unitCode':'EA'}");
    }

    private void linkedOrder(String id, String number, String status) {
        linked(
                Entity.ORDER,
                id,
                "{'orderNumber':'%s','customerId':'C-1001','currencyCode':'NOK','orderDate':'2026-03-01','status':'%s','lines':[%s]}"
                        .formatted(number, status, LINE));
    }

    @Test
    void a_full_sweep_without_news_reads_each_open_draft() {
        linkedOrder("O-9001", "9001", "draft");
        linkedOrder("O-9002", "9002", "draft");
        linkedOrder("O-9003", "9003", "confirmed");
        ObjectNode summary = full(Entity.ORDER);
        assertEquals(3, summary.path("unchanged").asInt(), summary::toString);
        assertEquals(1 + 2, powerOfficeRequests(), () -> powerOfficeLog().toString());
    }

    @Test
    void a_sweep_of_changes_without_news_reads_one_list() {
        linkedOrder("O-9001", "9001", "draft");
        changes(Entity.ORDER);
        forgetRequests();
        changes(Entity.ORDER);
        assertEquals(1, powerOfficeRequests(), () -> powerOfficeLog().toString());
    }

    /** One reading before and one after; a confirmed order is unlocked and locked again. */
    @ParameterizedTest
    @CsvSource({"draft, 1", "confirmed, 3"})
    void an_edit_is_written_between_two_readings(String status, int writes) {
        linkedOrder("O-9001", "9001", status);
        edit(Entity.ORDER, "O-9001", "{'purchaseOrderNumber':'PO-78'}");
        assertEquals("patched", result(webhooksArrive()));
        assertEquals(writes, powerOfficeWrites(), () -> powerOfficeLog().toString());
        assertEquals(
                1 + writes + 1, powerOfficeRequests(), () -> powerOfficeLog().toString());
    }
}
