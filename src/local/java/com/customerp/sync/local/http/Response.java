package com.customerp.sync.local.http;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A simulator's answer.
 *
 * @param status HTTP status
 * @param headers names in lower case
 * @param body empty when there is none
 */
public record Response(int status, Map<String, String> headers, byte[] body) {

    public Response {
        Map<String, String> lower = new TreeMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        headers = Collections.unmodifiableMap(lower);
    }

    /** An answer without a body. */
    public static Response empty(int status) {
        return new Response(status, Map.of(), new byte[0]);
    }

    /** An answer with a text body in UTF-8. */
    public static Response of(int status, String contentType, String body) {
        return new Response(status, Map.of("content-type", contentType), body.getBytes(StandardCharsets.UTF_8));
    }

    /** The same answer with one more header, or with another value of it. */
    public Response with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header.toLowerCase(Locale.ROOT), value);
        return new Response(status, more, body);
    }

    /** The same answer with another body. */
    public Response withBody(byte[] newBody) {
        return new Response(status, headers, newBody);
    }

    /** A header's value; the name in any case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
