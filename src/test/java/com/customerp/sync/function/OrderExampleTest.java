package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.customerp.sync.local.http.Request;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.world.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The worked example of mapping.md 11.2, request by request: an order that is edited on both sides at once. */
@QuarkusTest
@QuarkusTestResource(World.class)
class OrderExampleTest extends OrderScenario {
    private final Sent toPowerOffice = new Sent();
    private final Sent toCustomerp = new Sent();

    @ParameterizedTest
    @ValueSource(strings = {"draft", "confirmed"})
    void headerAndLinesAreEditedOnBothSides(String status) {
        linkOrder(status);
        editOrder("{'purchaseOrderNumber':'PO-78','lines':[" + L_1.replace("'quantity':5", "'quantity':6") + "," + L_2
                + "," + L_3 + "]}");
        editCounterpart("{'DeliveryDate':'2026-03-12'}");
        people().editLine(keyOfLine("L-2"), json("{'Allowance':10}"));
        world.powerOffice().listen(toPowerOffice::note);
        world.customerp().listen(toCustomerp::note);
        assertEquals("patched", result(webhook(takeWebhooks().get(0))));

        String order = "/v2/SalesOrders/" + key();
        List<String> content =
                List.of("PATCH " + order, "PATCH " + order + "/Lines/" + keyOfLine("L-1"), "POST " + order + "/Lines");
        List<Request> writes = toPowerOffice.all().stream()
                .filter(request -> !request.method().equals("GET"))
                .toList();
        if (status.equals("confirmed")) {
            Sent.assertBody("[{'op':'replace','path':'/SalesOrderStatus','value':'Draft'}]", writes.get(0));
            Sent.assertBody("[{'op':'replace','path':'/SalesOrderStatus','value':'Confirmed'}]", writes.get(4));
            assertEquals(5, writes.size());
            writes = writes.subList(1, 4);
        }
        assertEquals(
                content,
                writes.stream()
                        .map(request -> request.method() + " " + request.path())
                        .toList());
        Sent.assertBody("[{'op':'replace','path':'/PurchaseOrderReference','value':'PO-78'}]", writes.get(0));
        Sent.assertBody("[{'op':'replace','path':'/Quantity','value':6}]", writes.get(1));
        Sent.assertBody(
                "{'ExternalImportReference':'customerp:L-3','SortOrder':2,'ProductId':"
                        + keyOf(Entity.PRODUCT, "PR-400")
                        + ",'Description':'Crane hire','Quantity':1,'ProductUnitPrice':1200,'Allowance':0,'UnitOfMeasureCode':'DAY'}",
                writes.get(2));
        List<String> all = toPowerOffice.lines();
        assertEquals("GET " + order + "/Complete", all.get(0));
        assertEquals("GET " + order + "/Complete", all.get(all.size() - 1));
        assertEquals(writes.size() + (status.equals("confirmed") ? 4 : 2), all.size(), all.toString());

        Request back = toCustomerp.only("PATCH");
        assertEquals("/api/v1/orders/" + O, back.path());
        Sent.assertBody("""
                {'deliveryDate':'2026-03-12','netAmount':5490,'totalAmount':6862.5,
                 'lines':[
                  {'lineId':'L-1','lineNumber':1,'productId':'PR-300','description':'Steel beam','quantity':6,'unitPrice':500,'unitCost':310.25,'discountPercent':5,'unitCode':'EA'},
                  {'lineId':'L-2','lineNumber':2,'productId':'PR-310','description':'Mounting','quantity':2,'unitPrice':800,'unitCost':450,'discountPercent':10,'unitCode':'HUR'},
                  {'lineId':'L-3','lineNumber':3,'productId':'PR-400','description':'Crane hire','quantity':1,'unitPrice':1200,'unitCost':700,'discountPercent':0,'unitCode':'DAY'}]}""", back);
        assertShows("{'status':'" + status + "'}", order());
        assertQuiet();
    }
}
