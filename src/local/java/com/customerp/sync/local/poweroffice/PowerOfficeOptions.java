package com.customerp.sync.local.poweroffice;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How the simulator behaves; it can be changed while it runs.
 *
 * @param applicationKey user of the token call
 * @param clientKey password of the token call
 * @param subscriptionKey expected on every call
 * @param tokenLifeSeconds {@code expires_in} of tokens handed out from now on
 * @param requestsPerSecond how many requests are let through in any second, 10 as the real API; 0: all
 * @param pageSizeCap most rows in a page, whatever PageSize asks for; {@code X-Pagination} tells of the rest
 * @param staleFor how long after a write reads and lists still show the old state
 * @param staleReads how many reads or lists after a write still show the old state
 * @param quirks what it does beyond or beside the contract
 */
public record PowerOfficeOptions(
        String applicationKey,
        String clientKey,
        String subscriptionKey,
        int tokenLifeSeconds,
        int requestsPerSecond,
        int pageSizeCap,
        Duration staleFor,
        int staleReads,
        Set<Quirk> quirks) {

    /** Largest PageSize of the contract. */
    public static final int MAX_PAGE_SIZE = 20_000;

    public PowerOfficeOptions {
        quirks = Set.copyOf(quirks);
    }

    /** As the contract describes the API: tokens of 1200 s, 10 requests a second, no quirks, reads are never stale. */
    public static PowerOfficeOptions standard() {
        return new PowerOfficeOptions(
                "simulated-application-key",
                "simulated-client-key",
                "simulated-subscription-key",
                1200,
                10,
                MAX_PAGE_SIZE,
                Duration.ZERO,
                0,
                Set.of());
    }

    public PowerOfficeOptions withTokenLife(int seconds) {
        return copy(seconds, requestsPerSecond, pageSizeCap, staleFor, staleReads, quirks);
    }

    public PowerOfficeOptions withRequestsPerSecond(int requests) {
        return copy(tokenLifeSeconds, requests, pageSizeCap, staleFor, staleReads, quirks);
    }

    public PowerOfficeOptions withPageSizeCap(int rows) {
        return copy(tokenLifeSeconds, requestsPerSecond, rows, staleFor, staleReads, quirks);
    }

    /** Reads and lists show the state before a write until both have passed. */
    public PowerOfficeOptions withStaleReads(Duration time, int reads) {
        return copy(tokenLifeSeconds, requestsPerSecond, pageSizeCap, time, reads, quirks);
    }

    /** With these quirks on, besides those that are on already. */
    public PowerOfficeOptions with(Quirk... more) {
        EnumSet<Quirk> all = EnumSet.noneOf(Quirk.class);
        all.addAll(quirks);
        all.addAll(List.of(more));
        return copy(tokenLifeSeconds, requestsPerSecond, pageSizeCap, staleFor, staleReads, all);
    }

    /** With these quirks off. */
    public PowerOfficeOptions without(Quirk... less) {
        EnumSet<Quirk> rest = EnumSet.noneOf(Quirk.class);
        rest.addAll(quirks);
        rest.removeAll(List.of(less));
        return copy(tokenLifeSeconds, requestsPerSecond, pageSizeCap, staleFor, staleReads, rest);
    }

    boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }

    private PowerOfficeOptions copy(
            int tokenLife, int requests, int pageCap, Duration staleTime, int staleCount, Set<Quirk> newQuirks) {
        return new PowerOfficeOptions(
                applicationKey,
                clientKey,
                subscriptionKey,
                tokenLife,
                requests,
                pageCap,
                staleTime,
                staleCount,
                newQuirks);
    }
}
