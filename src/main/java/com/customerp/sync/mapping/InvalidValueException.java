package com.customerp.sync.mapping;

/** A value breaks a bound of mapping.md 1.3 and cannot be written. The message is one sentence and holds no value. */
public final class InvalidValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public InvalidValueException(Reason reason, String sentence) {
        super(sentence, null, false, false);
        this.reason = reason;
    }

    /** The reason under which the record is parked. */
    public Reason reason() {
        return reason;
    }
}
