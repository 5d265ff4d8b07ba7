package com.customerp.sync.history;

import com.customerp.sync.mapping.Entity;

/**
 * One step of a history. The numbers choose among what there is at that moment, so that a history without one of its
 * steps is a history too.
 *
 * @param kind what happens
 * @param entity to which kind of record
 * @param record which record, counted round
 * @param detail which field, fault or amount, counted round
 * @param value which value, counted round
 */
record Step(Kind kind, Entity entity, int record, int detail, int value) {
    /** What can happen; how often of a hundred. */
    enum Kind {
        CHANGES(12),
        EDIT_CUSTOMERP(16),
        EDIT_POWEROFFICE(16),
        WEBHOOKS(8),
        CREATE_CUSTOMERP(6),
        CREATE_POWEROFFICE(4),
        DELETE_CUSTOMERP(2),
        DELETE_POWEROFFICE(2),
        LINES_CUSTOMERP(3),
        LINES_POWEROFFICE(3),
        INVOICE(1),
        NOTE_BESIDE(1),
        WEBHOOKS_TWICE(2),
        WEBHOOKS_REVERSED(2),
        WEBHOOKS_LOST(2),
        FULL(4),
        CUT_SHORT(3),
        CRASH(4),
        FAULT(4),
        MEANWHILE(3),
        TIME(1),
        QUIET(1);

        private final int share;

        Kind(int share) {
            this.share = share;
        }
    }

    /** The kind at a place of a hundred. */
    static Kind kind(int hundredth) {
        int left = hundredth;
        for (Kind kind : Kind.values()) {
            left -= kind.share;
            if (left < 0) {
                return kind;
            }
        }
        throw new IllegalArgumentException("beyond a hundred: " + hundredth);
    }

    static Step of(int hundredth, int entity, int record, int detail, int value) {
        return new Step(kind(hundredth), Entity.values()[entity], record, detail, value);
    }

    /** As a test writes it. */
    @Override
    public String toString() {
        return "step(" + kind + ", " + entity + ", " + record + ", " + detail + ", " + value + ")";
    }
}
