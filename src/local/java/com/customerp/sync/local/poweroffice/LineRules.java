package com.customerp.sync.local.poweroffice;

import com.customerp.sync.local.poweroffice.Member.Trait;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Rules of order lines: what a product line needs, what it takes from elsewhere, its amounts (13.4). */
final class LineRules implements Rules {
    static final String INVOICE_FEE = "InvoiceFee";
    private static final String PRODUCT = "ProductId";
    private static final String QUANTITY = "Quantity";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Override
    public void apply(Write write) {
        if (!isOfType(write.after(), OrderTables.NORMAL) || !write.touches("LineType", PRODUCT, QUANTITY)) {
            return;
        }
        if (write.isBlank(PRODUCT)) {
            write.refuse("ProductId or ProductCode is required on a line of type Normal.");
        }
        if (write.isBlank(QUANTITY)) {
            write.refuse("Quantity is required on a line of type Normal.");
        }
    }

    /** Name, price and cost come from the product; the place is the next one of the order. */
    @Override
    public void fill(Tenant tenant, ObjectNode row) {
        tenant.named("Products", row.path(PRODUCT)).ifPresent(product -> {
            copy(product, "Name", row, "Description");
            copy(product, "UnitPrice", row, "ProductUnitPrice");
            copy(product, "UnitCost", row, "ProductUnitCost");
        });
        if (tenant.has(Quirk.ALLOWANCE_FROM_CUSTOMER) && isOfType(row, OrderTables.NORMAL)) {
            customer(tenant, row).ifPresent(customer -> copy(customer, "Allowance", row, "Allowance"));
        }
        if (Write.isBlank(row.path("SortOrder"))) {
            row.put("SortOrder", nextPlace(tenant, row));
        }
    }

    @Override
    public void compute(Tenant tenant, ObjectNode row) {
        boolean counts = isOfType(row, OrderTables.NORMAL) || isOfType(row, INVOICE_FEE);
        if (counts) {
            Vat.of(row, customer(tenant, row)).writeTo(row);
        } else {
            row.putNull("VatId").putNull("VatCode").putNull("VatRate");
        }
        BigDecimal net = counts ? money(gross(row)) : BigDecimal.ZERO;
        BigDecimal vat = counts ? money(net.multiply(row.path("VatRate").decimalValue())) : BigDecimal.ZERO;
        row.put("NetAmount", net).put("VatAmount", vat).put("TotalAmount", net.add(vat));
    }

    /** Dimensions come from the header. */
    @Override
    public ObjectNode shown(Tenant tenant, ObjectNode row, boolean inherited) {
        ObjectNode shown = row.deepCopy();
        if (inherited) {
            order(tenant, row).ifPresent(header -> OrderTables.LINE.members().stream()
                    .filter(member -> member.is(Trait.NONE_IS_MINUS_ONE))
                    .forEach(member -> copy(header, member.name(), shown, member.name())));
        }
        return shown;
    }

    @Override
    public void stored(Tenant tenant, ObjectNode row) {
        OrderRules.lineChanged(tenant, row.path("SalesOrderId").asText());
    }

    @Override
    public void removed(Tenant tenant, ObjectNode row) {
        OrderRules.lineChanged(tenant, row.path("SalesOrderId").asText());
    }

    /** Price times quantity, less the allowance; what is missing is 0. */
    private static BigDecimal gross(ObjectNode row) {
        BigDecimal share = HUNDRED.subtract(number(row, "Allowance"));
        return number(row, "ProductUnitPrice")
                .multiply(number(row, QUANTITY))
                .multiply(share)
                .divide(HUNDRED);
    }

    private static BigDecimal number(ObjectNode row, String member) {
        JsonNode value = row.path(member);
        return value.isNumber() ? value.decimalValue() : BigDecimal.ZERO;
    }

    private static BigDecimal money(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    private static int nextPlace(Tenant tenant, ObjectNode row) {
        return tenant
                        .store(Resource.SALES_ORDER_LINES)
                        .owned(row.path("SalesOrderId").asText())
                        .stream()
                        .mapToInt(line -> line.path("SortOrder").asInt())
                        .max()
                        .orElse(-1)
                + 1;
    }

    private static Optional<ObjectNode> customer(Tenant tenant, ObjectNode row) {
        return order(tenant, row).flatMap(order -> tenant.named(Resource.CUSTOMERS.path(), order.path("CustomerId")));
    }

    private static Optional<ObjectNode> order(Tenant tenant, ObjectNode row) {
        return tenant.named(Resource.SALES_ORDERS.path(), row.path("SalesOrderId"));
    }

    private static void copy(ObjectNode from, String member, ObjectNode row, String target) {
        if (Write.isBlank(row.path(target)) && !Write.isBlank(from.path(member))) {
            row.set(target, from.path(member));
        }
    }

    private static boolean isOfType(ObjectNode row, String type) {
        return row.path("LineType").asText().equals(type);
    }
}
