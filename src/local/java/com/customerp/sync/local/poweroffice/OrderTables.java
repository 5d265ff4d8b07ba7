package com.customerp.sync.local.poweroffice;

import static com.customerp.sync.local.poweroffice.Member.date;
import static com.customerp.sync.local.poweroffice.Member.decimal;
import static com.customerp.sync.local.poweroffice.Member.flag;
import static com.customerp.sync.local.poweroffice.Member.integer;
import static com.customerp.sync.local.poweroffice.Member.object;
import static com.customerp.sync.local.poweroffice.Member.oneOf;
import static com.customerp.sync.local.poweroffice.Member.text;
import static com.customerp.sync.local.poweroffice.Member.timestamp;
import static com.customerp.sync.local.poweroffice.Member.uuid;

import com.customerp.sync.local.poweroffice.Member.Trait;
import java.util.List;

/** The members of sales orders and their lines: poweroffice-go-v2.md 13.4. */
final class OrderTables {
    static final String NORMAL = "Normal";
    static final String DRAFT = "Draft";
    static final String CONFIRMED = "Confirmed";
    static final String STATUS = "SalesOrderStatus";

    static final Shape ORDER = Shape.of(
            uuid("Id").readOnly(),
            integer("SalesOrderNo").readOnly(),
            text("ExternalImportReference").with(Trait.UNIQUE),
            integer("ImportedOrderNo"),
            oneOf(STATUS, DRAFT, CONFIRMED).standard(DRAFT),
            integer("CustomerId").with(Trait.REQUIRED).references("Customers"),
            integer("CustomerNo").twinOf("CustomerId"),
            integer(OrderRules.CONTACT).references("ContactPersons"),
            text("CustomerReference"),
            text("PurchaseOrderReference"),
            text("ContractNo"),
            date("SalesOrderDate"),
            date("DeliveryDate"),
            text("CurrencyCode").checked(Check.currency()),
            decimal("CurrencyExchangeRate"),
            integer("ContactDeliveryAddressId").references("ContactDeliveryAddresses"),
            dimension("DepartmentId", "Departments"),
            text("DepartmentCode").twinOf("DepartmentId"),
            dimension("ProjectId", "Projects"),
            text("ProjectCode").twinOf("ProjectId"),
            dimension("LocationId", "Locations"),
            text("LocationCode").twinOf("LocationId"),
            dimension("Dim1Id", "Dimension1"),
            text("Dim1Code").twinOf("Dim1Id"),
            dimension("Dim2Id", "Dimension2"),
            text("Dim2Code").twinOf("Dim2Id"),
            dimension("Dim3Id", "Dimension3"),
            text("Dim3Code").twinOf("Dim3Id"),
            integer("SalesPersonEmployeeId").references("Employees"),
            integer("SalesPersonEmployeeNumber").twinOf("SalesPersonEmployeeId"),
            integer("PaymentTermId").references("PaymentTerms"),
            integer("PaymentTerm").twinOf("PaymentTermId"),
            integer("DeliveryTermId").references("DeliveryTerms"),
            text("DeliveryTerm").twinOf("DeliveryTermId"),
            integer("BrandingThemeId").references("BrandingThemes"),
            text("BrandingThemeCode").twinOf("BrandingThemeId"),
            text("CustomMatchingReference"),
            integer("RelatedInvoiceNo"),
            decimal("NetAmount").readOnly(),
            decimal("TotalAmount").readOnly(),
            integer("LineCount").readOnly(),
            flag("IsCreatedByCurrentIntegration", false).readOnly(),
            timestamp(Tables.CHANGED),
            timestamp("CreatedDateTimeOffset"));

    static final List<Filter> ORDER_FILTERS = List.of(
            Filter.numbers("customerNos", "CustomerNo"),
            Filter.texts("departmentCodes", "DepartmentCode"),
            Filter.none("includeSubProject", "Id"),
            Filter.after("lastChangedDateTimeOffsetGreaterThan", Tables.CHANGED),
            Filter.only("onlyCreatedByCurrentIntegration", "IsCreatedByCurrentIntegration"),
            Filter.exact("orderStatus", STATUS),
            Filter.codes("projectCodes", "ProjectCode", "includeSubProject"),
            Filter.none("showInherited", "Id"),
            Filter.texts("externalImportReferences", "ExternalImportReference").doubted(),
            Filter.numbers("importedOrderNos", "ImportedOrderNo").doubted(),
            Filter.numbers("salesOrderNos", "SalesOrderNo").doubted());

    /** Accounts of an accrual are kept as sent; there is no chart of accounts to look them up in. */
    private static final Shape ACCRUAL = Shape.of(
            flag("IsActive"),
            date("FromDate"),
            date("ToDate"),
            integer("BalanceAccountId"),
            integer("BalanceAccountNo").createOnly(),
            agriculture("BalanceAccountAgricultureDepartment"),
            integer("ResultAccountId"),
            integer("ResultAccountNo").createOnly(),
            agriculture("ResultAccountAgricultureDepartment"));

    static final Shape LINE = Shape.of(
            uuid("Id").readOnly(),
            uuid("SalesOrderId").readOnly(),
            text("ExternalImportReference").with(Trait.UNIQUE_WITHIN_OWNER),
            oneOf("LineType", NORMAL, "Text", "Summary", LineRules.INVOICE_FEE, "TotalHours")
                    .standard(NORMAL),
            integer("SortOrder"),
            integer("ProductId").references("Products"),
            text("ProductCode").twinOf("ProductId"),
            text("Description"),
            decimal("Quantity"),
            decimal("ProductUnitPrice"),
            decimal("ProductUnitCost"),
            decimal("Allowance").checked(Check.between(-1000, 100)),
            oneOf("UnitOfMeasureCode", ProductTables.UNITS),
            flag("UseStandardSalesAccount"),
            integer("VatId").readOnly(),
            text("VatCode").readOnly(),
            decimal("VatRate").readOnly(),
            decimal("NetAmount").readOnly(),
            decimal("VatAmount").readOnly(),
            decimal("TotalAmount").readOnly(),
            oneOf(
                    "VatReturnSpecification",
                    "None",
                    "Adjustment",
                    "LossesOnClaims",
                    "ReversalOfInputValueAddedTax",
                    "Withdrawals",
                    "AdjustmentVatCompensationRealProperty"),
            dimension("DepartmentId", "Departments"),
            text("DepartmentCode").twinOf("DepartmentId"),
            dimension("ProjectId", "Projects"),
            text("ProjectCode").twinOf("ProjectId"),
            dimension("LocationId", "Locations"),
            text("LocationCode").twinOf("LocationId"),
            dimension("Dim1Id", "Dimension1"),
            text("Dim1Code").twinOf("Dim1Id"),
            dimension("Dim2Id", "Dimension2"),
            text("Dim2Code").twinOf("Dim2Id"),
            dimension("Dim3Id", "Dimension3"),
            text("Dim3Code").twinOf("Dim3Id"),
            integer("SellersReferenceEmployeeId").references("Employees"),
            integer("SellersReferenceEmployeeNo").twinOf("SellersReferenceEmployeeId"),
            object("Accrual", ACCRUAL));

    private OrderTables() {}

    private static Member dimension(String name, String target) {
        return integer(name).references(target).with(Trait.NONE_IS_MINUS_ONE);
    }

    private static Member agriculture(String name) {
        return oneOf(name, "None", "Finance", "Farming", "Forestry", "FurAnimals", "OtherIndustries", "Private")
                .createOnly();
    }
}
