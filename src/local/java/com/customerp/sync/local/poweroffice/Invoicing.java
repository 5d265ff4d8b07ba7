package com.customerp.sync.local.poweroffice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Turns an order into an invoice: it leaves /SalesOrders, its line ids are gone (poweroffice-go-v2.md 9). */
record Invoicing(Tenant tenant) {
    private static final long FIRST_INVOICE_NUMBER = 50_001;
    private static final long FIRST_VOUCHER_NUMBER = 90_001;
    private static final int DAYS_OF_CREDIT = 14;

    /** The id of the invoice that this order becomes. */
    String invoice(ObjectNode order) {
        Records records = new Records(tenant);
        ObjectNode row = row(new OrderRules().shown(tenant, order, true));
        records.remove(Resource.SALES_ORDERS, order.path("Id").asText());
        ObjectNode invoice = tenant.has(Quirk.INVOICE_HAS_OWN_ID)
                ? records.insert(Resource.OUTGOING_INVOICES, row)
                : records.insert(Resource.OUTGOING_INVOICES, row, order.path("Id"), tenant.timestamp());
        return invoice.path("Id").asText();
    }

    /** Members of the same name are carried over; dates that are missing become today. */
    private ObjectNode row(ObjectNode order) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (Member member : InvoiceTable.INVOICE.members()) {
            JsonNode value = order.path(member.name());
            if (member.twinOf() == null && member.type() != MemberType.TIMESTAMP && !value.isMissingNode()) {
                row.set(member.name(), value);
            }
        }
        long number = tenant.nextKey("invoice number", FIRST_INVOICE_NUMBER);
        row.put("InvoiceNo", number)
                .put("VoucherNo", tenant.nextKey("voucher number", FIRST_VOUCHER_NUMBER))
                .put("Cid", "%09d".formatted(number))
                .put("VoucherDate", tenant.today().toString())
                .put("DueDate", tenant.today().plusDays(DAYS_OF_CREDIT).toString())
                .put("IsReversed", false);
        row.set("OrderNo", order.path("SalesOrderNo"));
        row.set("OrderDate", dateOrToday(order, "SalesOrderDate"));
        row.set("DeliveryDate", dateOrToday(order, "DeliveryDate"));
        row.set("SellersReferenceEmployeeId", order.path("SalesPersonEmployeeId"));
        tenant.named(Resource.CUSTOMERS.path(), order.path("CustomerId"))
                .ifPresent(customer -> row.set(CustomerRules.DELIVERY, customer.path(CustomerRules.DELIVERY)));
        putAmounts(row, order);
        return row;
    }

    private static void putAmounts(ObjectNode row, ObjectNode order) {
        BigDecimal rate = order.path("CurrencyExchangeRate").isNumber()
                ? order.path("CurrencyExchangeRate").decimalValue()
                : BigDecimal.ONE;
        BigDecimal total = order.path("TotalAmount").decimalValue();
        row.put("VoucherType", total.signum() < 0 ? "OutgoingCreditNote" : "OutgoingInvoice")
                .put("NetPostedAmount", posted(order.path("NetAmount").decimalValue(), rate))
                .put("TotalPostedAmount", posted(total, rate))
                .put("Balance", posted(total, rate));
    }

    private static BigDecimal posted(BigDecimal amount, BigDecimal rate) {
        return amount.multiply(rate).setScale(2, RoundingMode.HALF_UP);
    }

    private JsonNode dateOrToday(ObjectNode order, String member) {
        return Write.isBlank(order.path(member))
                ? JsonNodeFactory.instance.textNode(tenant.today().toString())
                : order.path(member);
    }
}
