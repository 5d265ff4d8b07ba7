package com.customerp.sync.sync;

import com.customerp.sync.http.Json;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One record of each pair with every member that is mapped, as both systems show it when they agree. */
final class GoodBodies {
    private static final String ADDRESS = """
            "address":{"line1":"Kaigata 1","line2":null,"postalCode":"5003","city":"Bergen","countryCode":"NO"}""";
    private static final String MAIL_ADDRESS = """
            "MailAddress":{"AddressLine1":"Kaigata 1","AddressLine2":null,"ZipCode":"5003","City":"Bergen",
             "CountryCode":"NO"}""";

    private GoodBodies() {}

    /** A body of its own each time. */
    static ObjectNode of(Entity entity, Side side) {
        return (ObjectNode) Json.read(side == Side.CUSTOMERP ? customerp(entity) : powerOffice(entity))
                .orElseThrow();
    }

    private static String customerp(Entity entity) {
        return switch (entity) {
            case CONTACT -> """
                {"id":"P-1","customerId":"C-1","firstName":"Nora","lastName":"Lie","email":"nora@liste.example",
                 "phone":"+47 900 00 002","jobTitle":"Buyer","isPrimary":false,"isActive":true,""" + ADDRESS + "}";
            case CUSTOMER -> """
                {"id":"C-1","customerNumber":"10042","name":"Fjord Bygg AS","isPerson":false,"firstName":null,
                 "lastName":null,"organizationNumber":"987654325","email":"post@fjordbygg.example",
                 "invoiceEmail":"faktura@fjordbygg.example","phone":"+47 22 00 00 01",
                 "website":"https://fjordbygg.example","currencyCode":"NOK","discountPercent":5,"isVatExempt":false,
                 "invoiceDelivery":"pdfByEmail","salesPersonId":"E-7","isArchived":false,""" + ADDRESS + "}";
            case EMPLOYEE -> """
                {"id":"E-1","employeeNumber":"101","firstName":"Ola","lastName":"Vik","email":"ola@liste.example",
                 "phone":"22 00 00 03","dateOfBirth":"1990-01-31","jobTitle":"Seller","startDate":"2020-01-01",
                 "endDate":null,"hiredDate":"2020-01-01","managerId":"E-7","isArchived":false,""" + ADDRESS + "}";
            case ORDER -> """
                {"id":"O-1","orderNumber":"5001","customerId":"C-1","contactId":null,"projectId":"J-1",
                 "salesPersonId":"E-7","customerReference":"Gate 3","purchaseOrderNumber":"PO-77",
                 "orderDate":"2026-03-01","deliveryDate":"2026-03-10","currencyCode":"NOK","status":"draft",
                 "netAmount":2850,"totalAmount":3562.5,"powerOfficeOrderNumber":"900","lines":[
                  {"lineId":"L-1","lineNumber":1,"productId":"PR-1","description":"Steel beam","quantity":6,
                   "unitPrice":500,"unitCost":310.25,"discountPercent":5,"unitCode":"EA"},
                  {"lineId":"L-2","lineNumber":2,"productId":null,"description":"Thank you"}]}""";
            case PRODUCT -> """
                {"id":"PR-1","productNumber":"P1","name":"Steel beam","description":"5 m","type":"product",
                 "salesPrice":500,"costPrice":310.25,"unitCode":"EA","gtin":"7030000000014","isStockItem":true,
                 "stockOnHand":12,"isArchived":false}""";
            case PROJECT -> """
                {"id":"J-1","projectNumber":"J1","name":"Quay","customerId":"C-1","contactId":"P-1",
                 "parentProjectId":"J-0","managerId":"E-7","startDate":"2026-01-01","endDate":null,"status":"active",
                 "isActive":true,"isInternal":false,"isBillable":true,"billingMethod":"fixedPrice","fixedPrice":90000,
                 "contractNumber":"K-1","purchaseOrderNumber":"PO-1","progressPercent":10,"budgetedHours":120}""";
        };
    }

