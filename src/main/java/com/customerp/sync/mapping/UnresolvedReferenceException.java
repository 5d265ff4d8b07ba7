package com.customerp.sync.mapping;

/** A reference names a record that is not linked yet (mapping.md 1.7). */
public final class UnresolvedReferenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Entity entity;
    private final Side side;
    private final String id;

    public UnresolvedReferenceException(Entity entity, Side side, String id) {
        super("the " + entity.key() + " is not linked yet", null, false, false);
        this.entity = entity;
        this.side = side;
        this.id = id;
    }

    public Entity entity() {
        return entity;
    }

    /** The side whose id is given. */
    public Side side() {
        return side;
    }

    public String id() {
        return id;
    }
}
