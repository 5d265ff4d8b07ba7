package com.customerp.sync.local.poweroffice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The VAT of a line: it follows the account, and the account follows the customer unless the line says otherwise
 * (poweroffice-go-v2.md 7).
 */
enum Vat {
    STANDARD(3, "0.25"),
    FREE(5, "0");

    private final int id;
    private final BigDecimal rate;

    Vat(int id, String rate) {
        this.id = id;
        this.rate = new BigDecimal(rate);
    }

    static Vat of(ObjectNode line, Optional<ObjectNode> customer) {
        JsonNode standard = line.path("UseStandardSalesAccount");
        boolean customerPays =
                customer.map(row -> !row.path("IsVatFree").asBoolean()).orElse(true);
        return (standard.isBoolean() ? standard.booleanValue() : customerPays) ? STANDARD : FREE;
    }

    void writeTo(ObjectNode line) {
        line.put("VatId", id).put("VatCode", Integer.toString(id)).put("VatRate", rate);
    }
}
