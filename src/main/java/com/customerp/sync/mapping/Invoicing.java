package com.customerp.sync.mapping;

/**
 * How an order that left PowerOffice's orders is found among its invoices when the key did not survive (mapping.md 8.6).
 *
 * @param customer the field that names the customer, whose invoices are searched
 * @param customerNumberPath PowerOffice's number in the body of that customer
 * @param number CustomERP's field that holds PowerOffice's number of the order
 * @param invoicePath the same number in the body of an invoice
 */
public record Invoicing(String customer, String customerNumberPath, String number, String invoicePath) {}
