package com.customerp.sync.local.poweroffice;

import com.customerp.sync.local.http.Handler;
import com.customerp.sync.local.http.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** Lets so many requests through in any second and answers the others with 429 (poweroffice-go-v2.md 3). */
final class Throttle {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Clock clock;
    private final Supplier<PowerOfficeOptions> options;
    private final Deque<Instant> received = new ArrayDeque<>();
    private final Deque<Instant> letThrough = new ArrayDeque<>();
    private int most;

    Throttle(Clock clock, Supplier<PowerOfficeOptions> options) {
        this.clock = clock;
        this.options = options;
    }

    /** A handler behind the throttle. */
    Handler around(Handler handler) {
        return request -> admits() ? handler.handle(request) : refusal();
    }

    /** The most requests that came within one second, refused ones included. */
    synchronized int maxRequestsInAnySecond() {
        return most;
    }

    private synchronized boolean admits() {
        Instant now = clock.instant();
        received.addLast(now);
        most = Math.max(most, within(received, now));
        int limit = options.get().requestsPerSecond();
        if (limit > 0 && within(letThrough, now) >= limit) {
            return false;
        }
        letThrough.addLast(now);
        return true;
    }

    private Response refusal() {
        Response response = Answers.gateway(429, "Rate limit is exceeded. Try again in 1 seconds.");
        return options.get().has(Quirk.RETRY_AFTER) ? response.with("Retry-After", "1") : response;
    }

    private static int within(Deque<Instant> times, Instant now) {
        while (!times.isEmpty() && !times.getFirst().isAfter(now.minus(SECOND))) {
            times.removeFirst();
        }
        return times.size();
    }
}
