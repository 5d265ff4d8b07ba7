package com.customerp.sync.function;

import com.customerp.sync.link.Link;
import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.util.List;

/** Shorthand for tests of customers alone. */
abstract class CustomerScenario extends Scenario {
    private static final List<Entity> CUSTOMERS = List.of(Entity.CUSTOMER);

    @Inject
    CustomerFunctions functions;

    ObjectNode changes() {
        return changes(Entity.CUSTOMER);
    }

    ObjectNode full() {
        return full(Entity.CUSTOMER);
    }

    ObjectNode sweep(String event) {
        return (ObjectNode) functions.schedule(json(event));
    }

    /** A user of CustomERP creates a customer. */
    String customer(String members) {
        return create(Entity.CUSTOMER, members);
    }

    void editCustomerp(String id, String members) {
        edit(Entity.CUSTOMER, id, members);
    }

    void deleteCustomerp(String id) {
        delete(Entity.CUSTOMER, id);
    }

    /** A user of PowerOffice creates a customer. */
    String powerOfficeCustomer(String members) {
        return createInPowerOffice(Entity.CUSTOMER, members);
    }

    void editPowerOffice(String id, String members) {
        editInPowerOffice(Entity.CUSTOMER, id, members);
    }

    ObjectNode inCustomerp(String id) {
        return inCustomerp(Entity.CUSTOMER, id);
    }

    ObjectNode inPowerOffice(String id) {
        return inPowerOffice(Entity.CUSTOMER, id);
    }

    Link link(String id) {
        return link(Entity.CUSTOMER, id);
    }

    List<ObjectNode> allInPowerOffice() {
        return allInPowerOffice(Entity.CUSTOMER);
    }

    /** PowerOffice's record of a linked customer. */
    ObjectNode counterpart(String id) {
        return counterpart(Entity.CUSTOMER, id);
    }

    /** A user of CustomERP creates a customer, and everything about it is done. */
    String linked(String members) {
        return linked(Entity.CUSTOMER, members);
    }

    @Override
    void assertQuiet() {
        assertQuiet(CUSTOMERS);
    }
}
