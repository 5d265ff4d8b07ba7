package com.customerp.sync.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a customer finds its counterpart, in order of trust (mapping.md 3.2). */
final class CustomerKeys {
    static final Slot SLOT = new Slot("/ExternalImportReference");

    private static final Field NUMBER = Field.both("customerNumber", "/Number", "int64", Rules.digits());
    private static final Field ORGANIZATION =
            Field.both("organizationNumber", "/OrganizationNumber", "string", Rules.orgno());
    private static final Field EMAIL = Field.both("email", "/EmailAddress", "string", Rules.email());
    private static final List<Field> NAMES = List.of(
            Field.both("name", "/Name", "string", Rules.text(255)),
            Field.both("firstName", "/FirstName", "string", Rules.text(100)),
            Field.both("lastName", "/LastName", "string", Rules.text(100)));
    private static final Pattern SIX_DIGITS = Pattern.compile("(?:\\D*\\d){6}.*", Pattern.DOTALL);

    private CustomerKeys() {}

    static MatchKey[] all() {
        return new MatchKey[] {
            MatchKey.of(SLOT, "externalImportReference"),
            MatchKey.of(NUMBER, "customerNos", MatchKey.Scope.UNIQUE),
            MatchKey.of(
                    "organizationNumber",
                    body -> organization(Side.CUSTOMERP, body),
                    body -> organization(Side.POWEROFFICE, body),
                    null,
                    MatchKey.Scope.UNIQUE_ON_BOTH_SIDES),
            MatchKey.of(
                            "email",
                            body -> emailAndName(Side.CUSTOMERP, body),
                            body -> emailAndName(Side.POWEROFFICE, body),
                            null,
                            MatchKey.Scope.UNLINKED)
                    .agreeing(CustomerKeys::organizations)
        };
    }

    private static Optional<String> value(Field field, Side side, JsonNode body) {
        return Optional.ofNullable(field.canonical(side, body));
    }

    private static Optional<String> organization(Side side, JsonNode body) {
        return value(ORGANIZATION, side, body)
                .filter(number -> SIX_DIGITS.matcher(number).matches())
                .map(number -> number.replaceAll("\\D", ""));
    }

    /** E-mail, kind of customer and name without regard to letter case and repeated blanks. */
    private static Optional<String> emailAndName(Side side, JsonNode body) {
        boolean person =
                body.path(side == Side.CUSTOMERP ? "isPerson" : "IsPerson").asBoolean();
        List<Field> names = person ? NAMES.subList(1, 3) : NAMES.subList(0, 1);
        StringBuilder name = new StringBuilder(person ? "person" : "company");
        for (Field field : names) {
            Optional<String> part = value(field, side, body);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            name.append('\n').append(part.get().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT));
        }
        return value(EMAIL, side, body).map(email -> email + '\n' + name);
    }

    private static MatchKey.Verdict organizations(JsonNode customerp, JsonNode powerOffice, References references) {
        Optional<String> mine = value(ORGANIZATION, Side.CUSTOMERP, customerp);
        Optional<String> theirs = value(ORGANIZATION, Side.POWEROFFICE, powerOffice);
        return mine.isEmpty() || theirs.isEmpty() || Objects.equals(mine, theirs)
                ? MatchKey.Verdict.SAME
                : MatchKey.Verdict.OTHER;
    }
}
