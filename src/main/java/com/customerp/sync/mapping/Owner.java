package com.customerp.sync.mapping;

/**
 * The record below which PowerOffice keeps the records of a pair (mapping.md 4.1).
 *
 * @param field the reference that names it; its PowerOffice key is part of the path and no member of a create body
 * @param filter PowerOffice's query parameter that asks for all records of one owner
 */
public record Owner(String field, String filter) {}
