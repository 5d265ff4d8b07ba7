package com.customerp.sync.local.sample;

import static com.customerp.sync.local.sample.SampleCustomers.id;
import static com.customerp.sync.local.sample.SampleCustomers.inPowerOffice;
import static com.customerp.sync.local.sample.SampleCustomers.object;

import com.customerp.sync.local.customerp.CustomerpSimulator;
import com.customerp.sync.local.poweroffice.PowerOfficeUser;
import com.customerp.sync.local.poweroffice.Resource;
import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * An invented Norwegian company's customers, as the first load finds them. Always the same:
 *
 * <ul>
 *   <li>1 to 40 are in PowerOffice already, ten for each kind of match key (mapping.md 3.2);
 *   <li>41 to 43 have two possible counterparts each;
 *   <li>44 to 48 break one precondition of mapping.md 3.5 each;
 *   <li>49 to 200 are in CustomERP only.
 * </ul>
 *
 * Five employees are in both systems and not linked; a few customers are in PowerOffice only.
 */
public final class SampleCompany {
    /** Customers in CustomERP. */
    public static final int CUSTOMERS = 200;
    /** Those that the first load finds in PowerOffice by a match key. */
    public static final int MATCHED = 40;
    /** Those that it cannot decide about. */
    public static final int AMBIGUOUS = 3;
    /** Those that PowerOffice cannot take as they are. */
    public static final int BROKEN = 5;

    static final int EMPLOYEES = 5;

    private static final int ONLY_IN_POWEROFFICE = 6;
    /** PowerOffice gives numbers from here on: none that CustomERP has given already. */
    private static final int HIGHEST_NUMBER = 17_000;

    private final CustomerpSimulator customerp;
    private final PowerOfficeUser powerOffice;

    private SampleCompany(CustomerpSimulator customerp, PowerOfficeUser powerOffice) {
        this.customerp = customerp;
        this.powerOffice = powerOffice;
    }

    /** Puts everything into two empty simulators. */
    public static void seed(CustomerpSimulator customerp, PowerOfficeUser powerOffice) {
        SampleCompany company = new SampleCompany(customerp, powerOffice);
        company.employees();
        company.onlyInPowerOffice();
        for (int index = 1; index <= CUSTOMERS; index++) {
            company.customer(index);
        }
    }

    private void employees() {
        for (int index = 1; index <= EMPLOYEES; index++) {
            String firstName = SampleNames.firstName(200 - index);
            String lastName = SampleNames.lastName(200 - index);
            customerp.seed(
                    Entity.EMPLOYEE,
                    "E-" + index,
                    object().put("firstName", firstName)
                            .put("lastName", lastName)
                            .put("employeeNumber", Integer.toString(index)));
            powerOffice.create(
                    Resource.EMPLOYEES,
                    object().put("FirstName", firstName)
                            .put("LastName", lastName)
                            .put("Number", index));
        }
    }

    private void onlyInPowerOffice() {
        for (int index = 1; index <= ONLY_IN_POWEROFFICE; index++) {
            powerOffice.create(
                    Resource.CUSTOMERS,
                    object().put("Name", "Bare i PowerOffice " + index + " AS").put("Number", HIGHEST_NUMBER + index));
        }
    }

    private void customer(int index) {
        ObjectNode customer = SampleCustomers.customer(index);
        if (index <= MATCHED) {
            counterpart(index, customer);
        } else if (index <= MATCHED + AMBIGUOUS) {
            twoCounterparts(index, customer);
        } else if (index <= MATCHED + AMBIGUOUS + BROKEN) {
            breakOne(index, customer);
        }
        customerp.seed(Entity.CUSTOMER, id(index), customer);
    }

    /** A counterpart that one key alone leads to. */
    private void counterpart(int index, ObjectNode customer) {
        customer.remove("customerNumber");
        if (index <= 10) {
            inBoth(customer, "ExternalImportReference", "customerp:" + id(index));
        } else if (index <= 20) {
            customer.put("customerNumber", Integer.toString(10_000 + index));
            powerOffice.create(Resource.CUSTOMERS, inPowerOffice(customer).put("Number", 10_000 + index));
        } else if (index <= 30) {
            inBoth(customer, "OrganizationNumber", text(customer, "organizationNumber"));
        } else {
            inBoth(customer, "EmailAddress", text(customer, "email"));
        }
    }

    private void twoCounterparts(int index, ObjectNode customer) {
        customer.remove("customerNumber");
        boolean byNumber = index == MATCHED + 1;
        for (int twin = 1; twin <= 2; twin++) {
            if (byNumber) {
                inBoth(customer, "OrganizationNumber", text(customer, "organizationNumber"));
            } else {
                inBoth(customer, "EmailAddress", text(customer, "email"));
            }
        }
    }

    private void inBoth(ObjectNode customer, String member, String value) {
        powerOffice.create(Resource.CUSTOMERS, inPowerOffice(customer).put(member, value));
    }

    /** One row of mapping.md 3.5 each. */
    private static void breakOne(int index, ObjectNode customer) {
        switch (index - MATCHED - AMBIGUOUS) {
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
}
