package com.customerp.sync.local.poweroffice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;

/** What the API does with an order and its lines together (poweroffice-go-v2.md 9). */
final class Orders {
    static final String LINES = "SalesOrderLines";

    private final Tenant tenant;
    private final Writer writer;
    private final View view;

    Orders(Tenant tenant, Writer writer) {
        this.tenant = tenant;
        this.writer = writer;
        this.view = new View(tenant);
    }

    /**
     * Creates an order with its lines, all or nothing.
     *
     * @throws Refusal as {@link Writer#create}, for the header or a line
     */
    ObjectNode create(JsonNode body) {
        ObjectNode order = writer.create(Resource.SALES_ORDERS, null, body);
        JsonNode lines = body.path(LINES);
        try {
            if (!lines.isArray() && !Write.isBlank(lines)) {
                throw Refusal.badRequest(LINES + ": an array is expected.");
            }
            lines.forEach(line -> writer.create(Resource.SALES_ORDER_LINES, order.path("Id"), line));
        } catch (Refusal refusal) {
            new Records(tenant).remove(Resource.SALES_ORDERS, order.path("Id").asText());
            throw refusal;
        }
        return complete(order.path("Id").asText(), Store.Moment.LATEST, false);
    }

    /**
     * An order as it is shown with its lines, by their places.
     *
     * @throws Refusal 404 when it is not there
     */
    ObjectNode complete(String id, Store.Moment limit, boolean inherited) {
        ObjectNode shown = view.of(Resource.SALES_ORDERS, order(id, limit), inherited);
        ArrayNode rows = shown.putArray(LINES);
        lines(id, limit).stream()
                .map(line -> view.of(Resource.SALES_ORDER_LINES, line, inherited))
                .forEach(rows::add);
        return shown;
    }

    /**
     * The lines of an order by their places.
     *
     * @throws Refusal 404 when the order is not there
     */
    List<ObjectNode> lines(String orderId, Store.Moment limit) {
        order(orderId, limit);
        return lines(tenant, orderId, limit);
    }

    /** The lines of an order by their places; none when it is not there. */
    static List<ObjectNode> lines(Tenant tenant, String orderId, Store.Moment limit) {
        return tenant.store(Resource.SALES_ORDER_LINES).owned(orderId, limit).stream()
                .sorted(Comparator.comparing(line -> line.path("SortOrder").asInt()))
                .toList();
    }

    /**
     * Lets only drafts be deleted and only their lines be written (poweroffice-go-v2.md 9).
     *
     * @throws Refusal when the order is not there or confirmed
     */
    void check(String method, Address address) {
        boolean deletes = address.resource() == Resource.SALES_ORDERS && method.equals("DELETE");
        if (!deletes && !address.isOfLines()) {
            return;
        }
        String orderId = address.keys().get(0);
        if (OrderRules.isConfirmed(order(orderId, Store.Moment.LATEST).path(OrderTables.STATUS))) {
            throw deletes
                    ? Refusal.conflict(Resource.SALES_ORDERS, "The order with Id " + orderId + " is confirmed.")
                    : OrderRules.locked(tenant, orderId);
        }
    }

    private ObjectNode order(String id, Store.Moment limit) {
        return tenant.store(Resource.SALES_ORDERS)
                .read(id, limit)
                .orElseThrow(() -> Refusal.notFound("SalesOrder with id " + id + " was not found."));
    }
}
