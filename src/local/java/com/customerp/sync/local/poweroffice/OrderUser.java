package com.customerp.sync.local.poweroffice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What people do with orders in PowerOffice's user interface, beyond what {@link PowerOfficeUser} does with any record:
 * headers are edited and deleted there, as {@link Resource#SALES_ORDERS}. Confirmed orders are not locked for people.
 */
public final class OrderUser {
    private final Tenant tenant;
    private final PowerOfficeUser user;

    OrderUser(Tenant tenant, PowerOfficeUser user) {
        this.tenant = tenant;
        this.user = user;
    }

    /**
     * Creates an order with lines of any type.
     *
     * @return its id
     */
    public String create(ObjectNode header, ObjectNode... lines) {
        synchronized (tenant) {
            String id = user.create(Resource.SALES_ORDERS, header);
            for (ObjectNode line : lines) {
                addLine(id, line);
            }
            return id;
        }
    }

    /**
     * Adds a line.
     *
     * @return its id
     * @throws IllegalArgumentException when there is no such order or the slot is in use
     */
    public String addLine(String orderId, ObjectNode members) {
        synchronized (tenant) {
            order(orderId);
            return user.create(Resource.SALES_ORDER_LINES, members.deepCopy().put("SalesOrderId", orderId));
        }
    }

    /** Sets members of a line; null clears. */
    public void editLine(String lineId, ObjectNode members) {
        user.edit(Resource.SALES_ORDER_LINES, lineId, members);
    }

    public void removeLine(String lineId) {
        user.delete(Resource.SALES_ORDER_LINES, lineId);
    }

    /** The lines of an order as the API would show them now, by their places. */
    public List<ObjectNode> lines(String orderId) {
        synchronized (tenant) {
            View view = new View(tenant);
            return Orders.lines(tenant, orderId, Store.Moment.LATEST).stream()
                    .map(line -> view.of(Resource.SALES_ORDER_LINES, line))
                    .toList();
        }
    }

    public void confirm(String orderId) {
        setStatus(orderId, OrderTables.CONFIRMED);
    }

    /** Makes it a draft again. */
    public void unconfirm(String orderId) {
        setStatus(orderId, OrderTables.DRAFT);
    }

    /**
     * Sends the invoice, whatever the status: the order is gone, with its lines.
     *
     * @return the id of the invoice, which is the order's unless {@link Quirk#INVOICE_HAS_OWN_ID} is on
     */
    public String invoice(String orderId) {
        synchronized (tenant) {
            return new Invoicing(tenant).invoice(order(orderId));
        }
    }

    private void setStatus(String orderId, String status) {
        user.edit(
                Resource.SALES_ORDERS,
                orderId,
                JsonNodeFactory.instance.objectNode().put(OrderTables.STATUS, status));
    }

    private ObjectNode order(String id) {
        return tenant.store(Resource.SALES_ORDERS)
                .read(id)
                .orElseThrow(() -> new IllegalArgumentException("no SalesOrder with id " + id));
    }
}
