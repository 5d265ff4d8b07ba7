package com.customerp.sync.local.customerp;

import static com.customerp.sync.local.customerp.Member.optional;
import static com.customerp.sync.local.customerp.Member.required;

import com.customerp.sync.mapping.Entity;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The six collections as customerp.openapi.yaml declares them. A new member is one row. */
final class Schemas {
    private static final BigDecimal MOST = new BigDecimal("99999999999.9999");

    static final Kind EMAIL = text(254, "\\s*[^@\\s]+@[^@\\s]+\\s*", "is not an e-mail address");
    static final Kind PHONE = text(50);

    private static final Kind FLAG = new Kind.Flag();
    private static final Kind DATE = new Kind.Date();
    private static final Kind DECIMAL = new Kind.Number(MOST.negate(), MOST, 4);
    private static final Kind PERCENT = new Kind.Number(BigDecimal.valueOf(-1000), BigDecimal.valueOf(100), 4);
    private static final Kind CURRENCY = text(3, "[A-Z]{3}", "is not a currency code");
    private static final Kind DIGITS =
            text(18, "[1-9][0-9]{0,17}", "is not a number of 1 to 18 digits without a leading zero");
    private static final Kind CODE = text(100, "[^,\\s]([^,]*[^,\\s])?", "has a comma, or a blank at an end");
    private static final Kind UNIT = choice(
            "BX MTR KMT KGM EA LTR HUR DAY MTK MTQ TNE MON ANN QAN NL XRO XBA XPL XPC PR XCI XBG SET XTY XOF FTK KWH MWH"
                    + " LBR CMT DMT LM XPK GRM HGM XFL XBE E54 MMT DAA H18 MLT HLT DLT AK XCR E14 MJ J57 XJG XCT XSA XTU"
                    + " WEE XCA XCN NAR M4 XVQ P1 MFU KMK LM3 FOT FM3 E34 E35");
    private static final Kind ADDRESS = new Kind.Group(List.of(
            optional("line1", text(200)),
            optional("line2", text(200)),
            optional("postalCode", text(50)),
            optional("city", text(100)),
            optional("countryCode", text(2, "[A-Z]{2}", "is not a country code"))));
    private static final Kind LINES = new Kind.Rows(
            List.of(
                    optional("lineId", text(40, "[A-Za-z0-9._~-]{1,40}", "is not an id")),
                    optional("lineNumber", whole(1, 1_000_000)),
                    optional("productId", new Kind.Ref(Entity.PRODUCT)),
                    optional("description", text(4000)),
                    optional("quantity", DECIMAL),
                    optional("unitPrice", DECIMAL),
                    optional("unitCost", DECIMAL),
                    optional("discountPercent", PERCENT),
                    optional("unitCode", UNIT)),
            1000);

    private static final Map<Entity, Schema> ALL = new EnumMap<>(Map.of(
            Entity.CONTACT, contacts(),
            Entity.CUSTOMER, customers(),
            Entity.EMPLOYEE, employees(),
            Entity.ORDER, orders(),
            Entity.PRODUCT, products(),
            Entity.PROJECT, projects()));

    private Schemas() {}

    static Schema of(Entity entity) {
        return ALL.get(entity);
    }

    private static Schema contacts() {
        return new Schema(
                "P-",
                2001,
                null,
                List.of(
                        required("customerId", new Kind.Ref(Entity.CUSTOMER)),
                        required("firstName", text(100)),
                        required("lastName", text(100)),
                        optional("email", EMAIL),
                        optional("phone", PHONE),
                        optional("jobTitle", text(100)),
                        optional("isPrimary", FLAG),
                        optional("isActive", FLAG),
                        optional("address", ADDRESS)),
                List.of(PartnerRules::customerIsFixed));
    }

    private static Schema customers() {
        return new Schema(
                "C-",
                1001,
                "customerNumber",
                List.of(
                        optional("customerNumber", DIGITS),
                        optional("name", text(255)),
                        optional("isPerson", FLAG),
                        optional("firstName", text(100)),
                        optional("lastName", text(100)),
                        optional("organizationNumber", text(30)),
                        optional("email", EMAIL),
                        optional("invoiceEmail", EMAIL),
                        optional("phone", PHONE),
                        optional("website", text(500)),
                        optional("address", ADDRESS),
                        optional("currencyCode", CURRENCY),
                        optional("discountPercent", PERCENT),
                        optional("isVatExempt", FLAG),
                        optional(
                                "invoiceDelivery",
                                choice("pdfByEmail print ehf avtaleGiro external eFaktura factoring")),
                        optional("salesPersonId", new Kind.Ref(Entity.EMPLOYEE)),
                        optional("isArchived", FLAG)),
                List.of(PartnerRules::personOrCompany));
    }

