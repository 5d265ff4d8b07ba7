package com.customerp.sync.local.poweroffice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stock of products, which has a change time of its own and does not move the record's (poweroffice-go-v2.md 5). What is
 * available is what is on hand: confirmed orders reserve nothing here.
 */
final class Stock {
    static final String IS_STOCK_ITEM = "IsStockItem";
    static final String ON_HAND = "StockOnHand";
    static final String AVAILABLE = "StockAvailable";
    static final String CHANGED = "StockOnHandLastChangedDatetimeOffset";

    /** Members that say nothing about the rest of the record. */
    static final List<String> MEMBERS = List.of(ON_HAND, AVAILABLE, CHANGED);

    private Stock() {}

    /** Fills what follows from the stock on hand; {@code before} is null for a new record. */
    static void complete(@Nullable ObjectNode before, ObjectNode after, String now) {
        JsonNode onHand = after.path(ON_HAND);
        if (!amount(onHand).equals(before == null ? NullNode.instance : amount(before.path(ON_HAND)))) {
            after.put(CHANGED, now).set(AVAILABLE, onHand);
        } else if (before == null) {
            after.putNull(CHANGED);
        }
    }

    private static Object amount(JsonNode onHand) {
        return onHand.isNumber() ? onHand.decimalValue().stripTrailingZeros() : NullNode.instance;
    }
}
