package com.customerp.sync.poweroffice;

import java.time.Clock;
import java.time.Duration;

/** A request budget for tests of what stands on it. Thread-safe. */
public final class InMemoryRequestBudget implements RequestBudget {
    private final Times times;
    private final Clock clock;
    private final long spacing;

    /** What all functions share: when the next request may be sent, and when the last silence ends. */
    private static final class Times {
        private long nextSlot;
        private long silentUntil;
    }

    /** A budget of its own. */
    public InMemoryRequestBudget(Clock clock, int requestsPerSecond) {
        this(new Times(), clock, (1080 + requestsPerSecond - 1) / requestsPerSecond);
    }

    private InMemoryRequestBudget(Times times, Clock clock, long spacing) {
        this.times = times;
        this.clock = clock;
        this.spacing = spacing;
    }

    /** The same budget as another function sees it, by its own clock. */
    public InMemoryRequestBudget seenBy(Clock other) {
        return new InMemoryRequestBudget(times, other, spacing);
    }

    @Override
    public Duration take(boolean urgent) {
        long now = clock.millis();
        synchronized (times) {
            long next = times.nextSlot;
            if (next > now && !urgent) {
                return Duration.ofMillis(now - next);
            }
            long slot = Math.max(next, now);
            times.nextSlot = slot + spacing;
            return Duration.ofMillis(slot - now);
        }
    }

    @Override
    public boolean stands() {
        synchronized (times) {
            return times.silentUntil <= clock.millis();
        }
    }

    @Override
    public void pause(Duration silence) {
        long until = clock.instant().plus(silence).plusNanos(999_999).toEpochMilli();
        synchronized (times) {
            times.nextSlot = Math.max(times.nextSlot, until);
            times.silentUntil = Math.max(times.silentUntil, until);
        }
    }
}
