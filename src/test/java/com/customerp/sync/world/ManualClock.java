package com.customerp.sync.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test moves. */
public final class ManualClock extends Clock {

    private volatile Instant now = Instant.parse("2026-03-02T09:00:00Z");

    /** Starts at an ordinary moment. */
    public ManualClock() {}

    /** Starts at this moment. */
    public ManualClock(Instant start) {
        now = start;
    }

    /** Lets time pass. */
    public void pass(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
