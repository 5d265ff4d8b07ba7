package com.customerp.sync.local.http;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every request that reached a simulator, faults included, in the order of their answers. */
public final class RequestLog {
    private final Clock clock;
    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    public RequestLog(Clock clock) {
        this.clock = clock;
    }

    /**
     * One request.
     *
     * @param at when it was answered
     * @param status as the caller saw it, or 0 when the connection ended without an answer
     */
    public record Entry(Instant at, String method, String path, Map<String, List<String>> query, int status) {

        /** Whether it asks for a change of a record: it neither reads nor asks for a token. */
        public boolean isWrite() {
            return !method.equals("GET") && !path.contains("Token");
        }
    }

    /** A handler that notes every request and its answer. */
    public Handler around(Handler handler) {
        return request -> {
            int status = 0;
            try {
                Response response = handler.handle(request);
                status = response.status();
                return response;
            } finally {
                entries.add(new Entry(clock.instant(), request.method(), request.path(), request.query(), status));
            }
        };
    }

    /** All entries so far. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** How many requests had this method and a path that matches this regular expression as a whole. */
    public long count(String method, String pathPattern) {
        return entries.stream()
                .filter(entry -> entry.method().equals(method) && entry.path().matches(pathPattern))
                .count();
    }

    /** Forgets what was noted. */
    public void clear() {
        entries.clear();
    }
}
