package com.customerp.sync.history;

/** A property that does not hold. */
final class Violation extends AssertionError {
    private static final long serialVersionUID = 1L;

    /** What is promised (design.md 7). */
    enum Promise {
        /** After quiet every record is linked, closed, parked or waiting with a reason. */
        NOTHING_STUCK,
        /** A pass over everything with nothing new writes nothing. */
        QUIET_PASS_WRITES_NOTHING,
        /** Linked records are equal in every mapped field, or a notice names it. */
        CONVERGENCE,
        /** What change times cover arrives by the change lists alone, without a full pass. */
        CHANGES_SUFFICE,
        /** A field edited on one side only has that side's value in the end. */
        ONE_SIDED_EDIT_STANDS,
        /** A value that lost a conflict is kept. */
        LOSER_KEPT,
        /** A record of either system is linked once, and both ends say so. */
        ONE_TO_ONE,
        /** Nothing is created twice: each record that the sync made has its link. */
        NO_DUPLICATES,
        /** Each record of CustomERP is known. */
        NO_RECORD_LOST,
        /** No record that the sync made refers to nothing. */
        NO_ORPHANS,
        /** Members that no mapping names stay as people left them. */
        UNMAPPED_UNTOUCHED,
        /** One edit is one write to the other side. */
        ONE_EDIT_ONE_WRITE
    }

    private final Promise promise;

    Violation(Promise promise, String what) {
        super(promise + ": " + what);
        this.promise = promise;
    }

    Promise promise() {
        return promise;
    }
}