    private static Schema employees() {
        return new Schema(
                "E-",
                1,
                "employeeNumber",
                List.of(
                        optional("employeeNumber", DIGITS),
                        required("firstName", text(100)),
                        required("lastName", text(100)),
                        optional("email", EMAIL),
                        optional("phone", PHONE),
                        optional("dateOfBirth", DATE),
                        optional("jobTitle", text(100)),
                        optional("startDate", DATE),
                        optional("endDate", DATE),
                        optional("hiredDate", DATE),
                        optional("managerId", new Kind.Ref(Entity.EMPLOYEE)),
                        optional("address", ADDRESS),
                        optional("isArchived", FLAG)),
                List.of(PartnerRules::managerIsAnother));
    }

    private static Schema orders() {
        return new Schema(
                "O-",
                9001,
                "orderNumber",
                List.of(
                        optional("orderNumber", DIGITS),
                        required("customerId", new Kind.Ref(Entity.CUSTOMER)),
                        optional("contactId", new Kind.Ref(Entity.CONTACT)),
                        optional("projectId", new Kind.Ref(Entity.PROJECT)),
                        optional("salesPersonId", new Kind.Ref(Entity.EMPLOYEE)),
                        optional("customerReference", text(255)),
                        optional("purchaseOrderNumber", text(100)),
                        optional("orderDate", DATE),
                        optional("deliveryDate", DATE),
                        optional("currencyCode", CURRENCY),
                        optional("status", choice("draft confirmed invoiced")),
                        optional("netAmount", DECIMAL),
                        optional("totalAmount", DECIMAL),
                        optional("powerOfficeOrderNumber", DIGITS),
                        required("lines", LINES)),
                List.of(
                        OrderRules::number,
                        OrderRules::lines,
                        OrderRules::writtenBySyncOnly,
                        OrderRules::invoicedIsFinal,
                        PartnerRules::contactOfCustomer));
    }

    private static Schema products() {
        return new Schema(
                "PR-",
                300,
                "productNumber",
                List.of(
                        required("productNumber", CODE),
                        required("name", text(400)),
                        optional("description", text(4000)),
                        optional("type", choice("product service")),
                        optional("salesPrice", DECIMAL),
                        optional("costPrice", DECIMAL),
                        optional("unitCode", UNIT),
                        optional("gtin", text(14, "[0-9]{8}|[0-9]{12,14}", "is not a GTIN")),
                        optional("isStockItem", FLAG),
                        optional("stockOnHand", DECIMAL),
                        optional("isArchived", FLAG)),
                List.of(ProductRules::stockOfStockItems));
    }

    private static Schema projects() {
        return new Schema(
                "J-",
                500,
                "projectNumber",
                List.of(
                        required("projectNumber", CODE),
                        required("name", text(255)),
                        optional("customerId", new Kind.Ref(Entity.CUSTOMER)),
                        optional("contactId", new Kind.Ref(Entity.CONTACT)),
                        optional("parentProjectId", new Kind.Ref(Entity.PROJECT)),
                        optional("managerId", new Kind.Ref(Entity.EMPLOYEE)),
                        optional("startDate", DATE),
                        optional("endDate", DATE),
                        optional("status", choice("tentative notStarted active complete archived")),
                        optional("isActive", FLAG),
                        optional("isInternal", FLAG),
                        optional("isBillable", FLAG),
                        optional("billingMethod", choice("fixedPrice time timeAndExpenses")),
                        optional("fixedPrice", DECIMAL),
                        optional("contractNumber", text(100)),
                        optional("purchaseOrderNumber", text(100)),
                        optional("progressPercent", whole(0, 100)),
                        optional("budgetedHours", DECIMAL)),
                List.of(ProjectRules::noCycle, ProjectRules::numberBelowParent, PartnerRules::contactOfCustomer));
    }

    private static Kind text(int maxLength) {
        return text(maxLength, "(?s).*", "");
    }

    private static Kind text(int maxLength, String pattern, String message) {
        return new Kind.Text(maxLength, Pattern.compile(pattern), message);
    }

    private static Kind choice(String values) {
        return new Kind.Choice(Set.of(values.split(" ")));
    }

    private static Kind whole(long min, long max) {
        return new Kind.Number(BigDecimal.valueOf(min), BigDecimal.valueOf(max), 0);
    }
}
