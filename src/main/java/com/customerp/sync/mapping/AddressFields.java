package com.customerp.sync.mapping;

import static com.customerp.sync.mapping.Rules.country;
import static com.customerp.sync.mapping.Rules.text;

import java.util.List;

/** The address of customers, employees and contacts (mapping.md 2). */
final class AddressFields {
    private static final String POSTAL_CODE = "address.postalCode";
    private static final String CITY = "address.city";
    private static final String COUNTRY = "address.countryCode";
    private static final List<String> WITHOUT_COUNTRY = List.of("address.line1", "address.line2", POSTAL_CODE, CITY);

    private AddressFields() {}

    /** The rows of the table. */
    static List<Field> fields() {
        return List.of(
                field("address.line1", "/MailAddress/AddressLine1", "string ≤ 200", text(200)),
                field("address.line2", "/MailAddress/AddressLine2", "string ≤ 200", text(200)),
                field(POSTAL_CODE, "/MailAddress/ZipCode", "string ≤ 50", text(50)),
                field(CITY, "/MailAddress/City", "string ≤ 100", text(100)),
                field(COUNTRY, "/MailAddress/CountryCode", "string", country()));
    }

    private static Field field(String name, String powerOfficePath, String powerOfficeType, ValueRule rule) {
        return Field.both(name, powerOfficePath, powerOfficeType, rule, Trait.HELD_WHEN_REFUSED);
    }

    /** PowerOffice creates no address without city and postal code: it is held, and a country alone is none. */
    static void holdIncomplete(Draft draft) {
        boolean powerOfficeHasOne = all().stream().anyMatch(name -> !isEmpty(draft.powerOffice(name)));
        if (powerOfficeHasOne || all().stream().noneMatch(draft::writes)) {
            return;
        }
        if (isBlank(draft)) {
            all().stream().filter(draft::writes).forEach(draft::leave);
        } else if (!draft.has(CITY) || !draft.has(POSTAL_CODE)) {
            String missing = draft.has(CITY) ? POSTAL_CODE : CITY;
            Problem notice = Problem.of(
                    Reason.MISSING, "address", missing + " is missing: PowerOffice takes no address without it");
            all().stream().filter(draft::writes).forEach(name -> draft.hold(name, notice));
        }
    }

    /** A country is not cleared, and one that PowerOffice fills in is no address (mapping.md 2 and 12.1). */
    static void keepCountry(Draft draft) {
        boolean cleared = draft.writes(COUNTRY) && !draft.has(COUNTRY);
        boolean filledIn = draft.target(COUNTRY).filter(Side.CUSTOMERP::equals).isPresent();
        if (isBlank(draft) && (cleared || filledIn)) {
            draft.leave(COUNTRY);
        } else if (cleared) {
            draft.putBack(COUNTRY);
        }
    }

    private static boolean isBlank(Draft draft) {
        return WITHOUT_COUNTRY.stream().noneMatch(draft::has);
    }

    private static boolean isEmpty(com.fasterxml.jackson.databind.JsonNode value) {
        return value.isMissingNode() || value.isNull() || value.asText().isBlank();
    }

    private static List<String> all() {
        return fields().stream().map(Field::name).toList();
    }
}
