package com.customerp.sync.sync;

/** What a sweep was shown cannot be right: it stops before it archives anything, and an operator looks (design.md 2). */
public final class SafetyStopException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private SafetyStopException(String sentence) {
        super("safety stop: " + sentence + "; nothing was archived. Check both systems, then run the sweep again.");
    }

    /** More records look deleted than can be. */
    static SafetyStopException deletions(String entity, int deletions, int links) {
        return new SafetyStopException(deletions + " of " + links + " linked " + entity + " records look deleted");
    }

    /** A list has no end. */
    static SafetyStopException circle(String system, String entity) {
        return new SafetyStopException(
                "the list of " + entity + " records of " + system + " repeats itself without an end");
    }
}
