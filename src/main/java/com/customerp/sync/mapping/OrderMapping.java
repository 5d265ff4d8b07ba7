package com.customerp.sync.mapping;

import static com.customerp.sync.mapping.Field.both;
import static com.customerp.sync.mapping.Rules.currency;
import static com.customerp.sync.mapping.Rules.date;
import static com.customerp.sync.mapping.Rules.dec;
import static com.customerp.sync.mapping.Rules.digits;
import static com.customerp.sync.mapping.Rules.enumeration;
import static com.customerp.sync.mapping.Rules.pct;
import static com.customerp.sync.mapping.Rules.ref;
import static com.customerp.sync.mapping.Rules.text;

import java.util.function.Predicate;

/** order ↔ SalesOrders with their lines (mapping.md 8). */
public final class OrderMapping {
    /** PowerOffice's word for no project, where null would inherit. */
    private static final long NO_PROJECT = -1;

    private static final Slot SLOT = new Slot("/ExternalImportReference");
    private static final Field NUMBER = both("orderNumber", "/ImportedOrderNo", "int64", digits(), Trait.NEVER_CLEARED);

    private OrderMapping() {}

    /** The pair as the core sees it. */
    public static Mapping create() {
        return Mapping.of(Entity.ORDER)
                .fields(
                        NUMBER,
                        both("customerId", "/CustomerId", "int64", ref(Entity.CUSTOMER), Trait.WAITED_FOR),
                        both("contactId", "/CustomerReferenceContactPersonId", "int64", ref(Entity.CONTACT)),
                        both("projectId", "/ProjectId", "int64", ref(Entity.PROJECT, NO_PROJECT)),
                        both("salesPersonId", "/SalesPersonEmployeeId", "int64", ref(Entity.EMPLOYEE)),
                        both("customerReference", "/CustomerReference", "string", text(255))
                                .when(OrderRules::hasNoContact),
                        both("purchaseOrderNumber", "/PurchaseOrderReference", "string", text(100)),
                        both("orderDate", "/SalesOrderDate", "date", date()),
                        both("deliveryDate", "/DeliveryDate", "date", date()),
                        both("currencyCode", "/CurrencyCode", "string", currency()),
                        both(
                                "status",
                                "/SalesOrderStatus",
                                "enum OrderStatus",
                                enumeration(EnumTables.ORDER_STATUS),
                                Trait.OWN_PATCH),
                        both("netAmount", "/NetAmount", "double, read-only", dec())
                                .toCustomerp(),
                        both("totalAmount", "/TotalAmount", "double, read-only", dec())
                                .toCustomerp(),
                        both("powerOfficeOrderNumber", "/SalesOrderNo", "int64, read-only", digits())
                                .toCustomerp())
                .lines(lines())
                .slot(SLOT)
                .keys(
                        MatchKey.of(SLOT, "externalImportReferences"),
                        MatchKey.of(NUMBER, "importedOrderNos", MatchKey.Scope.UNIQUE_ON_BOTH_SIDES)
                                .agreeing(OrderRules::customer))
                .rules(
                        OrderRules::invoicedIsFinal,
                        OrderRules::numberStays,
                        Buyers.contactOf("customerId", "contactId", false),
                        OrderRules::referenceOfContact)
                .lock(new Lock("status", "confirmed", "draft", "invoiced"))
                .invoicing(new Invoicing("customerId", "/Number", "powerOfficeOrderNumber", "/OrderNo"))
                .refusals(
                        Refusal.of("external\\s*import\\s*reference", "id", Reason.TAKEN),
                        Refusal.of("contact\\s*person", "contactId", Reason.REFUSED),
                        Refusal.of("confirmed|locked", "status", Reason.LOCKED))
                .build();
    }

    /** mapping.md 8.2. */
    private static LineTable lines() {
        Predicate<Draft> ofProduct = draft -> draft.has("productId");
        Mapping line = Mapping.of(Entity.ORDER)
                .fields(
                        both("productId", "/ProductId", "int64", ref(Entity.PRODUCT), Trait.WAITED_FOR),
                        both("description", "/Description", "string", text(4000)),
                        both("quantity", "/Quantity", "double", dec(), Trait.REQUIRED)
                                .when(ofProduct),
                        both("unitPrice", "/ProductUnitPrice", "double", dec()).when(ofProduct),
                        both("unitCost", "/ProductUnitCost", "double", dec()).when(ofProduct),
                        both("discountPercent", "/Allowance", "double", pct()).when(ofProduct),
                        both(
                                        "unitCode",
                                        "/UnitOfMeasureCode",
                                        "enum UnitOfMeasureType",
                                        enumeration(EnumTables.UNIT_CODE))
                                .when(ofProduct))
                .slot(SLOT)
                .build();
        return new LineTable(
                "lines",
                "/SalesOrderLines",
                "lineId",
                line,
                "lineNumber",
                "SortOrder",
                new LineTable.Kinds("productId", "LineType", "Normal", "Text"));
    }
}
