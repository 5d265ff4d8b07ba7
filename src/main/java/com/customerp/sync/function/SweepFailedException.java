package com.customerp.sync.function;

/** A sweep could not go on; ends the invocation as an error, so that it is repeated and the alarm sees it. */
public final class SweepFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SweepFailedException(String sentence) {
        super(sentence, null, false, false);
    }
}
