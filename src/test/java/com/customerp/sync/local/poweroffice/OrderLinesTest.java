package com.customerp.sync.local.poweroffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** poweroffice-go-v2.md 9 and 13.4, mapping.md 8.2: lines of orders, one call each. */
class OrderLinesTest extends WithOrders {

    @Test
    void linesAreAddedReadChangedAndRemoved() {
        String order = order();
        get(order + "/Lines").is(204);
        Answer made = post(order + "/Lines", line("2", ",\"ProductUnitPrice\":800,\"UnitOfMeasureCode\":\"HUR\""))
                .is(201);
        String line = order + "/Lines/" + made.at("Id").asText();
        assertEquals(id(order), made.at("SalesOrderId").asText());
        assertEquals("Normal", made.at("LineType").asText());
        assertEquals("B-1", made.at("ProductCode").asText());
        assertEquals(made.json(), get(line).is(200).json());
        assertEquals(made.json(), get(order + "/Lines").is(200).json().get(0));
        assertEquals(3, replace(line, "/Quantity", "3").is(200).at("Quantity").intValue());
        assertEquals(2400.0, get(order).at("NetAmount").doubleValue());
        delete(line).is(200);
        get(line).is(404);
        delete(line).is(404);
        assertEquals(0, get(order).at("LineCount").intValue());
        assertEquals(0.0, get(order).at("NetAmount").doubleValue());
    }

    @Test
    void addressesOfWhatIsNotThereAreNotFound() {
        String order = order(line("1", ""));
        String nowhere = "/SalesOrders/" + new UUID(0, 1);
        get(nowhere + "/Lines").is(404);
        get(nowhere + "/Complete").is(404);
        post(nowhere + "/Lines", line("1", "")).is(404);
        String ofAnother = order() + "/Lines/" + id(lineAddress(order, 0));
        get(ofAnother).is(404);
        replace(ofAnother, "/Quantity", "2").is(404);
        delete(ofAnother).is(404);
        assertEquals(1, lines(order).size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "404 | {\"ProductId\":999,\"Quantity\":1}                          | ProductId 999",
                "404 | {\"ProductCode\":\"X\",\"Quantity\":1}                      | ProductCode",
                "400 | {\"Quantity\":1}                                            | ProductId or ProductCode is required",
                "400 | {\"ProductCode\":\"B-1\"}                                   | Quantity is required",
                "400 | {\"LineType\":\"Gift\"}                                     | must be one of",
                "400 | {\"LineType\":\"Text\",\"Allowance\":101}                   | must be between",
                "400 | {\"LineType\":\"Text\",\"UnitOfMeasureCode\":\"PCE\"}       | must be one of",
                "400 | {\"LineType\":\"Text\",\"SortOrder\":\"1\"}                 | an integer",
                "404 | {\"LineType\":\"Text\",\"DepartmentId\":5}                  | DepartmentId 5"
            })
    void brokenRuleIsRefused(int status, String body, String words) {
        String order = order();
        post(order + "/Lines", body).refusedWith(status, words);
        assertEquals(0, get(order).at("LineCount").intValue());
    }

    @Test
    void productAndQuantityOfAProductLineCannotGo() {
        String line = lineAddress(order(line("1", "")), 0);
        replace(line, "/ProductId", "null").refusedWith(400, "ProductId");
        replace(line, "/Quantity", "null").refusedWith(400, "Quantity");
        replace(line, "/ProductId", "999").refusedWith(404, "ProductId");
        replace(line, "/ProductCode", "\"B-1\"").refusedWith(400, "target location");
        patch(
                        line,
                        "[{\"op\":\"replace\",\"path\":\"/LineType\",\"value\":\"Text\"},"
                                + "{\"op\":\"replace\",\"path\":\"/ProductId\",\"value\":null}]")
                .is(200);
    }

