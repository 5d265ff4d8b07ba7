package com.customerp.sync.local.poweroffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** poweroffice-go-v2.md 9, mapping.md 8.6: what becomes of an order that a user sends. */
class InvoicesTest extends WithOrders {

    @Test
    void orderLeavesAndBecomesAnInvoiceOfTheSameId() {
        Answer made = created(
                ",\"ExternalImportReference\":\"customerp:O-1\",\"ImportedOrderNo\":9001,\"DeliveryDate\":\"2026-03-12\","
                        + "\"CustomerReferenceContactPersonId\":" + contactId,
                line("5", ",\"ProductUnitPrice\":500"));
        String id = made.at("Id").asText();
        String order = "/SalesOrders/" + id;
        String line = lineAddress(order, 0);
        assertEquals(id, simulator.user().orders().invoice(id));

        for (String target : List.of(order, order + "/Complete", order + "/Lines", line)) {
            get(target).is(404);
        }
        get("/SalesOrders").is(204);
        replace(order, "/ContractNo", "\"K-1\"").is(404);
        delete(order).is(404);
        Answer invoice = get("/OutgoingInvoices/" + id).is(200);
        assertEquals("customerp:O-1", invoice.at("ExternalImportReference").asText());
        assertEquals(made.at("SalesOrderNo"), invoice.at("OrderNo"));
        assertEquals(9001, invoice.at("ImportedOrderNo").intValue());
        assertEquals(10000, invoice.at("CustomerNo").intValue());
        assertEquals("Nora Prøve", invoice.at("CustomerReference").asText());
        assertEquals("NOK", invoice.at("CurrencyCode").asText());
        assertEquals(2500.0, invoice.at("NetAmount").doubleValue());
        assertEquals(3125.0, invoice.at("TotalAmount").doubleValue());
        assertEquals("2026-03-02", invoice.at("OrderDate").asText());
        assertEquals("2026-03-12", invoice.at("DeliveryDate").asText());
        assertEquals("OutgoingInvoice", invoice.at("VoucherType").asText());
        assertEquals(invoice.json(), get("/OutgoingInvoices").is(200).json().get(0));
    }

    @Test
    void invoiceMayHaveAnIdOfItsOwn() {
        simulator.change(options -> options.with(Quirk.INVOICE_HAS_OWN_ID));
        String id = created(",\"ExternalImportReference\":\"customerp:O-1\"")
                .at("Id")
                .asText();
        String invoice = simulator.user().orders().invoice(id);
        assertNotEquals(id, invoice);
        get("/OutgoingInvoices/" + id).is(404);
        assertEquals(
                "customerp:O-1",
                get("/OutgoingInvoices/" + invoice)
                        .is(200)
                        .at("ExternalImportReference")
                        .asText());
    }

    @Test
    void slotOfAnInvoicedOrderIsFreeAgain() {
        String slot = ",\"ExternalImportReference\":\"customerp:O-1\"";
        simulator.user().orders().invoice(created(slot).at("Id").asText());
        created(slot);
    }

    @Test
    void listIsFiltered() {
        String other = id(customer("Nordlys AS"));
        String first = invoiced(customerId, "1");
        String credit = invoiced(other, "-1");
        assertEquals(List.of(first), found("customerNos=10000"));
        assertEquals(List.of(first, credit), found("customerNos=10000-10001"));
        get("/OutgoingInvoices?customerNos=10002").is(204);
        assertEquals(List.of(credit), found("invoiceIds=" + credit));
        assertEquals(List.of(first), found("invoiceNos=50001"));
        assertEquals(List.of(credit), found("voucherNos=90002"));
        assertEquals(List.of(first, credit), found("fromDate=2026-03-02&toDate=2026-03-02"));
        get("/OutgoingInvoices?fromDate=2026-03-03").is(204);
        get("/OutgoingInvoices?toDate=2026-03-01").is(204);
        assertEquals(List.of(first, credit), found("onlyUnpaidInvoices=true&projectCodes=-1"));
        get("/OutgoingInvoices?onlyCreatedByCurrentIntegration=true").is(204);
        assertEquals(
                "OutgoingCreditNote",
                get("/OutgoingInvoices/" + credit).at("VoucherType").asText());
    }

    @Test
    void withoutTheRoleInvoicesAreForbidden() {
        String invoice = "/OutgoingInvoices/" + invoiced(customerId, "1");
        simulator.user().setForbidden(Resource.OUTGOING_INVOICES, true);
        get("/OutgoingInvoices").is(403);
        get(invoice).is(403);
        get("/SalesOrders").is(204);
        simulator.user().setForbidden(Resource.OUTGOING_INVOICES, false);
        get(invoice).is(200);
    }

    @Test
    void invoicesAreNotWritten() {
        String invoice = "/OutgoingInvoices/" + invoiced(customerId, "1");
        replace(invoice, "/ContractNo", "\"K-1\"").is(404);
        delete(invoice).is(404);
        get("/OutgoingInvoices/" + new UUID(0, 1)).is(404);
    }

    private String invoiced(String customer, String quantity) {
        OrderUser user = simulator.user().orders();
        return user.invoice(user.create(
                object("{\"CustomerId\":" + customer + "}"), object(line(quantity, ",\"ProductUnitPrice\":100"))));
    }

    private List<String> found(String query) {
        return get("/OutgoingInvoices?" + query).is(200).column("Id");
    }
}
