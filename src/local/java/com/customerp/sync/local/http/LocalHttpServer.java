package com.customerp.sync.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Puts a {@link Handler} on a loopback port, with a small pool of daemon threads. */
public final class LocalHttpServer implements AutoCloseable {
    private static final int THREADS = 8;

    static {
        // It sends head and body one after the other, and a body that waits for the head's receipt waits 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads;

    private LocalHttpServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts to listen on 127.0.0.1.
     *
     * @param port 0 takes any free port
     * @param name of the threads
     * @throws UncheckedIOException when the port is taken
     */
    public static LocalHttpServer start(int port, String name, Handler handler) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
                Thread thread = new Thread(task, name);
                thread.setDaemon(true);
                return thread;
            });
            server.setExecutor(threads);
            server.createContext("/", exchange -> serve(exchange, handler));
            server.start();
            return new LocalHttpServer(server, threads);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + port, e);
        }
    }

    /** Where it listens, for example {@code http://127.0.0.1:49152}, without a slash at its end. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Stops at once; requests under way see their connection close. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void serve(HttpExchange exchange, Handler handler) throws IOException {
        Request request = new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                Request.parameters(exchange.getRequestURI().getRawQuery()),
                Map.copyOf(exchange.getRequestHeaders()),
                exchange.getRequestBody().readAllBytes());
        Response response;
        try {
            response = handler.handle(request);
        } catch (ConnectionResetException e) {
            exchange.close();
            return;
        } catch (RuntimeException | AssertionError e) {
            response = Response.of(500, "text/plain; charset=utf-8", "The simulator failed: " + e);
        }
        send(exchange, response);
    }

    // Not HttpExchange.close(): after an answer without a body it ends the connection, and the caller's next request
    // on it would fail.
    private static void send(HttpExchange exchange, Response response) throws IOException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        int length = response.body().length;
        exchange.sendResponseHeaders(response.status(), length == 0 ? -1 : length);
        if (length > 0) {
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(response.body());
            }
        }
    }
}
