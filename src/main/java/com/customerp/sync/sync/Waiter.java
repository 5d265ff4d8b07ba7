package com.customerp.sync.sync;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Lets time pass. Handed in, so that tests need not wait. */
@FunctionalInterface
public interface Waiter {

    /** Returns after {@code duration}, which is positive. */
    void await(Duration duration);

    /** The real one: blocks the calling thread. */
    static Waiter blocking() {
        return duration -> {
            try {
                TimeUnit.NANOSECONDS.sleep(duration.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting", e);
            }
        };
    }
}
