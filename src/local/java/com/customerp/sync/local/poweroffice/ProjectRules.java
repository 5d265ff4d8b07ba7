package com.customerp.sync.local.poweroffice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Rules of projects: poweroffice-go-v2.md 7 and 13.6, mapping.md 7.6. */
final class ProjectRules implements Rules {
    private static final Set<String> TIME_BASED = Set.of("Time", "TimeAndExpenses");

    @Override
    public void apply(Write write) {
        Tenant tenant = write.tenant();
        ObjectNode row = write.after();
        if (write.isCreate() && tenant.has(Quirk.PROJECT_DEFAULTS)) {
            fill(row, ProjectTables.STATUS, row.textNode("Active"));
            fill(row, ProjectTables.IS_BILLABLE, row.booleanNode(true));
        }
        if (write.touches(ProjectTables.CUSTOMER, ProjectTables.CONTACT_PERSON)) {
            checkContact(tenant, row);
        }
        if (write.touches(ProjectTables.METHOD, ProjectTables.FIXED_PRICE)) {
            checkFixedPrice(row);
        }
        if (write.touches(ProjectTables.METHOD, ProjectTables.RATE, ProjectTables.RATE_SOURCE)) {
            checkRate(write);
        }
        Codes codes = new Codes(tenant);
        if (write.touches(ProjectTables.PARENT) && codes.isBelowItself(row)) {
            write.refuse("ParentProjectId makes a project its own parent.");
        } else if (write.touches(Codes.CODE, ProjectTables.PARENT)) {
            codes.checkFree(write);
        }
    }

    /** Operations take effect in order; a new customer may come before its contact person. */
    @Override
    public void replaced(Tenant tenant, ObjectNode target, String member) {
        switch (member) {
            case ProjectTables.CONTACT_PERSON -> checkContact(tenant, target);
            case ProjectTables.METHOD, ProjectTables.FIXED_PRICE -> checkFixedPrice(target);
            default -> {}
        }
    }

    private static void fill(ObjectNode row, String member, JsonNode value) {
        if (Write.isBlank(row.path(member))) {
            row.set(member, value);
        }
    }

    private static void checkContact(Tenant tenant, ObjectNode row) {
        JsonNode contact = row.path(ProjectTables.CONTACT_PERSON);
        JsonNode customer = row.path(ProjectTables.CUSTOMER);
        if (Write.isBlank(contact)) {
            return;
        }
        if (Write.isBlank(customer)) {
            throw invalid("ContactPersonId requires CustomerId.");
        }
        boolean ofAnother = tenant.store(Resource.CONTACT_PERSONS)
                .read(contact.asText())
                .filter(person -> !person.path("ContactId").asText().equals(customer.asText()))
                .isPresent();
        if (ofAnother) {
            throw invalid("ContactPersonId must belong to the customer of the project.");
        }
    }

    private static void checkFixedPrice(ObjectNode row) {
        boolean fixed = row.path(ProjectTables.METHOD).asText().equals("FixedPrice");
        if (!fixed && !Write.isBlank(row.path(ProjectTables.FIXED_PRICE))) {
            throw invalid("FixedPrice requires ProjectBillingMethod FixedPrice.");
        }
    }

    private static void checkRate(Write write) {
        boolean ofProject =
                TIME_BASED.contains(write.value(ProjectTables.METHOD).asText())
                        && write.value(ProjectTables.RATE_SOURCE).asText().equals("Project");
        if (!ofProject && !write.isBlank(ProjectTables.RATE)) {
            write.refuse("BillableRate requires time based billing and BillableRateSpecification Project.");
        }
    }

    private static Refusal invalid(String detail) {
        return Refusal.invalid(Resource.PROJECTS, detail);
    }
}
