package com.customerp.sync.mapping;

/** The mapping of each pair. */
public final class Mappings {
    private Mappings() {}

    /**
     * The mapping of a pair.
     *
     * @throws IllegalArgumentException when this version does not sync it
     */
    public static Mapping of(Entity entity) {
        if (entity == Entity.CUSTOMER) {
            return CustomerMapping.create();
        }
        throw new IllegalArgumentException("this version does not sync " + entity.collection());
    }
}
