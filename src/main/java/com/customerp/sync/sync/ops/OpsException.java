package com.customerp.sync.sync.ops;

/** What was asked for cannot be done; the message says why, and what to do instead. */
public final class OpsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OpsException(String sentence) {
        super(sentence, null, false, false);
    }
}
