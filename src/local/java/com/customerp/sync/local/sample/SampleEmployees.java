package com.customerp.sync.local.sample;

import static com.customerp.sync.local.sample.Seeding.object;

import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * The company's people:
 *
 * <ul>
 *   <li>1 to 15 are in PowerOffice already, five for each kind of match key (mapping.md 5.2);
 *   <li>16 and 17 have two possible counterparts each;
 *   <li>18 has a number outside of PowerOffice's series;
 *   <li>19, 20 and 21 are each other's managers in a ring, the others have one of the first five.
 * </ul>
 */
final class SampleEmployees {
    static final int COUNT = 30;
    static final Expected EXPECTED = Expected.of(COUNT, 15, Map.of(Expected.AMBIGUOUS, 2, Expected.OUT_OF_SERIES, 1));

    private static final int MANAGERS = 5;
    private static final int BY_NUMBER = 5;
    private static final int BY_SLOT = 10;
    private static final int BY_EMAIL = 15;
    private static final int AMBIGUOUS = 17;
    private static final int OUT_OF_SERIES = 18;
    private static final int RING = 19;
    /** PowerOffice's own numbers are above those that CustomERP has given. */
    private static final int POWEROFFICE_NUMBERS = 100;

    private SampleEmployees() {}

    static String id(int index) {
        return "E-" + index;
    }

    /** One who can be linked, for others to refer to. */
    static String seller(int index) {
        return id(index % BY_EMAIL + 1);
    }

    static void seed(Seeding company) {
        for (int index = 1; index <= COUNT; index++) {
            ObjectNode employee = employee(index);
            if (index <= BY_EMAIL) {
                company.inPowerOffice(Entity.EMPLOYEE, id(index), counterpart(index, employee));
            } else if (index <= AMBIGUOUS) {
                company.inPowerOffice(Entity.EMPLOYEE, id(index), found(index, employee));
                company.inPowerOffice(Entity.EMPLOYEE, id(index), found(index + COUNT, employee));
            }
            company.inCustomerp(Entity.EMPLOYEE, id(index), employee);
        }
        for (int index = RING; index < RING + 3; index++) {
            int manager = RING + (index - RING + 1) % 3;
            company.amend(Entity.EMPLOYEE, id(index), object().put("managerId", id(manager)));
        }
    }

    private static ObjectNode employee(int index) {
        String firstName = SampleNames.firstName(200 - index);
        String lastName = SampleNames.lastName(200 - index);
        ObjectNode employee = object().put("firstName", firstName)
                .put("lastName", lastName)
                .put("email", SampleNames.slug(firstName) + index + "@eksempelbedriften.example")
                .put("phone", SampleNames.mobile(index))
                .put("jobTitle", index <= MANAGERS ? "Avdelingsleder" : "Konsulent")
                .put("startDate", String.format("20%02d-01-02", index % 20 + 1));
        if (index > MANAGERS) {
            employee.put("managerId", id(index % MANAGERS + 1));
        }
        if (index == OUT_OF_SERIES) {
            employee.put("employeeNumber", "5018");
        } else if (index <= BY_SLOT || index >= RING && index % 2 == 0) {
            employee.put("employeeNumber", Integer.toString(index));
        }
        return employee;
    }

    private static ObjectNode counterpart(int index, ObjectNode employee) {
        if (index <= BY_NUMBER) {
            return named(employee).put("Number", index);
        }
        if (index <= BY_SLOT) {
            return named(employee).put("Number", index).put("ExternalImportReference", Seeding.slot(id(index)));
        }
        return found(index, employee);
    }

    private static ObjectNode found(int index, ObjectNode employee) {
        return named(employee)
                .put("Number", POWEROFFICE_NUMBERS + index)
                .put("EmailAddress", employee.path("email").asText());
    }

    private static ObjectNode named(ObjectNode employee) {
        return object().put("FirstName", employee.path("firstName").asText())
                .put("LastName", employee.path("lastName").asText());
    }
}
