package com.customerp.sync.local.poweroffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** poweroffice-go-v2.md 9 and 13.4, mapping.md 8: headers of orders. */
class OrdersTest extends WithOrders {

    @Test
    void orderIsCreatedWithItsLinesAndOnlySo() {
        Answer made = created(
                ",\"ImportedOrderNo\":9001,\"ExternalImportReference\":\"customerp:O-1\"",
                line("5", ",\"ProductUnitPrice\":500,\"Allowance\":5"),
                "{\"LineType\":\"Text\",\"Description\":\"Thank you\"}");
        assertEquals("Draft", made.at("SalesOrderStatus").asText());
        assertEquals(1001, made.at("SalesOrderNo").intValue());
        assertEquals(10000, made.at("CustomerNo").intValue());
        assertEquals(2, made.at("LineCount").intValue());
        assertEquals(2375.0, made.at("NetAmount").doubleValue());
        assertEquals(2968.75, made.at("TotalAmount").doubleValue());
        assertTrue(made.at("IsCreatedByCurrentIntegration").booleanValue());
        String address = "/SalesOrders/" + made.at("Id").asText();
        assertEquals(made.json(), get(address + "/Complete").is(200).json());
        ObjectNode header = (ObjectNode) made.json();
        header.remove("SalesOrderLines");
        assertEquals(header, get(address).is(200).json());
        assertEquals(header, get("/SalesOrders").is(200).json().get(0));
        post("/SalesOrders", body("")).is(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "400 | {}                                                                    | CustomerId is required",
                "404 | {\"CustomerId\":999}                                                  | CustomerId 999",
                "404 | {\"CustomerNo\":999}                                                  | CustomerNo",
                "404 | {\"CustomerId\":C,\"ProjectId\":999}                                  | ProjectId 999",
                "404 | {\"CustomerId\":C,\"CustomerReferenceContactPersonId\":999}           | PersonId 999",
                "400 | {\"CustomerId\":C,\"SalesOrderStatus\":\"Invoiced\"}                  | must be one of",
                "400 | {\"CustomerId\":C,\"ImportedOrderNo\":\"9001\"}                       | an integer",
                "400 | {\"CustomerId\":C,\"SalesOrderLines\":{}}                             | an array",
                "400 | {\"CustomerId\":C,\"SalesOrderLines\":[{\"Quantity\":1}]}             | ProductId or ProductCode",
                "404 | {\"CustomerId\":C,\"SalesOrderLines\":[{\"ProductId\":1,\"Quantity\":1}]} | ProductId 1"
            })
    void orderWithAFaultAnywhereIsNotCreated(int status, String body, String words) {
        post("/SalesOrders/Complete", body.replace(":C", ":" + customerId)).refusedWith(status, words);
        get("/SalesOrders").is(204);
        post("/SalesOrders/Complete", body("")).is(201);
    }

    @Test
    void customerIsNamedByNumberToo() {
        assertEquals(
                customerId,
                post("/SalesOrders/Complete", "{\"CustomerNo\":10000}")
                        .is(201)
                        .at("CustomerId")
                        .asText());
    }

    @Test
    void slotIsUniqueAmongOrders() {
        String slot = ",\"ExternalImportReference\":\"customerp:O-1\"";
        String first = created(slot).at("Id").asText();
        post("/SalesOrders/Complete", body(slot)).refusedWith(400, first);
        String second = order();
        replace(second, "/ExternalImportReference", "\"customerp:O-1\"").refusedWith(400, first);
        delete("/SalesOrders/" + first).is(200);
        replace(second, "/ExternalImportReference", "\"customerp:O-1\"").is(200);
    }

    @Test
    void listIsFilteredByWhatOrdersHaveAndByCodesOfWhatTheyName() {
        String other = id(customer("Nordlys AS"));
        String project = id(project("\"Code\":\"J-500\",\"Name\":\"Bridge\""));
        created(",\"ImportedOrderNo\":9001,\"ExternalImportReference\":\"customerp:O-1\",\"ProjectId\":" + project);
        clock.pass(Duration.ofMinutes(1));
        created(",\"ImportedOrderNo\":9002,\"ProjectId\":-1,\"SalesOrderStatus\":\"Confirmed\"");
        simulator.user().orders().create(object("{\"CustomerId\":" + other + ",\"ImportedOrderNo\":9003}"));
        String first = get("/SalesOrders?importedOrderNos=9001").column(CHANGED).get(0);

        assertEquals(List.of("9001"), found("externalImportReferences=customerp%3AO-1"));
        assertEquals(List.of("9001", "9003"), found("importedOrderNos=9001,9003"));
        assertEquals(List.of("9002"), found("salesOrderNos=1002"));
        assertEquals(List.of("9003"), found("customerNos=10001"));
        assertEquals(List.of("9002"), found("orderStatus=Confirmed"));
        assertEquals(List.of("9001"), found("projectCodes=J-500"));
        assertEquals(List.of("9002", "9003"), found("projectCodes=-1"));
        assertEquals(List.of("9001", "9002"), found("onlyCreatedByCurrentIntegration=true"));
        assertEquals(List.of("9001", "9002", "9003"), found("onlyCreatedByCurrentIntegration=false"));
        String after = URLEncoder.encode(first, StandardCharsets.UTF_8);
        assertEquals(List.of("9002", "9003"), found("lastChangedDateTimeOffsetGreaterThan=" + after));
    }

