package com.customerp.sync.local.sample;

import static com.customerp.sync.local.sample.Seeding.object;

import com.customerp.sync.local.poweroffice.Resource;
import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * The company's customers, companies and persons:
 *
 * <ul>
 *   <li>1 to 40 are in PowerOffice already, ten for each kind of match key (mapping.md 3.2);
 *   <li>41 to 43 have two possible counterparts each;
 *   <li>44 to 48 break one precondition of mapping.md 3.5 each;
 *   <li>49 to 200 are in CustomERP only.
 * </ul>
 *
 * A few are in PowerOffice only.
 */
final class SampleCustomers {
    static final int COUNT = 200;
    static final Expected EXPECTED = Expected.of(
            COUNT,
            40,
            Map.of(
                    Expected.AMBIGUOUS, 3,
                    Expected.MISSING, 2,
                    Expected.NOT_ALLOWED, 1,
                    Expected.OUT_OF_SERIES, 1,
                    Expected.REFUSED, 1,
                    Expected.HELD, 4));
    /** One that the first load cannot decide about. */
    static final int AMBIGUOUS = 41;
    /** A person whom the first load creates. */
    static final int PERSON = 52;

    private static final int MATCHED = 40;
    private static final int LAST_AMBIGUOUS = 43;
    private static final int BROKEN = 48;
    private static final int ONLY_IN_POWEROFFICE = 6;
    /** PowerOffice gives numbers from here on: none that CustomERP has given already. */
    private static final int HIGHEST_NUMBER = 17_000;

    /** Every so many-th customer has what the constant names. */
    private static final int PERSONS = 4;

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
        return index % PERSONS == 0 && (index <= 20 || index > 30);
    }

    /** Whether the first load links it. */
    static boolean isLinked(int index) {
        return index <= MATCHED || index > BROKEN;
    }

    static void seed(Seeding company) {
        for (int index = 1; index <= ONLY_IN_POWEROFFICE; index++) {
            company.powerOffice()
                    .create(
                            Resource.CUSTOMERS,
                            object().put("Name", "Bare i PowerOffice " + index + " AS")
                                    .put("Number", HIGHEST_NUMBER + index));
        }
        for (int index = 1; index <= COUNT; index++) {
            ObjectNode customer = customer(index);
            if (index <= MATCHED) {
                counterpart(company, index, customer);
            } else if (index <= LAST_AMBIGUOUS) {
                twoCounterparts(company, index, customer);
            } else if (index <= BROKEN) {
                breakOne(index, customer);
            }
            company.inCustomerp(Entity.CUSTOMER, id(index), customer);
        }
    }

    /** A counterpart that one key alone leads to. */
    private static void counterpart(Seeding company, int index, ObjectNode customer) {
        customer.remove("customerNumber");
        if (index <= 10) {
            inBoth(company, index, customer, "ExternalImportReference", Seeding.slot(id(index)));
        } else if (index <= 20) {
            int number = 10_000 + index;
            customer.put("customerNumber", Integer.toString(number));
            company.inPowerOffice(
                    Entity.CUSTOMER, id(index), inPowerOffice(customer).put("Number", number));
        } else if (index <= 30) {
            inBoth(company, index, customer, "OrganizationNumber", text(customer, "organizationNumber"));
        } else {
            inBoth(company, index, customer, "EmailAddress", text(customer, "email"));
        }
    }

    private static void twoCounterparts(Seeding company, int index, ObjectNode customer) {
        customer.remove("customerNumber");
        for (int twin = 1; twin <= 2; twin++) {
            if (index == AMBIGUOUS) {
                inBoth(company, index, customer, "OrganizationNumber", text(customer, "organizationNumber"));
            } else {
                inBoth(company, index, customer, "EmailAddress", text(customer, "email"));
            }
        }
    }

    private static void inBoth(Seeding company, int index, ObjectNode customer, String member, String value) {
        company.inPowerOffice(
                Entity.CUSTOMER, id(index), inPowerOffice(customer).put(member, value));
    }

    /** One row of mapping.md 3.5 each. */
    private static void breakOne(int index, ObjectNode customer) {
        switch (index - LAST_AMBIGUOUS) {
            case 1 -> customer.put("invoiceDelivery", "pdfByEmail").remove(List.of("email", "invoiceEmail"));
            case 2 -> customer.put("invoiceDelivery", "ehf").remove("organizationNumber");
            case 3 -> customer.put("invoiceDelivery", "avtaleGiro");
            case 4 -> customer.put("customerNumber", "20047");
            default -> customer.put("invoiceDelivery", "factoring");
        }
    }

    private static String text(ObjectNode customer, String member) {
        return customer.path(member).asText();
    }

    /** Every second one has a number, from the series that PowerOffice has for customers. */
    static ObjectNode customer(int index) {
        ObjectNode customer = isPerson(index) ? person(index) : company(index);
        if (index % 2 == 1) {
            customer.put("customerNumber", Integer.toString(10_000 + index));
        }
        if (index % SALES_PERSON == 0) {
            customer.put("salesPersonId", SampleEmployees.seller(index / SALES_PERSON));
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
}
