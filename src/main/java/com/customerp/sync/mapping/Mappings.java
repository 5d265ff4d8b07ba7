package com.customerp.sync.mapping;

/** The mapping of each pair. */
public final class Mappings {
    private Mappings() {}

    /** The mapping of a pair. */
    public static Mapping of(Entity entity) {
        return switch (entity) {
            case CONTACT -> ContactMapping.create();
            case CUSTOMER -> CustomerMapping.create();
            case EMPLOYEE -> EmployeeMapping.create();
            case ORDER -> OrderMapping.create();
            case PRODUCT -> ProductMapping.create();
            case PROJECT -> ProjectMapping.create();
        };
    }
}
