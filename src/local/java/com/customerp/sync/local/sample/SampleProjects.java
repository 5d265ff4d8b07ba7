package com.customerp.sync.local.sample;

import static com.customerp.sync.local.sample.Seeding.object;

import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The company's projects, 40 of them above the others:
 *
 * <ul>
 *   <li>1 to 8 are in PowerOffice already, and of the subprojects 41 and 42 (mapping.md 7.3);
 *   <li>9 is there in other letter case, and 49 waits for it;
 *   <li>10 has a contact that PowerOffice cannot have, 11 a fixed price without being billed so;
 *   <li>41 to 52 have the long form of a number, 53 to 60 the short one (mapping.md 7.2);
 *   <li>the parent of 52 got another number after 52 had got its own.
 * </ul>
 */
final class SampleProjects {
    static final int COUNT = 60;
    static final Expected EXPECTED = Expected.of(
            COUNT, 10, Map.of(Expected.AMBIGUOUS, 1, Expected.NOT_ALLOWED, 1, Expected.WAITING, 1, Expected.HELD, 2));

    private static final int IN_BOTH = 8;
    private static final int OTHER_CASE = 9;
    private static final int CONTACT_OF_PERSON = 10;
    private static final int PRICE_HELD = 11;
    private static final int TOP = 40;
    private static final int SUBPROJECTS_IN_BOTH = 42;
    private static final int LONG_FORM = 52;
    private static final List<String> METHODS = List.of("time", "timeAndExpenses", "fixedPrice");

    private SampleProjects() {}

    static String id(int index) {
        return "J-" + (500 + index);
    }

    /** One that the first load links, for others to refer to. */
    static String linked(int index) {
        return id(index % (TOP - PRICE_HELD) + PRICE_HELD + 1);
    }

    static void seed(Seeding company) {
        for (int index = 1; index <= COUNT; index++) {
            ObjectNode project = project(index);
            if (index <= IN_BOTH || index > TOP && index <= SUBPROJECTS_IN_BOTH) {
                company.inPowerOffice(Entity.PROJECT, id(index), counterpart(company, index, project));
            } else if (index == OTHER_CASE) {
                company.inPowerOffice(Entity.PROJECT, id(index), otherCase(project));
            }
            company.inCustomerp(Entity.PROJECT, id(index), project);
        }
        company.amend(Entity.PROJECT, id(parent(LONG_FORM)), object().put("projectNumber", "NY-12"));
    }

    private static int parent(int index) {
        return index - TOP;
    }

    private static String number(int index) {
        if (index <= TOP) {
            return id(index);
        }
        return index <= LONG_FORM ? id(parent(index)) + ".1" : id(index);
    }

    private static ObjectNode project(int index) {
        int contact = index == CONTACT_OF_PERSON ? SampleContacts.AT_PERSON : SampleContacts.linked(index);
        String method = METHODS.get(index % METHODS.size());
        ObjectNode project = object().put("projectNumber", number(index))
                .put("name", "Prøveprosjekt " + SampleNames.city(index) + " " + index)
                .put("customerId", SampleCustomers.id(SampleContacts.customer(contact)))
                .put("contactId", SampleContacts.id(contact))
                .put("managerId", SampleEmployees.seller(index))
                .put("startDate", "2026-01-" + (10 + index % 20))
                .put("status", index % 10 == 0 ? "notStarted" : "active")
                .put("billingMethod", index == PRICE_HELD ? "time" : method)
                .put("budgetedHours", index * 12.5);
        if (index == PRICE_HELD || method.equals("fixedPrice")) {
            project.put("fixedPrice", index * 1000);
        }
        return index <= TOP ? project : project.put("parentProjectId", id(parent(index)));
    }

    private static ObjectNode counterpart(Seeding company, int index, ObjectNode project) {
        ObjectNode row = object().put("Name", project.path("name").asText());
        return index <= TOP
                ? row.put("Code", number(index))
                : row.put("Code", "1").put("ParentProjectId", company.counterpart(Entity.PROJECT, id(parent(index))));
    }

    private static ObjectNode otherCase(ObjectNode project) {
        return object().put("Name", project.path("name").asText())
                .put("Code", project.path("projectNumber").asText().toLowerCase(Locale.ROOT));
    }
}
