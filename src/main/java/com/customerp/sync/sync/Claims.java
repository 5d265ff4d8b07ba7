package com.customerp.sync.sync;

import com.customerp.sync.link.Lease;
import com.customerp.sync.link.Link;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.MatchKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The right to write a record: one function at a time, so that one edit is written once. A function that dies loses it
 * by the lease's end.
 */
final class Claims {
    static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration RENEW_BELOW = Duration.ofSeconds(20);

    private final LinkStore links;
    private final Clock clock;
    private final String owner;

    /**
     * @param owner one name for each invocation
     */
    Claims(LinkStore links, Clock clock, String owner) {
        this.links = links;
        this.clock = clock;
        this.owner = owner;
    }

    /** Takes the lease with this content; empty when another function was faster. */
    Optional<Link> claim(Link link) {
        return links.save(link.change().lease(lease()).build());
    }

    /** Claims a record whose crash must not be forgotten: it is due when the lease ends. */
    Optional<Link> claimDue(Link link) {
        Lease lease = lease();
        return links.save(
                link.change().lease(lease).nextAttemptAt(lease.until()).build());
    }

    /**
     * Makes sure that the lease outlasts the next call.
     *
     * @throws LostException when another function has taken the record over
     */
    Link renew(Link link) {
        if (Duration.between(clock.instant(), link.lease().until()).compareTo(RENEW_BELOW) > 0) {
            return link;
        }
        return save(link.change().lease(lease()).build());
    }

    /**
     * Stores what the holder of the lease has done. Others may only have noted the record as due meanwhile: their note
     * is kept.
     *
     * @throws LostException when another function has taken the record over
     */
    Link save(Link link) {
        return save(link, List.of());
    }

    /** The same, together with the match keys that its records show now. */
    Link save(Link link, Collection<MatchKeys> keys) {
        Link mine = link;
        for (int tries = 0; tries < 5; tries++) {
            Optional<Link> saved = links.save(mine, keys);
            if (saved.isPresent()) {
                return saved.get();
            }
            Link stored = links.find(link.entity(), link.customerpId()).orElseThrow(LostException::new);
            if (stored.lease() == null || !stored.lease().owner().equals(owner)) {
                throw new LostException();
            }
            Instant noted = mine.nextAttemptAt() == null ? stored.nextAttemptAt() : mine.nextAttemptAt();
            mine = mine.change().version(stored.version()).nextAttemptAt(noted).build();
        }
        throw new LostException();
    }

    /**
     * Stores the link of a record that was created, with the lease, in the place of its provisional one. It is due when
     * the lease ends.
     *
     * @param provisional the link that holds the PowerOffice record, with the lease
     * @throws LostException when another function has taken either over
     */
    Link replace(Link provisional, Link created) {
        Link known = provisional;
        for (int tries = 0; tries < 5; tries++) {
            long stored = links.find(created.entity(), created.customerpId())
                    .map(Link::version)
                    .orElse(0L);
            Lease lease = lease();
            Optional<Link> replaced = links.replace(
                    known,
                    created.change()
                            .version(stored)
                            .lease(lease)
                            .nextAttemptAt(lease.until())
                            .build());
            if (replaced.isPresent()) {
                return replaced.get();
            }
            known = links.find(known.entity(), known.customerpId())
                    .filter(link -> !isForeign(link))
                    .orElseThrow(LostException::new);
        }
        throw new LostException();
    }

    /** Whether another function may be writing this record now. */
    boolean isForeign(Link link) {
        return link.isLeased(clock.instant()) && !link.lease().owner().equals(owner);
    }

    String owner() {
        return owner;
    }

    /** When a lease that is taken now ends. */
    Instant leaseEnd() {
        return clock.instant().plus(LEASE);
    }

    private Lease lease() {
        return new Lease(owner, leaseEnd());
    }

    /** Another function works on the record now: read again. */
    static final class LostException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LostException() {
            super("another function has taken the record over", null, false, false);
        }
    }
}
