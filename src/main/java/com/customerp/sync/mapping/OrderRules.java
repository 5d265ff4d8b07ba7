package com.customerp.sync.mapping;

import com.fasterxml.jackson.databind.JsonNode;

/** Preconditions and exceptions of orders (mapping.md 8.1, 8.3, 8.7). */
final class OrderRules {
    private static final String CONTACT = "contactId";
    private static final String REFERENCE = "customerReference";
    private static final String NUMBER = "orderNumber";
    private static final String STATUS = "status";

    private OrderRules() {}

    /** An order number belongs to one order of one customer. */
    static MatchKey.Verdict customer(JsonNode customerp, JsonNode powerOffice, References references) {
        return references
                        .counterpart(
                                Entity.CUSTOMER,
                                Side.CUSTOMERP,
                                customerp.path("customerId").asText())
                        .filter(powerOffice.path("CustomerId").asText()::equals)
                        .isPresent()
                ? MatchKey.Verdict.SAME
                : MatchKey.Verdict.OTHER;
    }

    /** PowerOffice alone invoices. */
    static void invoicedIsFinal(Draft draft) {
        if (draft.writes(STATUS) && draft.merged(STATUS).asText().equals("invoiced")) {
            draft.park(Problem.of(Reason.NOT_ALLOWED, STATUS, "an order becomes invoiced in PowerOffice only"));
        }
    }

    /** CustomERP always has a number; PowerOffice gets it when it has none, but that is no reason to unlock an order. */
    static void numberStays(Draft draft) {
        boolean given = draft.powerOffice(NUMBER).isNumber();
        if (draft.creates() || given || !draft.customerp(NUMBER).isTextual()) {
            return;
        }
        if (draft.powerOffice(STATUS).asText().equalsIgnoreCase("Confirmed")) {
            draft.hold(NUMBER, Problem.of(Reason.LOCKED, NUMBER, "it is written when the order is a draft again"));
        } else if (draft.target(NUMBER).filter(Side.CUSTOMERP::equals).isPresent()) {
            draft.send(NUMBER, draft.customerp(NUMBER), Rules.digits());
        }
    }

    /** With a contact PowerOffice shows the contact's name as the reference: it is neither read nor written then. */
    static boolean hasNoContact(Draft draft) {
        boolean shown = isKey(draft.powerOffice(CONTACT));
        boolean comes = draft.writes(CONTACT) && draft.has(CONTACT);
        return !shown && !comes;
    }

    private static boolean isKey(JsonNode value) {
        return value.isNumber() && value.asLong() > 0;
    }

    static void referenceOfContact(Draft draft) {
        JsonNode text = draft.customerp(REFERENCE);
        if (!hasNoContact(draft) && text.isTextual() && !text.asText().isBlank()) {
            draft.hold(
                    REFERENCE,
                    Problem.of(Reason.NOT_ALLOWED, REFERENCE, "PowerOffice shows the name of the contact instead"));
        }
    }
}
