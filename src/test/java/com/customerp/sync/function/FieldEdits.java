package com.customerp.sync.function;

import com.customerp.sync.mapping.Entity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One example edit for each field of each pair but customers, with the value that the other side shall show, written by
 * hand from the tables of mapping.md 4 to 8. Values are JSON with single quotes; {@code @employee:E-2} stands for
 * PowerOffice's key of that record, {@code #} for a digit of the test's own where a value has to be unique.
 */
final class FieldEdits {
    private static final Map<Entity, Map<String, Edit>> EDITS = Map.of(
            Entity.CONTACT,
            table(
                    same("firstName", "'Nina'"),
                    same("lastName", "'Prøvesen'"),
                    same("email", "'nina@liste.example'"),
                    same("phone", "'+47 900 00 002'"),
                    same("jobTitle", "'Innkjøper'"),
                    same("isPrimary", "true"),
                    same("isActive", "false"),
                    same("address.line1", "'Storgata 2'"),
                    same("address.line2", "'3. etasje'"),
                    same("address.postalCode", "'0150'"),
                    same("address.city", "'Oslo'"),
                    same("address.countryCode", "'SE'")),
            Entity.EMPLOYEE,
            table(
                    edit("employeeNumber", "'77#'", "77#").cleared(Cleared.PUT_BACK),
                    same("firstName", "'Nina'"),
                    same("lastName", "'Prøvesen'"),
                    same("email", "'nina@liste.example'"),
                    same("phone", "'+47 900 00 002'"),
                    same("dateOfBirth", "'1990-02-03'"),
                    same("jobTitle", "'Montør'"),
                    same("startDate", "'2020-01-02'"),
                    same("endDate", "'2030-01-02'"),
                    same("hiredDate", "'2019-12-01'"),
                    edit("managerId", "'E-2'", "@employee:E-2"),
                    same("address.line1", "'Storgata 2'"),
                    same("address.line2", "'3. etasje'"),
                    same("address.postalCode", "'0150'"),
                    same("address.city", "'Oslo'"),
                    same("address.countryCode", "'SE'"),
                    same("isArchived", "true")),
            Entity.PRODUCT,
            table(
                    same("productNumber", "'BEAM-#'"),
                    same("name", "'Bjelke'"),
                    same("description", "'Lengde 12 m'"),
                    edit("type", "'service'", "'Service'"),
                    same("salesPrice", "512.5"),
                    same("costPrice", "310.25"),
                    same("unitCode", "'HUR'"),
                    same("gtin", "'7044610000015'"),
                    same("stockOnHand", "42").cleared(Cleared.PUT_BACK),
                    same("isStockItem", "false"),
                    same("isArchived", "true")),
            Entity.PROJECT,
            table(
                    same("projectNumber", "'J-70#'"),
                    same("name", "'Kai'"),
                    edit("customerId", "'C-9'", "@customer:C-9"),
                    edit("contactId", "'P-9'", "@contact:P-9"),
                    edit("managerId", "'E-2'", "@employee:E-2"),
                    same("startDate", "'2026-02-01'"),
                    same("endDate", "'2026-09-30'"),
                    edit("status", "'tentative'", "'Tentative'"),
                    same("isActive", "false"),
                    same("isInternal", "true"),
                    same("isBillable", "true").cleared(Cleared.PUT_BACK),
                    edit("billingMethod", "'fixedPrice'", "'FixedPrice'"),
                    same("fixedPrice", "1250000"),
                    same("contractNumber", "'K-12'"),
                    same("purchaseOrderNumber", "'PO-70'"),
                    same("progressPercent", "20"),
                    same("budgetedHours", "640.5"),
                    edit("parentProjectId", "'J-9'", "@project:J-9")),
            Entity.ORDER,
            table(
                    edit("orderNumber", "'917#'", "917#").cleared(Cleared.PUT_BACK),
                    edit("customerId", "'C-9'", "@customer:C-9"),
                    same("customerReference", "'Deres ref'"),
                    edit("projectId", "'J-9'", "@project:J-9").cleared(Cleared.NEVER),
                    edit("salesPersonId", "'E-2'", "@employee:E-2"),
                    edit("contactId", "'P-9'", "@contact:P-9"),
                    same("purchaseOrderNumber", "'PO-78'"),
                    same("orderDate", "'2026-03-04'"),
                    same("deliveryDate", "'2026-03-12'"),
                    same("currencyCode", "'EUR'"),
                    edit("status", "'confirmed'", "'Confirmed'")));

    private static final Map<String, Edit> LINES = table(
            same("description", "'Bjelke, kappet'"),
            same("quantity", "6.5"),
            same("unitPrice", "480"),
            same("unitCost", "300.25"),
            same("discountPercent", "12.5"),
            same("unitCode", "'HUR'"),
            edit("productId", "'PR-9'", "@product:PR-9"));

    private FieldEdits() {}

    /** What clearing the field in CustomERP does. */
    enum Cleared {
        /** PowerOffice's value is put back (mapping.md 1.2, 12.1). */
        PUT_BACK,
        /** PowerOffice has a word of its own for none. */
        NEVER,
        /** It is cleared on the other side too, where the field can be empty at all. */
        AS_ITS_RULE_SAYS
    }

    /** What either side holds after the edit. */
    record Edit(String field, String customerp, String powerOffice, Cleared clearing) {
        /** The edit with unique values. */
        Edit numbered(int test) {
            String digit = Integer.toString(test);
            return new Edit(field, customerp.replace("#", digit), powerOffice.replace("#", digit), clearing);
        }

        private Edit cleared(Cleared how) {
            return new Edit(field, customerp, powerOffice, how);
        }
    }

    private static Edit same(String field, String value) {
        return edit(field, value, value);
    }

    private static Edit edit(String field, String customerp, String powerOffice) {
        return new Edit(field, customerp, powerOffice, Cleared.AS_ITS_RULE_SAYS);
    }

    private static Map<String, Edit> table(Edit... edits) {
        Map<String, Edit> table = new LinkedHashMap<>();
        List.of(edits).forEach(edit -> table.put(edit.field(), edit));
        return table;
    }

    /** The edits of a pair, in the order in which they can follow each other on one record. */
    static Map<String, Edit> of(Entity entity) {
        return EDITS.get(entity);
    }

    /** The edits of an order line. */
    static Map<String, Edit> ofLines() {
        return LINES;
    }

    /** The record that a value names, or empty when it is no reference. */
    static Optional<String[]> reference(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> text.startsWith("@")).map(text -> text.substring(1)
                .split(":"));
    }
}