    private static String powerOffice(Entity entity) {
        return switch (entity) {
            case CONTACT -> """
                {"Id":3001,"ExternalCode":"customerp:P-1","ContactId":20550001,"FirstName":"Nora","LastName":"Lie",
                 "EmailAddress":"nora@liste.example","PhoneNumber":"+4790000002","Title":"Buyer","IsDefault":false,
                 "IsActive":true,""" + MAIL_ADDRESS + "}";
            case CUSTOMER -> """
                {"Id":20550001,"ExternalImportReference":"customerp:C-1","Number":10042,"Name":"Fjord Bygg AS",
                 "IsPerson":false,"OrganizationNumber":"987654325","EmailAddress":"post@fjordbygg.example",
                 "InvoiceEmailAddress":"faktura@fjordbygg.example","PhoneNumber":"+4722000001",
                 "WebsiteUrl":"https://fjordbygg.example","CurrencyCode":"NOK","Allowance":5.0,"IsVatFree":false,
                 "InvoiceDeliveryType":"PdfByEmail","SalesPersonEmployeeId":20550300,"IsArchived":false,""" + MAIL_ADDRESS + "}";
            case EMPLOYEE -> """
                {"Id":20550301,"ExternalImportReference":"customerp:E-1","Number":101,"FirstName":"Ola",
                 "LastName":"Vik","EmailAddress":"ola@liste.example","PhoneNumber":"22000003",
                 "DateOfBirth":"1990-01-31","JobTitle":"Seller","StartDate":"2020-01-01","EndDate":null,
                 "HiredDate":"2020-01-01","ManagerEmployeeId":20550300,"IsArchived":false,""" + MAIL_ADDRESS + "}";
            case ORDER -> """
                {"Id":"5b7c1f0e-0000-4000-8000-000000009001","ExternalImportReference":"customerp:O-1",
                 "ImportedOrderNo":5001,"CustomerId":20550001,"CustomerReferenceContactPersonId":null,
                 "ProjectId":6001,"SalesPersonEmployeeId":20550300,"CustomerReference":"Gate 3",
                 "PurchaseOrderReference":"PO-77","SalesOrderDate":"2026-03-01","DeliveryDate":"2026-03-10",
                 "CurrencyCode":"NOK","SalesOrderStatus":"Draft","NetAmount":2850,"TotalAmount":3562.5,
                 "SalesOrderNo":900,"SalesOrderLines":[
                  {"Id":"5b7c1f0e-0000-4000-8000-000000000a01","ExternalImportReference":"customerp:L-1","SortOrder":0,
                   "ProductId":7001,"Description":"Steel beam","Quantity":6,"ProductUnitPrice":500,
                   "ProductUnitCost":310.25,"Allowance":5,"UnitOfMeasureCode":"EA","LineType":"Normal"},
                  {"Id":"5b7c1f0e-0000-4000-8000-000000000a02","ExternalImportReference":"customerp:L-2","SortOrder":1,
                   "ProductId":null,"Description":"Thank you","LineType":"Text"}]}""";
            case PRODUCT -> """
                {"Id":7001,"Code":"P1","Name":"Steel beam","Description":"5 m","ProductType":"Product",
                 "UnitPrice":500,"UnitCost":310.25,"UnitOfMeasureCode":"EA","Gtin":"7030000000014","IsStockItem":true,
                 "StockOnHand":12,"IsArchived":false}""";
            case PROJECT -> """
                {"Id":6001,"Code":"J0.J1","Name":"Quay","CustomerId":20550001,"ContactPersonId":3001,
                 "ParentProjectId":6000,"ProjectManagerEmployeeId":20550300,"StartDate":"2026-01-01","EndDate":null,
                 "ProjectStatus":"Active","IsActive":true,"IsInternal":false,"IsBillable":true,
                 "ProjectBillingMethod":"FixedPrice","FixedPrice":90000,"ContractNo":"K-1","PurchaseOrderNo":"PO-1",
                 "Progress":10,"BudgetedHours":120}""";
        };
    }
}
