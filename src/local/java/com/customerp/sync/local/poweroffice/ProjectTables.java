package com.customerp.sync.local.poweroffice;

import static com.customerp.sync.local.poweroffice.Member.date;
import static com.customerp.sync.local.poweroffice.Member.decimal;
import static com.customerp.sync.local.poweroffice.Member.flag;
import static com.customerp.sync.local.poweroffice.Member.integer;
import static com.customerp.sync.local.poweroffice.Member.oneOf;
import static com.customerp.sync.local.poweroffice.Member.text;
import static com.customerp.sync.local.poweroffice.Member.timestamp;
import static com.customerp.sync.local.poweroffice.Member.uuid;

import com.customerp.sync.local.poweroffice.Member.Trait;
import java.util.List;

/** Members and filters of projects: poweroffice-go-v2.md 13.6 and the OpenAPI document. */
final class ProjectTables {
    static final String CUSTOMER = "CustomerId";
    static final String CONTACT_PERSON = "ContactPersonId";
    static final String PARENT = "ParentProjectId";
    static final String STATUS = "ProjectStatus";
    static final String IS_BILLABLE = "IsBillable";
    static final String METHOD = "ProjectBillingMethod";
    static final String FIXED_PRICE = "FixedPrice";
    static final String RATE = "BillableRate";
    static final String RATE_SOURCE = "BillableRateSpecification";

    static final Shape PROJECT = Shape.of(
            integer("Id").readOnly(),
            text(Codes.CODE)
                    .checked(Check.matches("[^.]*", "must not contain a dot"))
                    .with(Trait.BELOW_PARENT),
            text("Name").with(Trait.REQUIRED),
            integer("ExternalNumber"),
            integer(CUSTOMER).references("Customers"),
            integer("CustomerNo").twinOf(CUSTOMER),
            integer(CONTACT_PERSON).references("ContactPersons"),
            integer(PARENT).references("Projects"),
            text("ParentProjectCode").twinOf(PARENT),
            integer("ProjectManagerEmployeeId").references("Employees"),
            integer("ProjectManagerEmployeeNo").twinOf("ProjectManagerEmployeeId"),
            integer("DepartmentId").references("Departments"),
            text("DepartmentCode").twinOf("DepartmentId"),
            integer("LocationId").references("Locations"),
            text("LocationCode").twinOf("LocationId"),
            date("StartDate"),
            date("EndDate"),
            oneOf(STATUS, "Tentative", "Active", "Archived", "NotStarted", "Complete"),
            flag("IsActive", true),
            flag("IsInternal", false),
            flag(IS_BILLABLE),
            oneOf(METHOD, "FixedPrice", "Time", "TimeAndExpenses"),
            oneOf(RATE_SOURCE, "Activity", "Employee", "Project"),
            decimal(RATE),
            decimal(FIXED_PRICE),
            integer("Progress").checked(Check.between(0, 100)),
            text("ContractNo"),
            text("PurchaseOrderNo"),
            integer("PaymentTermId").references("PaymentTerms"),
            integer("PaymentTerms").twinOf("PaymentTermId"),
            integer("DeliveryTermId").references("DeliveryTerms"),
            text("DeliveryTerm").twinOf("DeliveryTermId"),
            integer("BrandingThemeId").references("BrandingThemes"),
            text("BrandingThemeCode").twinOf("BrandingThemeId"),
            decimal("BudgetedHours"),
            decimal("BudgetedBillableRate"),
            decimal("BudgetedRevenueHours"),
            decimal("BudgetedTotalRevenue"),
            decimal("BudgetedCostOfGoods"),
            decimal("BudgetedPayrollExpenses"),
            decimal("BudgetedOtherOperatingExpenses"),
            flag("HourlyRateMarkupEnabled"),
            decimal("HourlyRateMarkupFactor"),
            text("HourlyRateMarkupDescription"),
            flag("ExpenseMarkupEnabled"),
            decimal("ExpenseMarkupFactor").checked(Check.notNegative()),
            text("ExpenseMarkupDescription"),
            flag("AllowAllActivities", true),
            flag("AllowAllEmployees", true),
            flag("AttachExpenseVouchersWhenBilling", false),
            flag("DenyTimeTracking", false),
            timestamp(Tables.CHANGED),
            timestamp("CreatedDateTimeOffset"),
            uuid("CreatedFromImportJournalId").readOnly());

    static final List<Filter> FILTERS = List.of(
            Filter.after("createdDateTimeOffsetGreaterThan", "CreatedDateTimeOffset"),
            Filter.numbers("customerNos", "CustomerNo"),
            Filter.texts("departmentCodes", "DepartmentCode"),
            Filter.without("excludeArchivedProject", STATUS, "Archived"),
            Filter.none(Codes.INCLUDE_BELOW, Codes.CODE),
            Filter.after("lastChangedDateTimeOffsetGreaterThan", Tables.CHANGED),
            Filter.part("name", "Name"),
            Filter.exact("projectBillingMethod", METHOD),
            Filter.codes("projectCodes", Codes.CODE, Codes.INCLUDE_BELOW),
            Filter.numbers("projectManagerEmployeeNos", "ProjectManagerEmployeeNo"),
            Filter.exact("status", STATUS));

    private ProjectTables() {}
}
