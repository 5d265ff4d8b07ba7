package com.customerp.sync.poweroffice;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A request budget for tests of what stands on it. Thread-safe. */
public final class InMemoryRequestBudget implements RequestBudget {
    private final AtomicLong nextSlot;
    private final Clock clock;
    private final long spacing;

    /** A budget of its own. */
    public InMemoryRequestBudget(Clock clock, int requestsPerSecond) {
        this(new AtomicLong(), clock, (1080 + requestsPerSecond - 1) / requestsPerSecond);
    }

    private InMemoryRequestBudget(AtomicLong nextSlot, Clock clock, long spacing) {
        this.nextSlot = nextSlot;
        this.clock = clock;
        this.spacing = spacing;
    }

    /** The same budget as another function sees it, by its own clock. */
    public InMemoryRequestBudget seenBy(Clock other) {
        return new InMemoryRequestBudget(nextSlot, other, spacing);
    }

    @Override
    public Duration take(boolean urgent) {
        long now = clock.millis();
        synchronized (nextSlot) {
            long next = nextSlot.get();
            if (next > now && !urgent) {
                return Duration.ofMillis(now - next);
            }
            long slot = Math.max(next, now);
            nextSlot.set(slot + spacing);
            return Duration.ofMillis(slot - now);
        }
    }

    @Override
    public void pause(Duration silence) {
        long until = clock.instant().plus(silence).plusNanos(999_999).toEpochMilli();
        synchronized (nextSlot) {
            nextSlot.set(Math.max(nextSlot.get(), until));
        }
    }
}
