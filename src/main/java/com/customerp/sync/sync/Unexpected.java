package com.customerp.sync.sync;

/** A failure that nobody thought of. */
public final class Unexpected {
    private Unexpected() {}

    /** Names it and its place for whoever mends it; without its message, which may hold a value. */
    public static String sentence(RuntimeException bug) {
        StackTraceElement[] trace = bug.getStackTrace();
        return "unexpected " + bug.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
