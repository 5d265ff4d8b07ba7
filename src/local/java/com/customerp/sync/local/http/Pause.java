package com.customerp.sync.local.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How a simulator lets time pass: for real in the local run, by moving a clock in tests. */
@FunctionalInterface
public interface Pause {

    /** Returns when {@code duration} has passed. */
    void await(Duration duration);

    /** Waits for real; an interrupt ends the wait early and stays set. */
    static Pause real() {
        return duration -> {
            try {
                new CountDownLatch(1).await(duration.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }
}
