package com.customerp.sync.sync;

import java.time.Duration;

/** Lets time pass. Handed in, so that tests need not wait. */
@FunctionalInterface
public interface Waiter {
    void await(Duration duration);
}