    @Test
    void descriptionPriceAndCostComeFromTheProductWhenMissing() {
        JsonNode filled = lines(order(line("1", ""))).get(0);
        assertEquals("Steel beam", filled.path("Description").asText());
        assertEquals(500, filled.path("ProductUnitPrice").intValue());
        assertEquals(310, filled.path("ProductUnitCost").intValue());
        String own = ",\"Description\":\"Short beam\",\"ProductUnitPrice\":0,\"ProductUnitCost\":7";
        JsonNode sent = lines(order(line("1", own))).get(0);
        assertEquals("Short beam", sent.path("Description").asText());
        assertEquals(0, sent.path("ProductUnitPrice").intValue());
        assertEquals(7, sent.path("ProductUnitCost").intValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "6    | ,\"ProductUnitPrice\":500,\"Allowance\":5    | 2850   | 712.5  | 3562.5",
                "-2   | ,\"ProductUnitPrice\":800                    | -1600  | -400   | -2000",
                "0.5  | ,\"ProductUnitPrice\":0.33                   | 0.17   | 0.04   | 0.21",
                "1    | ,\"ProductUnitPrice\":100,\"Allowance\":-10  | 110    | 27.5   | 137.5",
                "1    | ,\"ProductUnitPrice\":100,\"UseStandardSalesAccount\":false | 100 | 0 | 100"
            })
    void amountsAreComputed(String quantity, String members, double net, double vat, double total) {
        String order = order(line(quantity, members), "{\"LineType\":\"Text\",\"Description\":\"Thank you\"}");
        JsonNode line = lines(order).get(0);
        assertEquals(net, line.path("NetAmount").doubleValue());
        assertEquals(vat, line.path("VatAmount").doubleValue());
        assertEquals(total, line.path("TotalAmount").doubleValue());
        assertEquals(0.0, lines(order).get(1).path("TotalAmount").doubleValue());
        assertTrue(lines(order).get(1).path("VatRate").isNull());
        assertEquals(net, get(order).at("NetAmount").doubleValue());
        assertEquals(total, get(order).at("TotalAmount").doubleValue());
    }

    @Test
    void customerWithoutVatPaysNoneUnlessTheLineSaysSo() {
        replace("/Customers/" + customerId, "/IsVatFree", "true").is(200);
        String price = ",\"ProductUnitPrice\":100";
        JsonNode lines = lines(order(line("1", price), line("1", price + ",\"UseStandardSalesAccount\":true")));
        assertEquals(0.0, lines.get(0).path("VatAmount").doubleValue());
        assertEquals("5", lines.get(0).path("VatCode").asText());
        assertEquals(25.0, lines.get(1).path("VatAmount").doubleValue());
        assertEquals("3", lines.get(1).path("VatCode").asText());
    }

    @Test
    void slotIsUniqueWithinTheOrder() {
        String slot = ",\"ExternalImportReference\":\"customerp:L-1\"";
        String order = order(line("1", slot), line("1", ""));
        String holder = id(lineAddress(order, 0));
        post(order + "/Lines", line("1", slot)).refusedWith(400, holder);
        replace(lineAddress(order, 1), "/ExternalImportReference", "\"customerp:L-1\"")
                .refusedWith(400, holder);
        post("/SalesOrders/Complete", body("", line("1", slot), line("2", slot)))
                .refusedWith(400, "ExternalImportReference");
        post(order() + "/Lines", line("1", slot)).is(201);
    }

    @Test
    void linesStandByTheirPlacesAndNewOnesAreLast() {
        String order = order(line("1", ",\"SortOrder\":4"), line("2", ",\"SortOrder\":0"), line("3", ""));
        assertEquals(List.of("2", "1", "3"), get(order + "/Lines").column("Quantity"));
        assertEquals(List.of("0", "4", "5"), get(order + "/Lines").column("SortOrder"));
        replace(lineAddress(order, 2), "/SortOrder", "1").is(200);
        assertEquals(2, lines(order).get(0).path("Quantity").intValue());
        assertEquals(3, lines(order).get(1).path("Quantity").intValue());
    }

