package com.customerp.sync.local.poweroffice;

import com.customerp.sync.mapping.Entity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be listed, read and written; a new one is a constant here, a table and perhaps a class of rules. */
public enum Resource {
    CUSTOMERS(
            "Customers",
            "Customer",
            Tables.CUSTOMER,
            new CustomerRules(),
            null,
            List.of(
                    Filter.keys("contactGroupIds", "ContactGroupIds"),
                    Filter.after("customerCreatedDateTimeOffsetGreaterThan", "CustomerCreatedDateTimeOffset"),
                    Filter.numbers("customerNos", "Number"),
                    Filter.exact("externalImportReference", "ExternalImportReference"),
                    Filter.numbers("externalNos", "ExternalNumber"),
                    Filter.after("lastChangedDateTimeOffsetGreaterThan", Tables.CHANGED),
                    Filter.texts("organizationNumbers", "OrganizationNumber").doubted(),
                    Filter.texts("emailAddresses", "EmailAddress").doubted(),
                    Filter.texts("phoneNumbers", "PhoneNumber").doubted())),
    EMPLOYEES(
            "Employees",
            "Employee",
            Tables.EMPLOYEE,
            new EmployeeRules(),
            null,
            List.of(
                    Filter.keys("contactGroupIds", "ContactGroupIds"),
                    Filter.after("employeeCreatedDateTimeOffsetGreaterThan", "EmployeeCreatedDateTimeOffset"),
                    Filter.numbers("employeeNos", "Number"),
                    Filter.exact("externalImportReference", "ExternalImportReference"),
                    Filter.numbers("externalNos", "ExternalNumber"),
                    Filter.after("lastChangedDateTimeOffsetGreaterThan", Tables.CHANGED))),
    CONTACT_PERSONS(
            "ContactPersons",
            "ContactPerson",
            Tables.CONTACT_PERSON,
            new ContactPersonRules(),
            "ContactId",
            List.of(
                    Filter.keys("contactIds", "ContactId"),
                    Filter.after("createdDateTimeOffsetGreaterThan", "CreatedDateTimeOffset"),
                    Filter.texts("externalCodes", "ExternalCode"),
                    Filter.after("lastChangedDateTimeOffsetGreaterThan", Tables.CHANGED))),
    PRODUCTS("Products", "Product", ProductTables.PRODUCT, new ProductRules(), null, ProductTables.FILTERS),
    PROJECTS("Projects", "Project", ProjectTables.PROJECT, new ProjectRules(), null, ProjectTables.FILTERS),
    SALES_ORDERS("SalesOrders", "SalesOrder", OrderTables.ORDER, new OrderRules(), null, OrderTables.ORDER_FILTERS),
    SALES_ORDER_LINES(
            "SalesOrders/Lines", "SalesOrderLine", OrderTables.LINE, new LineRules(), "SalesOrderId", List.of()),
    OUTGOING_INVOICES("OutgoingInvoices", "OutgoingInvoice", InvoiceTable.INVOICE, null, null, InvoiceTable.FILTERS),
    NUMBER_SERIES(
            Numbers.CATALOGUE,
            "SubLedgerNumberSeries",
            Tables.NUMBER_SERIES,
            null,
            null,
            List.of(
                    Filter.numbers("generalLedgerAccountNos", "GeneralLedgerAccountNo"),
                    Filter.flag("isDefault", "IsDefault"),
                    Filter.exact("subLedgerNumberSeriesType", Numbers.TYPE)));

    private final String path;
    private final String noun;
    private final Shape shape;
    private final @Nullable Rules rules;
    private final @Nullable String owner;
    private final List<Filter> filters;

    Resource(
            String path,
            String noun,
            Shape shape,
            @Nullable Rules rules,
            @Nullable String owner,
            List<Filter> filters) {
        this.path = path;
        this.noun = noun;
        this.shape = shape;
        this.rules = rules;
        this.owner = owner;
        this.filters = filters;
    }

    /** First segment of its addresses, for example {@code Customers}. */
    public String path() {
        return path;
    }

    /** The resource that is the other side of a pair (mapping.md 3 to 8). */
    public static Resource of(Entity entity) {
        return switch (entity) {
            case CONTACT -> CONTACT_PERSONS;
            case CUSTOMER -> CUSTOMERS;
            case EMPLOYEE -> EMPLOYEES;
            case ORDER -> SALES_ORDERS;
            case PRODUCT -> PRODUCTS;
            case PROJECT -> PROJECTS;
        };
    }

    /** The resource whose addresses start with this segment, in any letter case. */
    static Optional<Resource> of(String segment) {
        for (Resource resource : values()) {
            if (resource.path.toLowerCase(Locale.ROOT).equals(segment.toLowerCase(Locale.ROOT))) {
                return Optional.of(resource);
            }
        }
        return Optional.empty();
    }

    /** What one record is called in problem titles. */
    String noun() {
        return noun;
    }

    Shape shape() {
        return shape;
    }

    List<Filter> filters() {
        return filters;
    }

    /** Its special rules; empty: it cannot be written. */
    Optional<Rules> rules() {
        return Optional.ofNullable(rules);
    }

    /** The member that holds its owner's id, which stands before its own in addresses. */
    Optional<String> owner() {
        return Optional.ofNullable(owner);
    }

    /** Whether its ids are UUIDs and not numbers. */
    boolean hasTextKeys() {
        return shape.member("Id").orElseThrow().type() == MemberType.UUID_TEXT;
    }

    /** Status of the answer to a create: poweroffice-go-v2.md 7 says 200 for products. */
    int createdStatus() {
        return this == PRODUCTS ? 200 : 201;
    }

    /** Whether its ids are contact keys, which the roles of one contact share. */
    boolean isContactRole() {
        return this == CUSTOMERS || this == EMPLOYEES;
    }
}
