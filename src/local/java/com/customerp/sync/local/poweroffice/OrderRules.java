package com.customerp.sync.local.poweroffice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules of order headers: poweroffice-go-v2.md 9 and 13.4, mapping.md 8. */
final class OrderRules implements Rules {
    static final String CONTACT = "CustomerReferenceContactPersonId";
    private static final String REFERENCE = "CustomerReference";
    private static final String SALES_PERSON = "SalesPersonEmployeeId";
    private static final String CURRENCY = "CurrencyCode";
    private static final long FIRST_ORDER_NUMBER = 1001;

    @Override
    public void apply(Write write) {
        boolean changesMore = !Set.of(OrderTables.STATUS).containsAll(write.touched());
        if (!write.isCreate() && changesMore && isConfirmed(write.was(OrderTables.STATUS))) {
            throw locked(write.tenant(), write.value("Id").asText());
        }
        if (write.isCreate()) {
            write.after().put("IsCreatedByCurrentIntegration", true);
        }
        if (write.touches("CustomerId", CONTACT) && !write.isBlank(CONTACT)) {
            boolean belongs = write.tenant()
                    .named(Resource.CONTACT_PERSONS.path(), write.value(CONTACT))
                    .filter(contact -> same(contact.path("ContactId"), write.value("CustomerId")))
                    .isPresent();
            if (!belongs) {
                write.refuse(CONTACT + " must belong to the customer of the order.");
            }
        }
    }

    @Override
    public void fill(Tenant tenant, ObjectNode row) {
        row.put("SalesOrderNo", tenant.nextKey("order number", FIRST_ORDER_NUMBER));
    }

    @Override
    public void compute(Tenant tenant, ObjectNode row) {
        List<ObjectNode> lines =
                tenant.store(Resource.SALES_ORDER_LINES).owned(row.path("Id").asText());
        row.put("LineCount", lines.size());
        row.put("NetAmount", sum(lines, "NetAmount"));
        row.put("TotalAmount", sum(lines, "TotalAmount"));
    }

    @Override
    public ObjectNode shown(Tenant tenant, ObjectNode row, boolean inherited) {
        ObjectNode shown = row.deepCopy();
        if (inherited) {
            tenant.named(Resource.CUSTOMERS.path(), row.path("CustomerId"))
                    .ifPresent(customer -> inherit(tenant, shown, customer));
        }
        tenant.named(Resource.CONTACT_PERSONS.path(), shown.path(CONTACT))
                .ifPresent(person -> shown.put(
                        REFERENCE,
                        person.path("FirstName").asText() + " "
                                + person.path("LastName").asText()));
        return shown;
    }

    @Override
    public void removed(Tenant tenant, ObjectNode row) {
        Store lines = tenant.store(Resource.SALES_ORDER_LINES);
        lines.owned(row.path("Id").asText())
                .forEach(line -> lines.remove(line.path("Id").asText(), tenant.moment()));
    }

    /** Stores a header again after one of its lines was stored or removed; one that is gone stays gone. */
    static void lineChanged(Tenant tenant, String orderId) {
        Store orders = tenant.store(Resource.SALES_ORDERS);
        orders.read(orderId).ifPresent(order -> {
            ObjectNode changed = order.deepCopy();
            new OrderRules().compute(tenant, changed);
            if (tenant.has(Quirk.LINES_MOVE_ORDER_TIME)) {
                changed.put(Tables.CHANGED, tenant.timestamp());
            }
            orders.put(orderId, changed, tenant.moment());
        });
    }

    static boolean isConfirmed(JsonNode status) {
        return status.asText().equals(OrderTables.CONFIRMED);
    }

    /** The answer to a write to a confirmed order; which status it has is unstated (mapping.md 12). */
    static Refusal locked(Tenant tenant, String orderId) {
        String detail = "The order with Id " + orderId + " is confirmed. Set " + OrderTables.STATUS + " to "
                + OrderTables.DRAFT + " first.";
        return tenant.has(Quirk.LOCKED_IS_CONFLICT)
                ? Refusal.conflict(Resource.SALES_ORDERS, detail)
                : Refusal.invalid(Resource.SALES_ORDERS, detail);
    }

    /** Currency and sales person of the customer, and its default contact person unless there is a text instead. */
    private static void inherit(Tenant tenant, ObjectNode order, ObjectNode customer) {
        if (Write.isBlank(order.path(CURRENCY))) {
            order.set(CURRENCY, customer.path(CURRENCY));
        }
        if (Write.isBlank(order.path(SALES_PERSON))) {
            order.set(SALES_PERSON, customer.path(SALES_PERSON));
        }
        if (Write.isBlank(order.path(CONTACT)) && Write.isBlank(order.path(REFERENCE))) {
            defaultContact(tenant, customer).ifPresent(person -> order.set(CONTACT, person.path("Id")));
        }
    }

    private static Optional<ObjectNode> defaultContact(Tenant tenant, ObjectNode customer) {
        return ContactPersonRules.of(tenant, customer.path("Id")).stream()
                .filter(person -> person.path("IsDefault").asBoolean())
                .findFirst();
    }

    private static BigDecimal sum(List<ObjectNode> lines, String member) {
        return lines.stream().map(line -> line.path(member).decimalValue()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return one.asText().equals(other.asText());
    }
}
