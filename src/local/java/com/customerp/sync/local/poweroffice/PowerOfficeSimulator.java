package com.customerp.sync.local.poweroffice;

import com.customerp.sync.local.http.Faults;
import com.customerp.sync.local.http.Handler;
import com.customerp.sync.local.http.LocalHttpServer;
import com.customerp.sync.local.http.Request;
import com.customerp.sync.local.http.RequestLog;
import com.customerp.sync.local.http.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * PowerOffice Go API v2 for one client, in memory. Requests pass the log, the throttle, the faults and the API in this
 * order. Thread-safe.
 */
public final class PowerOfficeSimulator implements AutoCloseable {
    private final AtomicReference<PowerOfficeOptions> options;
    private final List<BiConsumer<Request, Response>> listeners = new CopyOnWriteArrayList<>();
    private final Faults faults = new Faults();
    private final RequestLog log;
    private final Throttle throttle;
    private final Gateway gateway;
    private final PowerOfficeUser user;
    private final Handler handler;
    private @Nullable LocalHttpServer server;

    /**
     * Makes an empty client.
     *
     * @param clock time of changes, tokens and throttling; timestamps carry the offset of its zone
     */
    public PowerOfficeSimulator(Clock clock, PowerOfficeOptions options) {
        this.options = new AtomicReference<>(options);
        Tenant tenant = new Tenant(clock, this.options::get);
        log = new RequestLog(clock);
        throttle = new Throttle(clock, this.options::get);
        gateway = new Gateway(clock, this.options::get, new Api(tenant, this.options::get));
        user = new PowerOfficeUser(tenant);
        handler = log.around(throttle.around(faults.around(this::tellListeners)));
    }

    /**
     * Listens on 127.0.0.1.
     *
     * @param port 0 takes any free port
     * @return the base URI, ending in {@code /v2}
     */
    public synchronized URI start(int port) {
        server = LocalHttpServer.start(port, "poweroffice-simulator", this::handle);
        return server.uri().resolve("/v2");
    }

    /** Where tokens are had, once it listens. */
    public synchronized URI tokenUri() {
        if (server == null) {
            throw new IllegalStateException("the simulator does not listen");
        }
        return server.uri().resolve("/OAuth/Token");
    }

    /** Answers in this process, with everything that happens to a request over the socket. */
    public Response handle(Request request) {
        return handler.handle(request);
    }

    /** What people do in the user interface, and what there is. */
    public PowerOfficeUser user() {
        return user;
    }

    /** Misbehaviour; a request that a fault answers is in the log and counts for the throttle. */
    public Faults faults() {
        return faults;
    }

    public RequestLog log() {
        return log;
    }

    public PowerOfficeOptions options() {
        return options.get();
    }

    /** Behaves differently from now on. */
    public void change(UnaryOperator<PowerOfficeOptions> how) {
        options.updateAndGet(how);
    }

    /** Ends all tokens at once. */
    public void expireTokens() {
        gateway.expireTokens();
    }

    /** The most requests that came within one second, refused ones included. */
    public int maxRequestsInAnySecond() {
        return throttle.maxRequestsInAnySecond();
    }

    /** Tells every request with the API's own answer; what the throttle or a fault answers alone is not told. */
    public void listen(BiConsumer<Request, Response> listener) {
        listeners.add(listener);
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.close();
        }
    }

    private Response tellListeners(Request request) {
        Response response = gateway.handle(request);
        listeners.forEach(listener -> listener.accept(request, response));
        return response;
    }
}
