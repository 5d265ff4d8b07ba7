package com.customerp.sync.function;

import com.customerp.sync.local.poweroffice.OrderUser;
import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Shorthand for tests of orders: a linked customer, linked products, and an order with two lines. */
abstract class OrderScenario extends Scenario {
    static final String L_1 =
            "{'lineId':'L-1','lineNumber':1,'productId':'PR-300','description':'Steel beam','quantity':5,"
                    + "'unitPrice':500,'unitCost':310.25,'discountPercent':5,'unitCode':'EA'}";
    static final String L_2 =
            "{'lineId':'L-2','lineNumber':2,'productId':'PR-310','description':'Mounting','quantity':2,"
                    + "'unitPrice':800,'unitCost':450,'discountPercent':0,'unitCode':'HUR'}";
    static final String L_3 = "{'lineId':'L-3','lineNumber':3,'productId':'PR-400','description':'Crane hire',"
            + "'quantity':1,'unitPrice':1200,'discountPercent':0,'unitCode':'DAY'}";
    static final String O = "O-9001";

    /** What orders refer to, in both systems. */
    void linkPrerequisites() {
        linked(Entity.CUSTOMER, "C-1", "{'name':'Fjord Bygg AS','customerNumber':'10042','currencyCode':'NOK'}");
        product("PR-300", "Steel beam", 500, 310.25, "EA");
        product("PR-310", "Mounting", 800, 450, "HUR");
        product("PR-400", "Crane hire", 1200, 700, "DAY");
    }

    private void product(String id, String name, double price, double cost, String unit) {
        linked(
                Entity.PRODUCT,
                id,
                "{'productNumber':'N-" + id + "','name':'" + name + "','salesPrice':" + price + ",'costPrice':" + cost
                        + ",'unitCode':'" + unit + "'}");
    }

    /** A linked order with the two lines. */
    void linkOrder(String status) {
        linkPrerequisites();
        linked(
                Entity.ORDER,
                O,
                "{'orderNumber':'9001','customerId':'C-1','currencyCode':'NOK','orderDate':'2026-03-01',"
                        + "'deliveryDate':'2026-03-10','purchaseOrderNumber':'PO-77','status':'" + status
                        + "','lines':[" + L_1 + "," + L_2 + "]}");
    }

    /** What orders refer to is not touched by these tests. */
    @Override
    void assertQuiet() {
        assertQuiet(List.of(Entity.ORDER));
    }

    void editOrder(String members) {
        edit(Entity.ORDER, O, members);
    }

    void editCounterpart(String members) {
        editCounterpart(Entity.ORDER, O, members);
    }

    OrderUser people() {
        return world.powerOffice().user().orders();
    }

    String key() {
        return link(Entity.ORDER, O).powerOfficeId();
    }

    String keyOf(Entity entity, String id) {
        return link(entity, id).powerOfficeId();
    }

    /** PowerOffice's key of a line. */
    String keyOfLine(String line) {
        return link(Entity.ORDER, O).lines().stream()
                .filter(known -> known.customerpId().equals(line))
                .findFirst()
                .orElseThrow()
                .powerOfficeId();
    }

    List<ObjectNode> linesInPowerOffice() {
        return people().lines(key());
    }

    ObjectNode order() {
        return inCustomerp(Entity.ORDER, O);
    }

    ObjectNode orderInPowerOffice() {
        return inPowerOffice(Entity.ORDER, key());
    }
}
