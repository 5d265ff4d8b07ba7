package com.customerp.sync.local.customerp;

/** Rules of products. */
final class ProductRules {

    private ProductRules() {}

    /** Only a stock item has a quantity in stock. */
    static void stockOfStockItems(Draft draft) {
        if (draft.isTrue("isStockItem")) {
            return;
        }
        if (draft.sends("stockOnHand")) {
            draft.errors().add("/stockOnHand", "must be null when isStockItem is not true");
        }
        draft.after().putNull("stockOnHand");
    }
}