    @Test
    void lineChangesMoveTheTimeOfTheOrderOnlyIfSaid() {
        String order = order(line("1", ""));
        String before = get(order).at(CHANGED).asText();
        clock.pass(Duration.ofMinutes(1));
        replace(lineAddress(order, 0), "/Quantity", "2").is(200);
        post(order + "/Lines", line("1", "")).is(201);
        assertEquals(before, get(order).at(CHANGED).asText());
        simulator.change(options -> options.with(Quirk.LINES_MOVE_ORDER_TIME));
        delete(lineAddress(order, 0)).is(200);
        assertNotEquals(before, get(order).at(CHANGED).asText());
    }

    @Test
    void usersPutLinesOfAllTypes() {
        OrderUser user = simulator.user().orders();
        String order = order(line("1", ",\"ProductUnitPrice\":100"));
        String fee =
                user.addLine(id(order), object("{\"LineType\":\"InvoiceFee\",\"Quantity\":1,\"ProductUnitPrice\":50}"));
        user.addLine(id(order), object("{\"LineType\":\"Summary\"}"));
        String hours = user.addLine(id(order), object("{\"LineType\":\"TotalHours\"}"));
        assertEquals(
                List.of("Normal", "InvoiceFee", "Summary", "TotalHours"),
                get(order + "/Lines").column("LineType"));
        assertEquals(150.0, get(order).at("NetAmount").doubleValue());
        user.editLine(fee, object("{\"ProductUnitPrice\":60}"));
        assertEquals(160.0, get(order).at("NetAmount").doubleValue());
        user.removeLine(hours);
        assertEquals(3, user.lines(id(order)).size());
        assertEquals(3, get(order).at("LineCount").intValue());
    }

    @Test
    void allowanceMayComeFromTheCustomer() {
        replace("/Customers/" + customerId, "/Allowance", "10").is(200);
        String price = ",\"ProductUnitPrice\":100";
        assertTrue(lines(order(line("1", price))).get(0).path("Allowance").isNull());
        simulator.change(options -> options.with(Quirk.ALLOWANCE_FROM_CUSTOMER));
        JsonNode lines = lines(order(line("1", price), line("1", price + ",\"Allowance\":0")));
        assertEquals(10, lines.get(0).path("Allowance").intValue());
        assertEquals(90.0, lines.get(0).path("NetAmount").doubleValue());
        assertEquals(0, lines.get(1).path("Allowance").intValue());
    }

    @Test
    void projectOfTheHeaderIsShownWhenAskedFor() {
        String project = id(project("\"Code\":\"J-500\",\"Name\":\"Bridge\""));
        String id = created(",\"ProjectId\":" + project, line("1", ""), line("1", ",\"ProjectId\":-1"))
                .at("Id")
                .asText();
        JsonNode shown = get("/SalesOrders/" + id + "/Complete?showInherited=true")
                .is(200)
                .at("SalesOrderLines");
        assertEquals(project, shown.get(0).path("ProjectId").asText());
        assertEquals("J-500", shown.get(0).path("ProjectCode").asText());
        assertEquals(-1, shown.get(1).path("ProjectId").intValue());
        assertTrue(lines("/SalesOrders/" + id).get(0).path("ProjectId").isNull());
    }

    @Test
    void accrualIsWrittenWholeAndPatchedInPart() {
        String accrual = ",\"Accrual\":{\"IsActive\":true,\"FromDate\":\"2026-01-01\",\"ToDate\":\"2026-12-31\"}";
        String line = lineAddress(order(line("1", accrual)), 0);
        Answer moved = replace(line, "/Accrual/ToDate", "\"2026-06-30\"").is(200);
        assertEquals("2026-06-30", moved.at("Accrual").path("ToDate").asText());
        assertEquals("2026-01-01", moved.at("Accrual").path("FromDate").asText());
    }

    @Test
    void numbersAreRoundedLikeAllOthers() {
        simulator.change(options -> options.with(Quirk.DECIMALS_ROUNDED));
        JsonNode line =
                lines(order(line("1.005", ",\"ProductUnitPrice\":99.9949"))).get(0);
        assertEquals(1.01, line.path("Quantity").doubleValue());
        assertEquals(99.99, line.path("ProductUnitPrice").doubleValue());
    }
}
