package com.customerp.sync.sync;

import com.customerp.sync.link.LinkStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** One sweep of an entity at a time. Short and renewed while it works, so that a killed sweep blocks nobody for long. */
final class SweepLease {
    private static final Duration LENGTH = Duration.ofSeconds(30);
    private static final Duration RENEW_BELOW = Duration.ofSeconds(20);

    private final LinkStore links;
    private final Clock clock;
    private final String name;
    private final String owner;
    private Instant until = Instant.MIN;

    SweepLease(LinkStore links, Clock clock, String name, String owner) {
        this.links = links;
        this.clock = clock;
        this.name = name;
        this.owner = owner;
    }

    /** Takes the lease, or makes sure that it lasts; false when another sweep has it. */
    boolean hold() {
        Instant now = clock.instant();
        if (until.isAfter(now.plus(RENEW_BELOW))) {
            return true;
        }
        Instant next = now.plus(LENGTH);
        if (!links.lease(name, owner, now, next)) {
            return false;
        }
        until = next;
        return true;
    }

    void release() {
        links.release(name, owner);
    }
}
