package com.customerp.sync.http;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Builds REST clients for addresses that only the configuration knows. The interfaces carry
 * {@code @RegisterRestClient}, so their proxies are generated at build time and work in a native executable.
 */
public final class RestClients {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration READ = Duration.ofSeconds(15);

    private RestClients() {}

    /** A client of this interface with the time-outs of every call: 3 s to connect, 15 s to answer. */
    public static <T> T build(Class<T> api, URI base) {
        return build(api, base, READ);
    }

    /** Likewise, with another time to answer. */
    public static <T> T build(Class<T> api, URI base, Duration read) {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(base)
                .connectTimeout(CONNECT.toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(read.toMillis(), TimeUnit.MILLISECONDS)
                .followRedirects(false)
                .disableDefaultMapper(true)
                .build(api);
    }
}
