package com.customerp.sync.mapping;

import static com.customerp.sync.mapping.Field.both;
import static com.customerp.sync.mapping.Rules.email;
import static com.customerp.sync.mapping.Rules.flag;
import static com.customerp.sync.mapping.Rules.phone;
import static com.customerp.sync.mapping.Rules.ref;
import static com.customerp.sync.mapping.Rules.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.Map;
import java.util.Optional;

/** contact ↔ ContactPersons (mapping.md 4). */
public final class ContactMapping {
    private static final Slot SLOT = new Slot("/ExternalCode");
    private static final String OF_CUSTOMER = "contactIds";
    private static final Field CUSTOMER =
            both("customerId", "/ContactId", "int64", ref(Entity.CUSTOMER), Trait.WAITED_FOR, Trait.FIXED);
    private static final Field EMAIL = both("email", "/EmailAddress", "string", email());

    private ContactMapping() {}

    /** The pair as the core sees it. */
    public static Mapping create() {
        return Mapping.of(Entity.CONTACT)
                .fields(
                        CUSTOMER,
                        both("firstName", "/FirstName", "string", text(100), Trait.REQUIRED),
                        both("lastName", "/LastName", "string", text(100), Trait.REQUIRED),
                        EMAIL,
                        both("phone", "/PhoneNumber", "string", phone()),
                        both("jobTitle", "/Title", "string", text(100)),
                        both("isPrimary", "/IsDefault", "boolean", flag(false), Trait.EXCLUSIVE),
                        both("isActive", "/IsActive", "boolean", flag(true)))
                .fields(AddressFields.fields())
                .slot(SLOT)
                .owner(new Owner("customerId", OF_CUSTOMER))
                .keys(
                        MatchKey.of(SLOT, "externalCodes")
                                .agreeing((mine, theirs, references) -> isOfCustomer(mine, theirs, references)
                                        ? MatchKey.Verdict.SAME
                                        : MatchKey.Verdict.CONTRADICTION),
                        MatchKey.of(EMAIL, null, MatchKey.Scope.UNLINKED)
                                .asking(OF_CUSTOMER, (email, mine, references) -> customer(mine, references))
                                .agreeing((mine, theirs, references) -> isOfCustomer(mine, theirs, references)
                                        ? MatchKey.Verdict.SAME
                                        : MatchKey.Verdict.OTHER))
                .rules(ContactMapping::ofCompany, AddressFields::holdIncomplete, AddressFields::keepCountry)
                .archivedBy(Map.of("isActive", BooleanNode.FALSE))
                .refusals(
                        Refusal.of("external\\s*code", "id", Reason.TAKEN),
                        Refusal.of("e-?mail", "email", Reason.REFUSED),
                        Refusal.of("phone\\s*number", "phone", Reason.REFUSED))
                .build();
    }

    /** A contact person never moves: only those of the linked customer can be the counterpart. */
    private static boolean isOfCustomer(JsonNode customerp, JsonNode powerOffice, References references) {
        return customer(customerp, references)
                .filter(powerOffice.path("ContactId").asText()::equals)
                .isPresent();
    }

    private static Optional<String> customer(JsonNode customerp, References references) {
        return references.counterpart(
                Entity.CUSTOMER, Side.CUSTOMERP, customerp.path("customerId").asText());
    }

    /** PowerOffice keeps contact persons for companies only (mapping.md 4.5). */
    private static void ofCompany(Draft draft) {
        boolean person = draft.creates()
                && draft.facts()
                        .inCustomerp(
                                Entity.CUSTOMER, draft.customerp("customerId").asText())
                        .filter(customer -> customer.path("isPerson").asBoolean())
                        .isPresent();
        if (person) {
            draft.park(Problem.of(
                    Reason.NOT_ALLOWED, "customerId", "PowerOffice keeps contact persons for companies only"));
        }
    }
}
