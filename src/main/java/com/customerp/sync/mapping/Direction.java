package com.customerp.sync.mapping;

/** Which way a field is carried (column "direction" of mapping.md). */
public enum Direction {
    BOTH("<->"),
    TO_POWEROFFICE("->"),
    TO_CUSTOMERP("<-");

    private final String arrow;

    Direction(String arrow) {
        this.arrow = arrow;
    }

    /** As mapping.md writes it. */
    public String arrow() {
        return arrow;
    }

    /** Whether a change may be written to this side. */
    public boolean writes(Side target) {
        return this == BOTH || this == (target == Side.POWEROFFICE ? TO_POWEROFFICE : TO_CUSTOMERP);
    }
}