    @Test
    void doubtedFiltersMayBeIgnoredOrRefused() {
        order();
        simulator.change(options -> options.with(Quirk.UNCERTAIN_FILTERS_IGNORED));
        assertEquals(1, get("/SalesOrders?importedOrderNos=9001").is(200).json().size());
        simulator.change(
                options -> options.without(Quirk.UNCERTAIN_FILTERS_IGNORED).with(Quirk.UNCERTAIN_FILTERS_REFUSED));
        get("/SalesOrders?importedOrderNos=9001").is(400);
        get("/SalesOrders?externalImportReferences=customerp%3AO-1").is(400);
    }

    @Test
    void headerIsPatchedButNotItsLinesNumbersAndAmounts() {
        String order = order(line("1", ""));
        Answer before = get(order);
        clock.pass(Duration.ofMinutes(1));
        Answer after = replace(order, "/PurchaseOrderReference", "\"PO-78\"").is(200);
        assertEquals("PO-78", after.at("PurchaseOrderReference").asText());
        assertNotEquals(before.at(CHANGED), after.at(CHANGED));
        for (String path : List.of("/SalesOrderLines", "/SalesOrderNo", "/NetAmount", "/CustomerNo")) {
            replace(order, path, "1").refusedWith(400, "target location");
        }
        replace(order, "/CustomerId", "999").refusedWith(404, "CustomerId");
        replace(order, "/CustomerId", "null").refusedWith(400, "CustomerId is required");
    }

    @Test
    void confirmedOrderIsLockedUntilItIsADraftAgain() {
        String order = order(line("1", ""));
        String line = lineAddress(order, 0);
        replace(order, "/SalesOrderStatus", "\"Confirmed\"").is(200);
        assertLocked(order, line, 400);
        simulator.change(options -> options.with(Quirk.LOCKED_IS_CONFLICT));
        assertLocked(order, line, 409);
        delete(order).refusedWith(409, "confirmed");
        replace(order, "/SalesOrderStatus", "\"Draft\"").is(200);
        replace(order, "/ContractNo", "\"K-1\"").is(200);
        delete(line).is(200);
        delete(order).is(200);
        get(order).is(404);
        delete(order).is(404);
    }

    private void assertLocked(String order, String line, int status) {
        replace(order, "/ContractNo", "\"K-1\"").refusedWith(status, "confirmed");
        patch(
                        order,
                        "[{\"op\":\"replace\",\"path\":\"/SalesOrderStatus\",\"value\":\"Draft\"},"
                                + "{\"op\":\"replace\",\"path\":\"/ContractNo\",\"value\":\"K-1\"}]")
                .refusedWith(status, "confirmed");
        post(order + "/Lines", line("1", "")).refusedWith(status, "confirmed");
        replace(line, "/Quantity", "2").refusedWith(status, "confirmed");
        delete(line).refusedWith(status, "confirmed");
        assertEquals(1, lines(order).size());
    }

    @Test
    void referenceShowsTheContactWhileThereIsOne() {
        String order = order();
        replace(order, "/CustomerReference", "\"Ref 7\"").is(200);
        Answer named =
                replace(order, "/CustomerReferenceContactPersonId", contactId).is(200);
        assertEquals("Nora Prøve", named.at("CustomerReference").asText());
        Answer cleared =
                replace(order, "/CustomerReferenceContactPersonId", "null").is(200);
        assertEquals("Ref 7", cleared.at("CustomerReference").asText());
    }

    @Test
    void contactPersonBelongsToTheCustomer() {
        String other = id(customer("Nordlys AS"));
        post(
                        "/SalesOrders/Complete",
                        "{\"CustomerId\":" + other + ",\"CustomerReferenceContactPersonId\":" + contactId + "}")
                .refusedWith(400, "must belong to the customer");
        String order = "/SalesOrders/"
                + created(",\"CustomerReferenceContactPersonId\":" + contactId)
                        .at("Id")
                        .asText();
        replace(order, "/CustomerId", other).refusedWith(400, "must belong to the customer");
        patch(
                        order,
                        "[{\"op\":\"replace\",\"path\":\"/CustomerId\",\"value\":" + other + "},"
                                + "{\"op\":\"replace\",\"path\":\"/CustomerReferenceContactPersonId\",\"value\":null}]")
                .is(200);
    }

