package com.customerp.sync.local.sample;

import static com.customerp.sync.local.sample.Seeding.object;

import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The people at the customers, two or three for each company:
 *
 * <ul>
 *   <li>1 to 30 are in PowerOffice already, 15 for each kind of match key (mapping.md 4.2);
 *   <li>31 and 32 have two possible counterparts each;
 *   <li>the last six cannot be carried as they are: two belong to a person, two wait for a customer that is parked, two
 *       have an address without a city.
 * </ul>
 */
final class SampleContacts {
    static final int COUNT = 320;
    static final Expected EXPECTED = Expected.of(
            COUNT, 30, Map.of(Expected.AMBIGUOUS, 2, Expected.NOT_ALLOWED, 2, Expected.WAITING, 2, Expected.HELD, 2));

    /** Companies that the first load links, by their place among the customers; the first 32 are in PowerOffice. */
    private static final List<Integer> COMPANIES = IntStream.rangeClosed(1, SampleCustomers.COUNT)
            .filter(index -> SampleCustomers.isLinked(index) && !SampleCustomers.isPerson(index))
            .boxed()
            .toList();

    private static final int BY_SLOT = 15;
    private static final int BY_EMAIL = 30;
    private static final int AMBIGUOUS = 32;
    private static final int OF_COMPANY = COUNT - 6;
    private static final int OF_PERSON = COUNT - 4;
    private static final int WAITING = COUNT - 2;
    /** One at a person, and one at a customer that is parked. */
    static final int AT_PERSON = OF_PERSON;

    static final int AT_PARKED = WAITING;

    private static final List<String> TITLES = List.of("Daglig leder", "Innkjøper", "Prosjektleder", "Regnskapsfører");

    private SampleContacts() {}

    static String id(int index) {
        return "P-" + (2000 + index);
    }

    /** The place of the customer that a contact belongs to. */
    static int customer(int index) {
        if (index > OF_COMPANY && index <= OF_PERSON) {
            return SampleCustomers.PERSON;
        }
        if (index > OF_PERSON && index <= WAITING) {
            return SampleCustomers.AMBIGUOUS;
        }
        return COMPANIES.get((index - 1) % COMPANIES.size());
    }

    /** The place of one that the first load links, at another company for each index, for others to refer to. */
    static int linked(int index) {
        int contact = index % (COMPANIES.size() - (AMBIGUOUS - BY_EMAIL)) + 1;
        return contact <= BY_EMAIL ? contact : contact + AMBIGUOUS - BY_EMAIL;
    }

    static void seed(Seeding company) {
        for (int index = 1; index <= COUNT; index++) {
            ObjectNode contact = contact(index);
            if (index <= AMBIGUOUS) {
                company.inPowerOffice(Entity.CONTACT, id(index), counterpart(company, index, contact));
            }
            if (index > BY_EMAIL && index <= AMBIGUOUS) {
                company.inPowerOffice(Entity.CONTACT, id(index), counterpart(company, index, contact));
            }
            company.inCustomerp(Entity.CONTACT, id(index), contact);
        }
    }

    private static ObjectNode contact(int index) {
        String firstName = SampleNames.firstName(index);
        String lastName = SampleNames.lastName(index);
        ObjectNode contact = object().put("customerId", SampleCustomers.id(customer(index)))
                .put("firstName", firstName)
                .put("lastName", lastName)
                .put("email", SampleNames.slug(firstName) + index + "@" + SampleNames.slug(lastName) + ".example")
                .put("phone", SampleNames.mobile(100 + index))
                .put("jobTitle", TITLES.get(index % TITLES.size()))
                .put("isPrimary", index <= COMPANIES.size());
        if (index > WAITING) {
            contact.putObject("address").put("line1", "Eksempelgata " + index).put("postalCode", "0001");
        }
        return contact;
    }

    private static ObjectNode counterpart(Seeding company, int index, ObjectNode contact) {
        ObjectNode row = object().put(
                        "ContactId", company.counterpart(Entity.CUSTOMER, SampleCustomers.id(customer(index))))
                .put("FirstName", contact.path("firstName").asText())
                .put("LastName", contact.path("lastName").asText());
        return index <= BY_SLOT
                ? row.put("ExternalCode", Seeding.slot(id(index)))
                : row.put("EmailAddress", contact.path("email").asText());
    }
}
