package com.customerp.sync.local.http;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as a simulator sees it, whether it came over a socket or from the same process.
 *
 * @param method upper case, for example {@code PATCH}
 * @param path decoded, from the root, for example {@code /api/v1/customers/C-1001}
 * @param query decoded parameters in the order sent; a parameter may come several times
 * @param headers names in lower case
 * @param body empty when there is none
 */
public record Request(
        String method, String path, Map<String, List<String>> query, Map<String, List<String>> headers, byte[] body) {

    public Request {
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
        headers = lowerCase(headers);
    }

    /** A request without headers and body; {@code target} is a path with an optional encoded query. */
    public static Request of(String method, String target) {
        URI uri = URI.create(target);
        return new Request(method, uri.getPath(), parameters(uri.getRawQuery()), Map.of(), new byte[0]);
    }

    /** The same request with one more header, or with another value of it. */
    public Request with(String header, String value) {
        Map<String, List<String>> more = new TreeMap<>(headers);
        more.put(header.toLowerCase(Locale.ROOT), List.of(value));
        return new Request(method, path, query, more, body);
    }

    /** The same request with this body. */
    public Request withBody(String contentType, byte[] newBody) {
        Request typed = with("content-type", contentType);
        return new Request(method, path, query, typed.headers, newBody);
    }

    /** First value of a header; the name in any case. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** First value of a query parameter; the name exactly. */
    public Optional<String> parameter(String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Takes an encoded query apart; null when there is none. */
    static Map<String, List<String>> parameters(String rawQuery) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        if (rawQuery == null || rawQuery.isEmpty()) {
            return all;
        }
        for (String pair : rawQuery.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            all.computeIfAbsent(decoded(name), key -> new ArrayList<>()).add(decoded(value));
        }
        return all;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, List<String>> lowerCase(Map<String, List<String>> headers) {
        Map<String, List<String>> lower = new TreeMap<>();
        headers.forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return Collections.unmodifiableMap(lower);
    }
}
