package com.customerp.sync.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A time that only tests move. Both simulators and the functions read it, so that what they do does not depend on how
 * fast the machine is. Each reading is a little later than the one before: no two changes happen at the same time.
 */
public final class MovableClock extends Clock {
    private static final Duration READING = Duration.of(100, ChronoUnit.MICROS);

    private final AtomicReference<Instant> now;

    /** Starts now, as the webhooks' signatures of a running function want it. */
    public MovableClock() {
        this(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Starts at this moment. */
    public MovableClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    /** Lets time pass at once. */
    public void pass(Duration duration) {
        now.updateAndGet(before -> before.plus(duration));
    }

    @Override
    public Instant instant() {
        return now.updateAndGet(before -> before.plus(READING));
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
