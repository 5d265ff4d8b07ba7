package com.customerp.sync.local.poweroffice;

import static com.customerp.sync.local.poweroffice.Member.date;
import static com.customerp.sync.local.poweroffice.Member.decimal;
import static com.customerp.sync.local.poweroffice.Member.email;
import static com.customerp.sync.local.poweroffice.Member.flag;
import static com.customerp.sync.local.poweroffice.Member.integer;
import static com.customerp.sync.local.poweroffice.Member.integers;
import static com.customerp.sync.local.poweroffice.Member.object;
import static com.customerp.sync.local.poweroffice.Member.oneOf;
import static com.customerp.sync.local.poweroffice.Member.phone;
import static com.customerp.sync.local.poweroffice.Member.text;
import static com.customerp.sync.local.poweroffice.Member.timestamp;
import static com.customerp.sync.local.poweroffice.Member.uuid;

import com.customerp.sync.local.poweroffice.Member.Tidy;
import com.customerp.sync.local.poweroffice.Member.Trait;

/** The members of the resources: poweroffice-go-v2.md 13 with the types and limits of the OpenAPI document. */
final class Tables {
    static final String MAIL_ADDRESS = "MailAddress";
    static final String CHANGED = "LastChangedDateTimeOffset";
    static final String CONTACT_CREATED = "ContactCreatedDateTimeOffset";

    /** Address of a customer or employee, with its own key and change time. */
    static final Shape CONTACT_ADDRESS = Shape.of(
            integer("Id").readOnly(),
            text("AddressLine1", 200),
            text("AddressLine2", 200),
            text("ZipCode", 50).with(Trait.REQUIRED),
            text("City", 100).with(Trait.REQUIRED),
            text("CountryCode").checked(Check.country()).standard("NO"),
            text("ExternalCode", 50),
            timestamp(CHANGED));

    /** Address of a contact person; part of the person's own record. */
    static final Shape PLAIN_ADDRESS = Shape.of(
            text("AddressLine1", 200),
            text("AddressLine2", 200),
            text("ZipCode", 50).with(Trait.REQUIRED),
            text("City", 100).with(Trait.REQUIRED),
            text("CountryCode").checked(Check.country()).standard("NO"));

    static final Shape CUSTOMER = Shape.of(
            integer("Id").readOnly(),
            integer("Number").with(Trait.UNIQUE),
            text("Name"),
            text("LegalName"),
            flag("IsPerson", false),
            text("FirstName").with(Trait.SHARED),
            text("LastName").with(Trait.SHARED),
            date("DateOfBirth"),
            text("OrganizationNumber").tidy(Tidy.ORGANIZATION_NUMBER),
            nationalIdNumber(),
            text("ExternalImportReference", 50).with(Trait.UNIQUE),
            integer("ExternalNumber").with(Trait.UNIQUE),
            email("EmailAddress"),
            email("InvoiceEmailAddress"),
            email("PaymentReminderEmailAddress"),
            text("InvoiceEmailAddressCC", 2000),
            phone("PhoneNumber"),
            text("WebsiteUrl").tidy(Tidy.WEBSITE),
            object(MAIL_ADDRESS, CONTACT_ADDRESS),
            oneOf(
                    "InvoiceDeliveryType",
                    "PdfByEmail",
                    "Print",
                    "EHF",
                    "AvtaleGiro",
                    "External",
                    "Efaktura",
                    "Factoring"),
            oneOf("ReminderDeliveryType", "PdfByEmail", "Print"),
            oneOf("NoticeOfDebtCollectionDeliveryType", "PdfByEmail", "Print"),
            text("CurrencyCode").checked(Check.currency()).standard("NOK"),
            integer("PaymentTermId").references("PaymentTerms"),
            integer("PaymentTerm").twinOf("PaymentTermId"),
            integer("DeliveryTermId").references("DeliveryTerms"),
            text("DeliveryTerm").twinOf("DeliveryTermId"),
            integer("InvoiceBrandingThemeId").references("BrandingThemes"),
            text("InvoiceBrandingThemeCode").twinOf("InvoiceBrandingThemeId"),
            integer("DepartmentId").references("Departments"),
            text("DepartmentCode").twinOf("DepartmentId"),
            integer("SalesPersonEmployeeId").references("Employees"),
            integer("SalesPersonEmployeeNumber").twinOf("SalesPersonEmployeeId"),
            decimal("Allowance").checked(Check.between(-1000, 100)),
            decimal("BillableRate").checked(Check.positive()),
            flag("IsVatFree", false),
            integers("ContactGroupIds").references("ContactGroups").with(Trait.SHARED),
            date("CustomerSince"),
            flag("UseInvoiceFee", true),
            flag("SendPaymentReminders", true),
            flag("TransferToDebtCollectionAgency", true),
            flag("DoNotAddLatePaymentFees", false),
            flag("DoNotAddLatePaymentInterest", false),
            flag("DoNotAutomatePaymentNotifications", false),
            flag("IsArchived", false).with(Trait.SHARED),
            flag("IsActive", true).readOnly(),
            uuid(Numbers.SERIES_MEMBER).createOnly().with(Trait.WRITE_ONLY).references(Numbers.CATALOGUE),
            timestamp(CHANGED),
            timestamp("CustomerCreatedDateTimeOffset"),
            timestamp(CONTACT_CREATED),
            integer("SubledgerAccountId").readOnly(),
            uuid("CreatedFromImportJournalId").readOnly());

