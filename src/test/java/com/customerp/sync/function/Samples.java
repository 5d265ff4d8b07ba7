package com.customerp.sync.function;

import com.customerp.sync.mapping.Entity;

/** One plain record of each pair, numbered, with what it refers to: customer {@code C-0} and product {@code PR-0}. */
public final class Samples {
    private Samples() {}

    /** The id of record {@code number} of a pair. */
    public static String id(Entity entity, int number) {
        return entity.key() + "-" + number;
    }

    /** CustomERP's members of record {@code number}. */
    public static String members(Entity entity, int number) {
        return switch (entity) {
            case CONTACT ->
                "{'customerId':'C-0','firstName':'Nora','lastName':'Nr " + number + "','email':'nora" + number
                        + "@liste.example'}";
            case CUSTOMER ->
                "{'name':'Nr " + number + " AS','customerNumber':'" + (10_100 + number)
                        + "','currencyCode':'NOK','invoiceDelivery':'print'}";
            case EMPLOYEE ->
                "{'firstName':'Ola','lastName':'Nr " + number + "','employeeNumber':'" + (100 + number) + "'}";
            case ORDER ->
                "{'customerId':'C-0','orderNumber':'" + (5_000 + number)
                        + "','currencyCode':'NOK','status':'draft','orderDate':'2026-03-01','deliveryDate':'2026-03-02',"
                        + "'lines':[{'lineId':'L-1','productId':'PR-0','quantity':" + (number + 1)
                        + ",'unitPrice':100}]}";
            case PRODUCT -> "{'productNumber':'P" + number + "','name':'Vare nr " + number + "','unitCode':'EA'}";
            case PROJECT -> "{'projectNumber':'J-" + number + "','name':'Prosjekt nr " + number + "','isActive':true}";
        };
    }

    /** CustomERP's member that a test may edit, and PowerOffice's. */
    public static String editable(Entity entity) {
        return switch (entity) {
            case CONTACT, EMPLOYEE -> "jobTitle";
            case CUSTOMER -> "phone";
            case ORDER -> "purchaseOrderNumber";
            case PRODUCT -> "description";
            case PROJECT -> "contractNumber";
        };
    }

    /** PowerOffice's name of the same member. */
    public static String editableInPowerOffice(Entity entity) {
        return switch (entity) {
            case CONTACT -> "Title";
            case CUSTOMER -> "PhoneNumber";
            case EMPLOYEE -> "JobTitle";
            case ORDER -> "PurchaseOrderReference";
            case PRODUCT -> "Description";
            case PROJECT -> "ContractNo";
        };
    }
}
