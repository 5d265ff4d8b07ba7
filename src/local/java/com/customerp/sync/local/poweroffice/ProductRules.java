package com.customerp.sync.local.poweroffice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Rules of products: poweroffice-go-v2.md 7, mapping.md 6.5. */
final class ProductRules implements Rules {

    @Override
    public void apply(Write write) {
        if (write.isCreate()) {
            chooseGroup(write.tenant(), write.after());
        }
        if (write.touches(ProductTables.STANDARD_ACCOUNT)
                && write.isBlank(ProductTables.STANDARD_ACCOUNT)
                && write.tenant().noSalesAccount) {
            write.refuse("A standard sales account is required on the product, its group or the client.");
        }
        if (write.isCreate()) {
            checkStock(write.after());
        }
        if (write.touches(Codes.CODE)) {
            new Codes(write.tenant()).checkFree(write);
        }
    }

    /** Operations take effect in order: stock comes after the mark that it is kept. */
    @Override
    public void replaced(Tenant tenant, ObjectNode target, String member) {
        if (member.equals(Stock.ON_HAND)) {
            checkStock(target);
        }
    }

    /** A product that names no group is in the default one. */
    static void chooseGroup(Tenant tenant, ObjectNode row) {
        if (Write.isBlank(row.path(ProductTables.GROUP))) {
            tenant.defaultProductGroup().ifPresent(group -> row.put(ProductTables.GROUP, group));
        }
    }

    private static void checkStock(ObjectNode row) {
        JsonNode onHand = row.path(Stock.ON_HAND);
        if (!Write.isBlank(onHand) && !row.path(Stock.IS_STOCK_ITEM).asBoolean()) {
            throw Refusal.invalid(Resource.PRODUCTS, "StockOnHand requires IsStockItem to be true.");
        }
    }
}
