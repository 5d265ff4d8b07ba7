package com.customerp.sync.local.sample;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The customers as CustomERP shows them, and how PowerOffice would show the same one. */
final class SampleCustomers {
    /** Every so many-th customer has what the constant names. */
    private static final int PERSON = 4;

    private static final int SALES_PERSON = 5;
    private static final int DISCOUNT = 6;
    private static final int WEBSITE = 3;
    private static final int ADDRESS_WITHOUT_CITY = 50;

    private SampleCustomers() {}

    static String id(int index) {
        return "C-" + (1000 + index);
    }

    /** Those from 21 to 30 are found by their organization number, which persons have none of. */
    static boolean isPerson(int index) {
        return index % PERSON == 0 && (index <= 20 || index > 30);
    }

    /** Every second one has a number, from the series that PowerOffice has for customers. */
    static ObjectNode customer(int index) {
        ObjectNode customer = isPerson(index) ? person(index) : company(index);
        if (index % 2 == 1) {
            customer.put("customerNumber", Integer.toString(10_000 + index));
        }
        if (index % SALES_PERSON == 0) {
            customer.put("salesPersonId", "E-" + (index / SALES_PERSON % SampleCompany.EMPLOYEES + 1));
        }
        if (index % DISCOUNT == 0) {
            customer.put("discountPercent", index % 20 + 0.5);
        }
        customer.put("phone", SampleNames.phone(index));
        customer.set("address", address(index));
        return customer;
    }

    private static ObjectNode person(int index) {
        String firstName = SampleNames.firstName(index);
        String lastName = SampleNames.lastName(index);
        return object().put("isPerson", true)
                .put("firstName", firstName)
                .put("lastName", lastName)
                .put("email", SampleNames.slug(firstName) + "@" + SampleNames.slug(lastName) + ".example");
    }

    private static ObjectNode company(int index) {
        String name = SampleNames.company(index);
        String domain = SampleNames.slug(name) + ".example";
        ObjectNode company = object().put("isPerson", false)
                .put("name", name)
                .put("organizationNumber", SampleNames.organizationNumber(index))
                .put("email", "post@" + domain)
                .put("invoiceEmail", "faktura@" + domain);
        if (index % WEBSITE == 0) {
            company.put("website", "https://" + domain);
        }
        return company;
    }

    private static ObjectNode address(int index) {
        ObjectNode address = object().put("line1", "Eksempelgata " + index)
                .put("postalCode", SampleNames.postalCode(index))
                .put("countryCode", "NO");
        return index % ADDRESS_WITHOUT_CITY == 0 ? address : address.put("city", SampleNames.city(index));
    }

    /** Only what a PowerOffice record must have: the rest is left for the first merge to fill in. */
    static ObjectNode inPowerOffice(ObjectNode customer) {
        boolean person = customer.path("isPerson").asBoolean();
        ObjectNode row = object().put("IsPerson", person);
        if (person) {
            return row.put("FirstName", customer.path("firstName").asText())
                    .put("LastName", customer.path("lastName").asText());
        }
        return row.put("Name", customer.path("name").asText());
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
