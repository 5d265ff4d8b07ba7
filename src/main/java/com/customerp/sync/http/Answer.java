package com.customerp.sync.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * An HTTP answer, whatever came: JSON, a gateway's HTML or nothing.
 *
 * @param status HTTP status
 * @param headers first value of each header, by name in any letter case
 * @param text the body; empty when there is none
 */
public record Answer(int status, Map<String, String> headers, String text) {

    /** More than this is no pause but a fault; nobody is kept out for longer by one header. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    public Answer {
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = Collections.unmodifiableMap(anyCase);
    }

    /** Reads what the REST client got to its end. */
    public static Answer of(Response response) {
        try (response) {
            Map<String, String> headers = new HashMap<>();
            response.getStringHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
            return new Answer(
                    response.getStatus(), headers, response.hasEntity() ? response.readEntity(String.class) : "");
        }
    }

    /** A header's value. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Whether the status says that it was done. */
    public boolean done() {
        return status / 100 == 2;
    }

    /** Whether there is no body. */
    public boolean empty() {
        return text.isBlank();
    }

    /** Whether a gateway speaks instead of the system: neither of the two answers HTML. */
    public boolean html() {
        return header("Content-Type").orElse("").toLowerCase(Locale.ROOT).contains("html")
                || text.stripLeading().startsWith("<");
    }

    /** The body as JSON; empty when it is something else or nothing. */
    public Optional<JsonNode> json() {
        return html() ? Optional.empty() : Json.read(text);
    }

    /** The {@code Retry-After} header in seconds, at most 10 minutes; other forms count as absent. */
    public Optional<Duration> retryAfter() {
        return header("Retry-After")
                .map(String::strip)
                .filter(value -> SECONDS.matcher(value).matches())
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .map(pause -> pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }
}
