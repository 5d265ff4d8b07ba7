package com.customerp.sync.local.customerp;

import com.customerp.sync.local.http.Request;
import com.customerp.sync.local.http.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * First answers by {@code Idempotency-Key}, for 24 hours; refused requests are not remembered. Keys are one set for all
 * collections, so the same key on another collection counts as another body.
 */
final class Idempotency {
    private static final Duration KEPT = Duration.ofHours(24);

    private final Clock clock;
    private final Map<String, Entry> entries = new HashMap<>();

    Idempotency(Clock clock) {
        this.clock = clock;
    }

    private record Entry(
            String path, byte[] body, Instant at, @Nullable Response answer) {
        boolean isSame(Request request) {
            return path.equals(request.path()) && Arrays.equals(body, request.body());
        }
    }

    /** The first answer to this key, or the answer of {@code create}. */
    Response once(String key, Request request, Supplier<Response> create) {
        Response known = begin(key, request);
        if (known != null) {
            return known;
        }
        Response answer = null;
        try {
            answer = create.get();
            return answer;
        } finally {
            end(key, request, answer);
        }
    }

    private synchronized @Nullable Response begin(String key, Request request) {
        Entry entry = entries.get(key);
        if (entry == null || clock.instant().isAfter(entry.at.plus(KEPT))) {
            entries.put(key, new Entry(request.path(), request.body(), clock.instant(), null));
            return null;
        }
        if (!entry.isSame(request)) {
            throw new ProblemException(
                    422, "/problems/idempotency-key-reused", "Key was used before", "The key came with another body.");
        }
        if (entry.answer == null) {
            throw new ProblemException(
                    409, "/problems/request-in-progress", "Still running", "The first request still runs.");
        }
        return entry.answer;
    }

    private synchronized void end(String key, Request request, @Nullable Response answer) {
        if (answer == null) {
            entries.remove(key);
        } else {
            entries.put(key, new Entry(request.path(), request.body(), clock.instant(), answer));
        }
    }
}
