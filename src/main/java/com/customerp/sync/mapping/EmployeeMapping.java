package com.customerp.sync.mapping;

import static com.customerp.sync.mapping.Field.both;
import static com.customerp.sync.mapping.Rules.date;
import static com.customerp.sync.mapping.Rules.digits;
import static com.customerp.sync.mapping.Rules.email;
import static com.customerp.sync.mapping.Rules.flag;
import static com.customerp.sync.mapping.Rules.phone;
import static com.customerp.sync.mapping.Rules.ref;
import static com.customerp.sync.mapping.Rules.text;

import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.Map;

/** employee ↔ Employees (mapping.md 5). */
public final class EmployeeMapping {
    private static final Slot SLOT = new Slot("/ExternalImportReference");
    private static final Field NUMBER = both("employeeNumber", "/Number", "int64", digits(), Trait.NEVER_CLEARED);
    private static final Field EMAIL = both("email", "/EmailAddress", "string", email());

    private EmployeeMapping() {}

    /** The pair as the core sees it. */
    public static Mapping create() {
        return Mapping.of(Entity.EMPLOYEE)
                .fields(
                        NUMBER,
                        both("firstName", "/FirstName", "string", text(100), Trait.REQUIRED),
                        both("lastName", "/LastName", "string", text(100), Trait.REQUIRED),
                        EMAIL,
                        both("phone", "/PhoneNumber", "string", phone()),
                        both("dateOfBirth", "/DateOfBirth", "date", date()),
                        both("jobTitle", "/JobTitle", "string", text(100)),
                        both("startDate", "/StartDate", "date", date()),
                        both("endDate", "/EndDate", "date", date()),
                        both("hiredDate", "/HiredDate", "date", date()),
                        both("managerId", "/ManagerEmployeeId", "int64", ref(Entity.EMPLOYEE)))
                .fields(AddressFields.fields())
                .fields(both("isArchived", "/IsArchived", "boolean", flag(false), Trait.OWN_PATCH, Trait.UPDATE_ONLY))
                .slot(SLOT)
                .keys(
                        MatchKey.of(SLOT, "externalImportReference"),
                        MatchKey.of(NUMBER, "employeeNos", MatchKey.Scope.UNIQUE),
                        MatchKey.of(EMAIL, null, MatchKey.Scope.UNIQUE_ON_BOTH_SIDES))
                .rules(
                        AddressFields::holdIncomplete,
                        AddressFields::keepCountry,
                        ContactRoles.numberInSeries(Entity.EMPLOYEE, "employeeNumber"),
                        ContactRoles.sharedWith(Entity.CUSTOMER))
                .archivedBy(Map.of("isArchived", BooleanNode.TRUE), ContactRoles.sharedWith(Entity.CUSTOMER))
                .refusals(
                        Refusal.of("external\\s*import\\s*reference", "id", Reason.TAKEN),
                        Refusal.of("balance|archiv", "isArchived", Reason.REFUSED),
                        Refusal.of("phone\\s*number", "phone", Reason.REFUSED),
                        Refusal.of("series", "employeeNumber", Reason.OUT_OF_SERIES),
                        Refusal.of(
                                "number\\b.*\\b(use|used|taken|exists?|unique|duplicate)",
                                "employeeNumber",
                                Reason.TAKEN))
                .bulkField("employeeNumber")
                .build();
    }
}
