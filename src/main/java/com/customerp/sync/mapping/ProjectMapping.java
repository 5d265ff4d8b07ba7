package com.customerp.sync.mapping;

import static com.customerp.sync.mapping.Field.both;
import static com.customerp.sync.mapping.Rules.bool;
import static com.customerp.sync.mapping.Rules.date;
import static com.customerp.sync.mapping.Rules.dec;
import static com.customerp.sync.mapping.Rules.enumeration;
import static com.customerp.sync.mapping.Rules.flag;
import static com.customerp.sync.mapping.Rules.integer;
import static com.customerp.sync.mapping.Rules.projectCode;
import static com.customerp.sync.mapping.Rules.ref;
import static com.customerp.sync.mapping.Rules.text;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

/** project ↔ Projects (mapping.md 7). PowerOffice has no key slot here: the code does its work. */
public final class ProjectMapping {
    private static final Field NUMBER = both("projectNumber", "/Code", "string", projectCode(100), Trait.REQUIRED)
            .alikeWhen(ProjectCodes::isAlike);

    private ProjectMapping() {}

    /** The pair as the core sees it. */
    public static Mapping create() {
        return Mapping.of(Entity.PROJECT)
                .fields(
                        NUMBER,
                        both("name", "/Name", "string", text(255), Trait.REQUIRED),
                        both("customerId", "/CustomerId", "int64", ref(Entity.CUSTOMER)),
                        both("contactId", "/ContactPersonId", "int64", ref(Entity.CONTACT)),
                        both("parentProjectId", "/ParentProjectId", "int64", ref(Entity.PROJECT), Trait.WAITED_FOR),
                        both("managerId", "/ProjectManagerEmployeeId", "int64", ref(Entity.EMPLOYEE)),
                        both("startDate", "/StartDate", "date", date()),
                        both("endDate", "/EndDate", "date", date()),
                        both(
                                "status",
                                "/ProjectStatus",
                                "enum ProjectStatusType",
                                enumeration(EnumTables.PROJECT_STATUS)),
                        both("isActive", "/IsActive", "boolean", flag(true)),
                        both("isInternal", "/IsInternal", "boolean", flag(false)),
                        both("isBillable", "/IsBillable", "boolean", bool(), Trait.NEVER_CLEARED),
                        both(
                                "billingMethod",
                                "/ProjectBillingMethod",
                                "enum ProjectBillingMethod",
                                enumeration(EnumTables.BILLING_METHOD)),
                        both("fixedPrice", "/FixedPrice", "double", dec()),
                        both("contractNumber", "/ContractNo", "string", text(100)),
                        both("purchaseOrderNumber", "/PurchaseOrderNo", "string", text(100)),
                        both("progressPercent", "/Progress", "int32 0..100", integer(0, 100)),
                        both("budgetedHours", "/BudgetedHours", "double", dec()))
                .keys(
                        MatchKey.of(
                                        "projectNumber",
                                        body -> ProjectCodes.shown(body, Facts.none()),
                                        ProjectCodes::shown,
                                        "projectCodes",
                                        MatchKey.Scope.UNIQUE)
                                .wanting(ProjectCodes::shown)
                                .anyCase()
                                .agreeing(ProjectCodes::verdict),
                        MatchKey.of(
                                        "projectNumber alone",
                                        ProjectCodes::alone,
                                        ProjectCodes::ownAlone,
                                        null,
                                        MatchKey.Scope.UNLINKED)
                                .agreeing(ProjectCodes::verdict))
                .rules(
                        Codes.inPowerOffice("projectNumber"),
                        ProjectCodes::convert,
                        Codes.free(Entity.PROJECT, "projectNumber", "projectCodes", ProjectCodes::wanted),
                        Buyers.contactOf("customerId", "contactId", true),
                        ProjectRules::noRing,
                        ProjectRules::fixedPrice)
                .archivedBy(Map.of("status", TextNode.valueOf("archived"), "isActive", BooleanNode.FALSE))
                .refusals(
                        Refusal.of("contact\\s*person", "contactId", Reason.REFUSED),
                        Refusal.of(
                                "code\\b.*\\b(use|used|taken|exists?|unique|duplicate)", "projectNumber", Reason.TAKEN),
                        Refusal.of("parent|cycl|circular", "parentProjectId", Reason.REFUSED),
                        Refusal.of("fixed\\s*price", "fixedPrice", Reason.REFUSED))
                .bulkField("projectNumber")
                .build();
    }
}
