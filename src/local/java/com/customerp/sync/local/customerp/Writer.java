package com.customerp.sync.local.customerp;

/**
 * Who writes.
 *
 * @param name shown as {@code updatedBy}
 */
record Writer(String name, Role role) {

    /** What a writer may do. */
    enum Role {
        /** A person at the screen, who may not do what is the sync's alone. */
        USER,
        /** The sync. */
        SYNC,
        /** Puts in what was there before; nobody is told. */
        IMPORT
    }

    boolean isUser() {
        return role == Role.USER;
    }

    boolean isHeard() {
        return role != Role.IMPORT;
    }
}
