package com.customerp.sync.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The time that one invocation may use. */
public final class Deadline {
    private final Clock clock;
    private final Instant start;
    private final Duration budget;

    public Deadline(Clock clock, Duration budget) {
        this.clock = clock;
        this.start = clock.instant();
        this.budget = budget;
    }

    /** Whether new work may be taken: until 80 % of the time is used (design.md 4). */
    public boolean takesWork() {
        return clock.instant().isBefore(start.plusMillis(budget.toMillis() * 8 / 10));
    }

    /** When the invocation began. */
    public Instant start() {
        return start;
    }

    /** Time used so far. */
    public Duration used() {
        return Duration.between(start, clock.instant());
    }
}