    static final Shape EMPLOYEE = Shape.of(
            integer("Id").readOnly(),
            integer("Number").with(Trait.UNIQUE),
            text("FirstName").with(Trait.REQUIRED).with(Trait.SHARED),
            text("LastName").with(Trait.REQUIRED).with(Trait.SHARED),
            email("EmailAddress"),
            phone("PhoneNumber"),
            date("DateOfBirth"),
            text("JobTitle"),
            date("StartDate"),
            date("EndDate"),
            date("HiredDate"),
            integer("DepartmentId").references("Departments"),
            text("DepartmentCode").twinOf("DepartmentId"),
            integer("LocationId").references("Locations"),
            text("LocationCode").twinOf("LocationId"),
            integer("ManagerEmployeeId").references("Employees"),
            integer("ManagerEmployeeNo").twinOf("ManagerEmployeeId"),
            object(MAIL_ADDRESS, CONTACT_ADDRESS),
            text("ExternalImportReference", 50).with(Trait.UNIQUE),
            integer("ExternalNumber").with(Trait.UNIQUE),
            integers("ContactGroupIds").references("ContactGroups").with(Trait.SHARED),
            oneOf("Gender", "Male", "Female").with(Trait.MASKED_AS_VALUE),
            nationalIdNumber(),
            oneOf(
                    "InternationalIdType",
                    "PassportNumber",
                    "NationalIdentityNumber",
                    "TaxIdentificationNumber",
                    "ValueAddedTaxIdentificationNumber"),
            text("InternationalIdNumber").with(Trait.MASKED),
            text("InternationalIdCountryCode").checked(Check.country()),
            flag("InternationalIdReportToAltinn"),
            flag("IsArchived", false).with(Trait.SHARED),
            uuid(Numbers.SERIES_MEMBER).createOnly().with(Trait.WRITE_ONLY).references(Numbers.CATALOGUE),
            timestamp(CHANGED),
            timestamp("EmployeeCreatedDateTimeOffset"),
            timestamp(CONTACT_CREATED),
            integer("SubledgerAccountId").readOnly(),
            integer("SalaryBankAccountId").readOnly(),
            integer("ExpenseBankAccountId").readOnly(),
            integer("TravelExpenseBankAccountId").readOnly(),
            uuid("CreatedFromImportJournalId").readOnly());

    static final Shape CONTACT_PERSON = Shape.of(
            integer("Id").readOnly(),
            integer("ContactId").readOnly(),
            text("FirstName").with(Trait.REQUIRED),
            text("LastName").with(Trait.REQUIRED),
            email("EmailAddress")
                    .checked(Check.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+", "is not a valid e-mail address")),
            phone("PhoneNumber"),
            text("Title"),
            text("ExternalCode", 50).with(Trait.UNIQUE),
            flag("IsActive", true),
            flag("IsDefault", false),
            object(MAIL_ADDRESS, PLAIN_ADDRESS),
            timestamp(CHANGED),
            timestamp("CreatedDateTimeOffset"));

    static final Shape NUMBER_SERIES = Shape.of(
            uuid("Id").readOnly(),
            text("Name").readOnly(),
            oneOf(Numbers.TYPE).readOnly(),
            integer("FromInclusive").readOnly(),
            integer("ToInclusive").readOnly(),
            flag("IsDefault").readOnly(),
            flag("IsClientTrust").readOnly(),
            integer("GeneralLedgerAccountId").readOnly(),
            integer("GeneralLedgerAccountNo").readOnly());

    private Tables() {}

    private static Member nationalIdNumber() {
        return text("NationalIdNumber")
                .checked(Check.matches("\\d{11}", "is not a national id number"))
                .with(Trait.MASKED);
    }
}
