package com.customerp.sync.sync;

import java.time.Duration;
import java.time.Instant;

/**
 * A record and when it was read.
 *
 * @param at our clock, before the request was sent
 */
public record Reading(RemoteRecord record, Instant at) {
    /** A reading older than this is read again before PowerOffice is written (mapping.md 1.4). */
    static final Duration FRESH = Duration.ofSeconds(20);

    /** Whether a write may still rest on this reading. */
    public boolean isFresh(Instant now) {
        return at.plus(FRESH).isAfter(now);
    }
}
