package com.customerp.sync.mapping;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;

/** Preconditions and exceptions of customers (mapping.md 3.3 to 3.5). */
final class CustomerRules {
    private static final String DELIVERY = "invoiceDelivery";
    private static final Set<String> CHOSEN_BY_PAYER = Set.of("avtaleGiro", "eFaktura");

    private CustomerRules() {}

    /** PowerOffice's AvtaleGiro and Efaktura are never overwritten, and never set by the sync. */
    static void payerDecidesDelivery(Draft draft) {
        if (!draft.writes(DELIVERY)) {
            return;
        }
        if (CHOSEN_BY_PAYER.contains(shownDelivery(draft))) {
            draft.putBack(DELIVERY);
        } else if (CHOSEN_BY_PAYER.contains(draft.merged(DELIVERY).asText())) {
            draft.park(Problem.of(
                    Reason.NOT_ALLOWED, DELIVERY, "only the payer can choose this way of delivery, in the bank"));
        }
    }

    /** Without an e-mail address the one type that needs nothing is sent; PowerOffice's own default is not stated. */
    static void deliveryDefault(Draft draft) {
        if (draft.creates() && !draft.has(DELIVERY) && !hasEmail(draft)) {
            draft.send(DELIVERY, TextNode.valueOf("Print"));
        }
    }

    static void deliveryNeeds(Draft draft) {
        String delivery = draft.merged(DELIVERY).asText();
        boolean email = draft.writes(DELIVERY) || draft.writes("email") || draft.writes("invoiceEmail");
        if (email && delivery.equals("pdfByEmail") && !hasEmail(draft)) {
            draft.park(Problem.of(
                    Reason.MISSING,
                    "invoiceDelivery,email,invoiceEmail",
                    "invoices go by e-mail and there is no e-mail address"));
        }
        boolean number = draft.writes(DELIVERY) || draft.writes("organizationNumber");
        if (number && delivery.equals("ehf") && !draft.has("organizationNumber")) {
            draft.park(Problem.of(
                    Reason.MISSING, "organizationNumber", "invoices go as EHF and there is no organization number"));
        }
    }

    private static boolean hasEmail(Draft draft) {
        return draft.has("email") || draft.has("invoiceEmail");
    }

    private static String shownDelivery(Draft draft) {
        String shown = EnumTables.INVOICE_DELIVERY
                .read(Side.POWEROFFICE, draft.powerOffice(DELIVERY).asText())
                .map(EnumTable.Row::customerp)
                .orElse("");
        return shown;
    }

    /** Only a Norwegian number is brought to its nine digits. */
    static void foreignOrganizationNumber(Draft draft) {
        String country = draft.merged("address.countryCode").asText("");
        boolean norwegian = country.isEmpty() || country.equals("null") || country.equalsIgnoreCase("NO");
        if (!norwegian && draft.writes("organizationNumber") && draft.has("organizationNumber")) {
            draft.send("organizationNumber", draft.merged("organizationNumber"), Rules.foreignOrgno());
        }
    }

    static void numberOfEfaktura(Draft draft) {
        if (draft.writes("customerNumber") && shownDelivery(draft).equals("eFaktura")) {
            draft.park(Problem.of(
                    Reason.NOT_ALLOWED, "customerNumber", "the number of a customer with eFaktura cannot change"));
        }
    }

    /** A person has both names and a company has one; all of them go together when the kind changes. */
    static void namesOfPersonAndCompany(Draft draft) {
        if (!draft.writes("isPerson")) {
            return;
        }
        boolean person = draft.merged("isPerson").asBoolean();
        for (String name : person ? Set.of("firstName", "lastName") : Set.of("name")) {
            if (!draft.has(name)) {
                draft.park(Problem.of(
                        Reason.MISSING, name, person ? "a person needs both names" : "a company needs a name"));
            }
        }
    }

    /** PowerOffice keeps contact persons for companies only. */
    static void companyWithContacts(Draft draft) {
        boolean becomesPerson = !draft.creates()
                && draft.writes("isPerson")
                && draft.merged("isPerson").asBoolean();
        if (becomesPerson
                && draft.facts().hasLinkedContacts(draft.powerOfficeId().orElseThrow())) {
            draft.park(Problem.of(
                    Reason.NOT_ALLOWED,
                    "isPerson",
                    "it has contacts, and PowerOffice keeps contact persons for companies only"));
        }
    }
}
