package com.customerp.sync.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How the adapters let time pass; handed in, so that tests need none. */
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
                throw new IllegalStateException("Interrupted while waiting for a turn to send", e);
            }
        };
    }
}
