package com.customerp.sync.sync;

/** A sweep would archive more records than can be right: it stops, and an operator looks (design.md 2). */
public final class SafetyStopException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SafetyStopException(String entity, int deletions, int links) {
        super("safety stop: " + deletions + " of " + links + " linked " + entity
                + " records look deleted; nothing was archived. Check both systems, then run the sweep again.");
    }
}