    @Test
    void inheritedValuesAreShownWhenAskedForOrAlways() {
        String seller = id(employee("Kari"));
        replace("/Customers/" + customerId, "/SalesPersonEmployeeId", seller).is(200);
        String order = order();
        assertTrue(get(order).at("CurrencyCode").isNull());
        assertTrue(get(order).at("SalesPersonEmployeeId").isNull());
        assertInherited(get(order + "?showInherited=true"), seller);
        assertInherited(get(order + "/Complete?showInherited=true"), seller);
        assertEquals(List.of("NOK"), get("/SalesOrders?showInherited=true").column("CurrencyCode"));
        simulator.change(options -> options.with(Quirk.INHERITED_VALUES_SHOWN));
        assertInherited(replace(order, "/SalesPersonEmployeeId", "null"), seller);
        assertEquals(
                "EUR",
                replace(order, "/CurrencyCode", "\"EUR\"").at("CurrencyCode").asText());
    }

    private void assertInherited(Answer order, String seller) {
        order.is(200);
        assertEquals("NOK", order.at("CurrencyCode").asText());
        assertEquals(seller, order.at("SalesPersonEmployeeId").asText());
        assertEquals(1, order.at("SalesPersonEmployeeNumber").intValue());
        assertEquals(contactId, order.at("CustomerReferenceContactPersonId").asText());
        assertEquals("Nora Prøve", order.at("CustomerReference").asText());
    }

    @Test
    void projectMinusOneIsNoneAndMayBecomeNull() {
        Answer made = created(",\"ProjectId\":-1");
        assertEquals(-1, made.at("ProjectId").intValue());
        assertEquals("-1", made.at("ProjectCode").asText());
        simulator.change(options -> options.with(Quirk.MINUS_ONE_BECOMES_NULL));
        String order = "/SalesOrders/" + made.at("Id").asText();
        assertTrue(replace(order, "/ProjectId", "-1").is(200).at("ProjectId").isNull());
    }

    @Test
    void whatAnOrderNamesIsInUse() {
        order();
        delete("/Customers/" + customerId).is(409);
    }

    @Test
    void textsAreNormalisedLikeAllOthers() {
        simulator.change(options -> options.with(Quirk.TRIMS, Quirk.EMPTY_BECOMES_NULL));
        Answer made = created(",\"ContractNo\":\" K-1 \",\"PurchaseOrderReference\":\"  \"");
        assertEquals("K-1", made.at("ContractNo").asText());
        assertTrue(made.at("PurchaseOrderReference").isNull());
    }

    @Test
    void readsMayBeStaleLinesIncluded() {
        String order = order(line("1", ",\"ProductUnitPrice\":100"));
        String line = lineAddress(order, 0);
        clock.pass(Duration.ofMinutes(1));
        simulator.change(options -> options.withStaleReads(Duration.ofSeconds(1), 0));
        replace(line, "/Quantity", "2").is(200);
        assertEquals(100.0, get(order + "/Complete").at("NetAmount").doubleValue());
        assertEquals(1, lines(order).get(0).path("Quantity").intValue());
        clock.pass(Duration.ofSeconds(1));
        assertEquals(200.0, get(order + "/Complete").at("NetAmount").doubleValue());
        assertEquals(2, lines(order).get(0).path("Quantity").intValue());
    }

    @Test
    void withoutTheRoleNothingOfOrdersIsAnswered() {
        String order = order(line("1", ""));
        String line = lineAddress(order, 0);
        simulator.user().setForbidden(Resource.SALES_ORDERS, true);
        for (String target : List.of("/SalesOrders", order, order + "/Complete", order + "/Lines", line)) {
            get(target).is(403);
        }
    }

    @Test
    void userEditsConfirmsAndDeletes() {
        OrderUser user = simulator.user().orders();
        String id = user.create(
                object("{\"CustomerId\":" + customerId + "}"),
                object("{\"ProductId\":" + productId + ",\"Quantity\":2,\"ProductUnitPrice\":100}"));
        String order = "/SalesOrders/" + id;
        assertEquals(200.0, get(order).at("NetAmount").doubleValue());
        assertEquals("false", get(order).at("IsCreatedByCurrentIntegration").asText());
        user.confirm(id);
        assertEquals("Confirmed", get(order).at("SalesOrderStatus").asText());
        user.unconfirm(id);
        assertEquals("Draft", get(order).at("SalesOrderStatus").asText());
        simulator.user().edit(Resource.SALES_ORDERS, id, object("{\"ContractNo\":\"K-9\"}"));
        assertEquals("K-9", get(order).at("ContractNo").asText());
        simulator.user().delete(Resource.SALES_ORDERS, id);
        get(order).is(404);
        get(order + "/Lines").is(404);
        assertEquals(List.of(), simulator.user().all(Resource.SALES_ORDER_LINES));
    }

    private List<String> found(String query) {
        return get("/SalesOrders?" + query).is(200).column("ImportedOrderNo");
    }
}
