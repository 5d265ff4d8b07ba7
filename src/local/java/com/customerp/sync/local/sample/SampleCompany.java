package com.customerp.sync.local.sample;

import com.customerp.sync.local.customerp.CustomerpSimulator;
import com.customerp.sync.local.poweroffice.PowerOfficeUser;
import com.customerp.sync.mapping.Entity;
import java.util.Map;

/**
 * An invented Norwegian company, as a first load finds it: everything is in CustomERP, and a part of it, not linked yet,
 * in PowerOffice. Always the same; what is special about which record, the class of each entity says.
 */
public final class SampleCompany {
    private static final Map<Entity, Expected> EXPECTED = Map.of(
            Entity.EMPLOYEE, SampleEmployees.EXPECTED,
            Entity.CUSTOMER, SampleCustomers.EXPECTED,
            Entity.CONTACT, SampleContacts.EXPECTED,
            Entity.PRODUCT, SampleProducts.EXPECTED,
            Entity.PROJECT, SampleProjects.EXPECTED,
            Entity.ORDER, SampleOrders.EXPECTED);

    private SampleCompany() {}

    /** Puts everything into two empty simulators. */
    public static void seed(CustomerpSimulator customerp, PowerOfficeUser powerOffice) {
        Seeding company = new Seeding(customerp, powerOffice);
        SampleEmployees.seed(company);
        SampleCustomers.seed(company);
        SampleContacts.seed(company);
        SampleProducts.seed(company);
        SampleProjects.seed(company);
        SampleOrders.seed(company);
    }

    /** What a first load of the whole company makes of the records of an entity. */
    public static Expected expected(Entity entity) {
        return EXPECTED.get(entity);
    }
}
