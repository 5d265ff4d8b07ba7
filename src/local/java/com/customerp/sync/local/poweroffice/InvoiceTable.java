package com.customerp.sync.local.poweroffice;

import static com.customerp.sync.local.poweroffice.Member.date;
import static com.customerp.sync.local.poweroffice.Member.decimal;
import static com.customerp.sync.local.poweroffice.Member.flag;
import static com.customerp.sync.local.poweroffice.Member.integer;
import static com.customerp.sync.local.poweroffice.Member.text;
import static com.customerp.sync.local.poweroffice.Member.timestamp;
import static com.customerp.sync.local.poweroffice.Member.uuid;

import com.customerp.sync.local.poweroffice.Member.Trait;
import java.util.List;
import java.util.stream.Stream;

/** The members of sent invoices and credit notes: OutgoingInvoiceDto of the OpenAPI document, all of them read-only. */
final class InvoiceTable {
    static final Shape INVOICE = Shape.of(Stream.of(
                    uuid("Id"),
                    integer("InvoiceNo"),
                    integer("VoucherNo"),
                    text("VoucherType"),
                    date("VoucherDate"),
                    date("DueDate"),
                    integer("OrderNo"),
                    date("OrderDate"),
                    date("DeliveryDate"),
                    text("ExternalImportReference"),
                    integer("ImportedOrderNo"),
                    integer("CustomerId").references("Customers"),
                    integer("CustomerNo").twinOf("CustomerId"),
                    integer(OrderRules.CONTACT),
                    text("CustomerReference"),
                    text("PurchaseOrderReference"),
                    text("ContractNo"),
                    text("CustomMatchingReference"),
                    integer("RelatedInvoiceNo"),
                    integer("SellersReferenceEmployeeId").references("Employees"),
                    integer("SellersReferenceEmployeeNo").twinOf("SellersReferenceEmployeeId"),
                    text("CurrencyCode"),
                    decimal("CurrencyExchangeRate"),
                    decimal("NetAmount"),
                    decimal("TotalAmount"),
                    decimal("NetPostedAmount"),
                    decimal("TotalPostedAmount"),
                    decimal("Balance"),
                    text("Cid"),
                    integer("MatchId"),
                    flag("IsReversed"),
                    flag("IsCreatedByCurrentIntegration"),
                    text("InvoiceDeliveryType"),
                    integer("PaymentTermId").references("PaymentTerms"),
                    integer("PaymentTerm").twinOf("PaymentTermId"),
                    integer("DeliveryTermId").references("DeliveryTerms"),
                    text("DeliveryTerm").twinOf("DeliveryTermId"),
                    integer("BrandingThemeId").references("BrandingThemes"),
                    text("BrandingThemeCode").twinOf("BrandingThemeId"),
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
                    text("DeliveryAddress1"),
                    text("DeliveryAddress2"),
                    text("DeliveryAddressZipCode"),
                    text("DeliveryAddressCity"),
                    text("DeliveryAddressCountryCode"),
                    timestamp("SentDateTimeOffset"),
                    timestamp("BalanceLastChangedDateTimeOffset"),
                    timestamp(Tables.CHANGED),
                    timestamp("CreatedDateTimeOffset"))
            .map(Member::readOnly)
            .toArray(Member[]::new));

    static final List<Filter> FILTERS = List.of(
            Filter.after("balanceLastChangedDateTimeOffsetGreaterThan", "BalanceLastChangedDateTimeOffset"),
            Filter.numbers("customerNos", "CustomerNo"),
            Filter.texts("customMatchingReferences", "CustomMatchingReference"),
            Filter.texts("departmentCodes", "DepartmentCode"),
            Filter.from("fromDate", "VoucherDate"),
            Filter.none("includeSubProject", "Id"),
            Filter.texts("invoiceIds", "Id"),
            Filter.numbers("invoiceNos", "InvoiceNo"),
            Filter.only("onlyCreatedByCurrentIntegration", "IsCreatedByCurrentIntegration"),
            Filter.only("onlyUnpaidInvoices", "Balance"),
            Filter.codes("projectCodes", "ProjectCode", "includeSubProject"),
            Filter.after("sentDateTimeOffsetGreaterThan", "SentDateTimeOffset"),
            Filter.until("toDate", "VoucherDate"),
            Filter.numbers("voucherNos", "VoucherNo"));

    private InvoiceTable() {}

    private static Member dimension(String name, String target) {
        return integer(name).references(target).with(Trait.NONE_IS_MINUS_ONE);
    }
}
