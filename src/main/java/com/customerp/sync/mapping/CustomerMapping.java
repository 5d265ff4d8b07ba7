package com.customerp.sync.mapping;

import static com.customerp.sync.mapping.Field.both;
import static com.customerp.sync.mapping.Rules.currency;
import static com.customerp.sync.mapping.Rules.digits;
import static com.customerp.sync.mapping.Rules.email;
import static com.customerp.sync.mapping.Rules.enumeration;
import static com.customerp.sync.mapping.Rules.flag;
import static com.customerp.sync.mapping.Rules.orgno;
import static com.customerp.sync.mapping.Rules.pct;
import static com.customerp.sync.mapping.Rules.phone;
import static com.customerp.sync.mapping.Rules.ref;
import static com.customerp.sync.mapping.Rules.text;
import static com.customerp.sync.mapping.Rules.url;

import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** customer ↔ Customers (mapping.md 3). */
public final class CustomerMapping {
    private static final Predicate<Draft> IS_PERSON =
            draft -> draft.merged("isPerson").asBoolean();

    private CustomerMapping() {}

    /** The pair as the core sees it. */
    public static Mapping create() {
        return Mapping.of(Entity.CUSTOMER)
                .fields(fields())
                .slot(CustomerKeys.SLOT)
                .keys(CustomerKeys.all())
                .rules(
                        AddressFields::holdIncomplete,
                        AddressFields::keepCountry,
                        CustomerRules::payerDecidesDelivery,
                        CustomerRules::deliveryDefault,
                        CustomerRules::deliveryNeeds,
                        CustomerRules::foreignOrganizationNumber,
                        ContactRoles.numberInSeries(Entity.CUSTOMER, "customerNumber"),
                        CustomerRules::numberOfEfaktura,
                        CustomerRules::namesOfPersonAndCompany,
                        CustomerRules::companyWithContacts,
                        ContactRoles.sharedWith(Entity.EMPLOYEE))
                .archivedBy(Map.of("isArchived", BooleanNode.TRUE), ContactRoles.sharedWith(Entity.EMPLOYEE))
                .refusals(refusals())
                .bulkField("customerNumber")
                .build();
    }

    /** mapping.md 3.1. */
    private static List<Field> fields() {
        List<Field> fields = new ArrayList<>(List.of(
                both("customerNumber", "/Number", "int64", digits(), Trait.NEVER_CLEARED),
                both("name", "/Name", "string", text(255), Trait.REQUIRED).when(IS_PERSON.negate()),
                both("isPerson", "/IsPerson", "boolean", flag(false)),
                both("firstName", "/FirstName", "string", text(100), Trait.REQUIRED)
                        .when(IS_PERSON),
                both("lastName", "/LastName", "string", text(100), Trait.REQUIRED)
                        .when(IS_PERSON),
                both("organizationNumber", "/OrganizationNumber", "string", orgno()),
                both("email", "/EmailAddress", "string", email()),
                both("invoiceEmail", "/InvoiceEmailAddress", "string", email()),
                both("phone", "/PhoneNumber", "string", phone()),
                both("website", "/WebsiteUrl", "string", url())));
        fields.addAll(AddressFields.fields());
        fields.addAll(List.of(
                both("currencyCode", "/CurrencyCode", "string", currency()),
                both("discountPercent", "/Allowance", "double", pct()),
                both("isVatExempt", "/IsVatFree", "boolean", flag(false)),
                both(
                        "invoiceDelivery",
                        "/InvoiceDeliveryType",
                        "enum InvoiceDeliveryType",
                        enumeration(EnumTables.INVOICE_DELIVERY)),
                both("salesPersonId", "/SalesPersonEmployeeId", "int64", ref(Entity.EMPLOYEE)),
                both("isArchived", "/IsArchived", "boolean", flag(false), Trait.OWN_PATCH, Trait.UPDATE_ONLY)));
        return fields;
    }

    /** mapping.md 3.5: what PowerOffice's words mean. */
    private static Refusal[] refusals() {
        return new Refusal[] {
            Refusal.of("external\\s*import\\s*reference", "id", Reason.TAKEN),
            Refusal.of("elma|ehf|invoice\\s*delivery|factoring", "invoiceDelivery", Reason.REFUSED),
            Refusal.of("balance|archiv", "isArchived", Reason.REFUSED),
            Refusal.of("organi[sz]ation\\s*number", "organizationNumber", Reason.REFUSED),
            Refusal.of("phone\\s*number", "phone", Reason.REFUSED),
            Refusal.of("series", "customerNumber", Reason.OUT_OF_SERIES),
            Refusal.of("number\\b.*\\b(use|used|taken|exists?|unique|duplicate)", "customerNumber", Reason.TAKEN)
        };
    }
}
