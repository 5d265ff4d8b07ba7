package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

/** One example of an edit for every field of customers. JSON is written with single quotes. */
final class CustomerEdits {
    static final String COMPANY = """
            {"customerNumber":"10042","name":"Fjord Bygg AS","organizationNumber":"987654325","email":"post@fjordbygg.example",
             "invoiceEmail":"faktura@fjordbygg.example","phone":"+47 22 00 00 01","website":"https://fjordbygg.example",
             "address":{"line1":"Kaigata 1","postalCode":"5003","city":"Bergen","countryCode":"NO"},
             "currencyCode":"NOK","discountPercent":5,"isVatExempt":false,"invoiceDelivery":"pdfByEmail"}""";
    static final String PERSON = """
            {"customerNumber":"10043","isPerson":true,"firstName":"Prøve","lastName":"Eksempel","email":"pe@eksempel.example",
             "currencyCode":"NOK","invoiceDelivery":"pdfByEmail"}""";

    /** The same edit as each side's user makes it. */
    record Edit(String customer, String customerp, String powerOffice) {
        static Edit company(String customerp, String powerOffice) {
            return new Edit(COMPANY, customerp, powerOffice);
        }
    }

    private static final Map<String, Edit> EDITS = Map.ofEntries(
            Map.entry("customerNumber", Edit.company("{'customerNumber':'10777'}", "{'Number':10777}")),
            Map.entry("name", Edit.company("{'name':'Fjord Bygg og Anlegg AS'}", "{'Name':'Fjord Bygg og Anlegg AS'}")),
            Map.entry(
                    "isPerson",
                    Edit.company(
                            "{'isPerson':true,'firstName':'Ny','lastName':'Eier'}",
                            "{'IsPerson':true,'FirstName':'Ny','LastName':'Eier'}")),
            Map.entry("firstName", new Edit(PERSON, "{'firstName':'Annen'}", "{'FirstName':'Annen'}")),
            Map.entry("lastName", new Edit(PERSON, "{'lastName':'Annensen'}", "{'LastName':'Annensen'}")),
            Map.entry(
                    "organizationNumber",
                    Edit.company("{'organizationNumber':'811111111'}", "{'OrganizationNumber':'811111111'}")),
            Map.entry("email", Edit.company("{'email':'ny@fjord.example'}", "{'EmailAddress':'ny@fjord.example'}")),
            Map.entry(
                    "invoiceEmail",
                    Edit.company("{'invoiceEmail':'ny@fjord.example'}", "{'InvoiceEmailAddress':'ny@fjord.example'}")),
            Map.entry("phone", Edit.company("{'phone':'+47 22 00 00 99'}", "{'PhoneNumber':'+47 22 00 00 99'}")),
            Map.entry(
                    "website",
                    Edit.company("{'website':'https://ny.example/om'}", "{'WebsiteUrl':'https://ny.example/om'}")),
            Map.entry("address.line1", address("line1", "AddressLine1", "Nygata 2")),
            Map.entry("address.line2", address("line2", "AddressLine2", "Oppgang B")),
            Map.entry("address.postalCode", address("postalCode", "ZipCode", "0150")),
            Map.entry("address.city", address("city", "City", "Oslo")),
            Map.entry("address.countryCode", address("countryCode", "CountryCode", "SE")),
            Map.entry("currencyCode", Edit.company("{'currencyCode':'EUR'}", "{'CurrencyCode':'EUR'}")),
            Map.entry("discountPercent", Edit.company("{'discountPercent':7.5}", "{'Allowance':7.5}")),
            Map.entry("isVatExempt", Edit.company("{'isVatExempt':true}", "{'IsVatFree':true}")),
            Map.entry(
                    "invoiceDelivery", Edit.company("{'invoiceDelivery':'print'}", "{'InvoiceDeliveryType':'Print'}")),
            Map.entry("salesPersonId", Edit.company("{'salesPersonId':'E-7'}", "{'SalesPersonEmployeeId':20550001}")),
            Map.entry("isArchived", Edit.company("{'isArchived':true}", "{'IsArchived':true}")));

    private static Edit address(String customerp, String powerOffice, String value) {
        return Edit.company(
                "{'address':{'" + customerp + "':'" + value + "'}}",
                "{'MailAddress':{'" + powerOffice + "':'" + value + "'}}");
    }

    private CustomerEdits() {}

    /** The example of a field; a new row of the mapping needs one. */
    static Edit of(String field) {
        assertTrue(EDITS.containsKey(field), "no example of an edit of " + field);
        return EDITS.get(field);
    }
}
