package com.customerp.sync.mapping;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Optional;

/** What projects and orders have in common: they name a customer and one of its contacts (mapping.md 7.6, 8.7). */
final class Buyers {
    private Buyers() {}

    /**
     * The contact belongs to the customer, and changes with it.
     *
     * @param required whether a contact without a customer is a problem of its own
     */
    static RecordRule contactOf(String customer, String contact, boolean required) {
        return draft -> {
            boolean writes = draft.writes(customer) || draft.writes(contact);
            if (required && writes && draft.has(contact) && !draft.has(customer)) {
                draft.park(Problem.of(Reason.MISSING, customer, "a contact needs its customer"));
                return;
            }
            if (writes && draft.has(contact) && isOfAnother(draft, customer, contact)) {
                draft.park(Problem.of(Reason.NOT_ALLOWED, contact, "it is a contact of another customer"));
                return;
            }
            boolean oldContactStays = draft.writes(customer)
                    && !draft.creates()
                    && !draft.writes(contact)
                    && !draft.has(contact)
                    && draft.powerOffice(contact).isNumber();
            if (oldContactStays) {
                draft.send(contact, NullNode.getInstance());
            }
        };
    }

    /** PowerOffice keeps a contact person below its customer; one that is not linked yet is not judged. */
    private static boolean isOfAnother(Draft draft, String customer, String contact) {
        Optional<String> owner =
                draft.facts().owner(Entity.CONTACT, draft.merged(contact).asText());
        Optional<String> buyer =
                draft.facts().key(Entity.CUSTOMER, draft.merged(customer).asText());
        return owner.isPresent() && buyer.isPresent() && !owner.equals(buyer);
    }
}
