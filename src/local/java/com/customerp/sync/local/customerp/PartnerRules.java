package com.customerp.sync.local.customerp;

import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Rules of customers, contacts and employees, and of those who refer to contacts. */
final class PartnerRules {
    private static final List<String> PERSON_NAMES = List.of("firstName", "lastName");

    private PartnerRules() {}

    /** A person has first and last name and is named by them; a company has a name and neither of them. */
    static void personOrCompany(Draft draft) {
        ObjectNode after = draft.after();
        if (draft.isTrue("isPerson")) {
            PERSON_NAMES.stream().filter(name -> draft.text(name).isEmpty()).forEach(name -> draft.errors()
                    .add("/" + name, "is required for a person"));
            after.put("name", draft.text("firstName") + " " + draft.text("lastName"));
            return;
        }
        if (draft.text("name").isEmpty()) {
            draft.errors().add("/name", "is required for a company");
        }
        for (String name : PERSON_NAMES) {
            if (draft.sends(name)) {
                draft.errors().add("/" + name, "must be null for a company");
            }
            after.putNull(name);
        }
    }

    /** A contact stays with its customer. */
    static void customerIsFixed(Draft draft) {
        if (!draft.isCreate() && draft.changes("customerId")) {
            draft.errors().add("/customerId", "is fixed after create");
        }
    }

    /** Nobody is their own manager. */
    static void managerIsAnother(Draft draft) {
        if (!draft.isCreate() && draft.text("managerId").equals(draft.id())) {
            draft.errors().add("/managerId", "is the record itself");
        }
    }

    /** A named contact is one of the named customer. */
    static void contactOfCustomer(Draft draft) {
        String contact = draft.text("contactId");
        if (contact.isEmpty()) {
            return;
        }
        String customer = draft.text("customerId");
        if (customer.isEmpty()) {
            draft.errors().add("/contactId", "needs customerId");
            return;
        }
        draft.records()
                .find(Entity.CONTACT, contact)
                .filter(found -> !found.path("customerId").asText().equals(customer))
                .ifPresent(other -> draft.errors().add("/contactId", "is a contact of another customer"));
    }
}
