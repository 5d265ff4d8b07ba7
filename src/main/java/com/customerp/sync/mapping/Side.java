package com.customerp.sync.mapping;

import java.util.Locale;

/** One of the two systems that are kept equal. */
public enum Side {
    CUSTOMERP,
    POWEROFFICE;

    /** Name in links, answers and logs: {@code customerp} or {@code poweroffice}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The opposite side. */
    public Side other() {
        return this == CUSTOMERP ? POWEROFFICE : CUSTOMERP;
    }
}
