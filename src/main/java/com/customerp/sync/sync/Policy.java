package com.customerp.sync.sync;

/**
 * What an operator decides for one pair.
 *
 * @param createInCustomerp whether records first made in PowerOffice are created in CustomERP (mapping.md 1.5)
 */
public record Policy(ConflictPolicy conflict, DeletePolicy delete, boolean createInCustomerp) {}
