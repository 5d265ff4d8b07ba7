package com.customerp.sync.mapping;

/** A reference names a record that is not linked yet (mapping.md 1.7). */
public final class UnresolvedReferenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RecordKey record;

    public UnresolvedReferenceException(RecordKey record) {
        super("the " + record.entity().key() + " is not linked yet", null, false, false);
        this.record = record;
    }

    /** The record that it names. */
    public RecordKey record() {
        return record;
    }
}
