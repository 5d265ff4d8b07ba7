package com.customerp.sync.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The six pairs of records, by the names that functions, configuration and links use (design.md 1). */
public enum Entity {
    CONTACT,
    CUSTOMER,
    EMPLOYEE,
    ORDER,
    PRODUCT,
    PROJECT;

    /** Those that others refer to come first (mapping.md 1.7). */
    public static final List<Entity> ORDER_OF_WORK = List.of(EMPLOYEE, CUSTOMER, CONTACT, PRODUCT, PROJECT, ORDER);

    private final String key = name().toLowerCase(Locale.ROOT);

    /** Name in functions, configuration, links and logs, for example {@code customer}. */
    public String key() {
        return key;
    }

    /** CustomERP's collection and webhook path, for example {@code customers} (functions.md). */
    public String collection() {
        return key() + "s";
    }

    /** The entity with this collection name, or empty when there is none. */
    public static Optional<Entity> ofCollection(String collection) {
        return Arrays.stream(values())
                .filter(entity -> entity.collection().equals(collection))
                .findFirst();
    }
}
