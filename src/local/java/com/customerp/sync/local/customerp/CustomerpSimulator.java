package com.customerp.sync.local.customerp;

import com.customerp.sync.local.http.Faults;
import com.customerp.sync.local.http.Handler;
import com.customerp.sync.local.http.LocalHttpServer;
import com.customerp.sync.local.http.Request;
import com.customerp.sync.local.http.RequestLog;
import com.customerp.sync.local.http.Response;
import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A CustomERP in memory, strict to its contract and able to misbehave. Called directly with {@link #handle} or over
 * HTTP after {@link #start}; thread-safe. Its clock may be skewed against the sync's: {@link Clock#offset}.
 */
public final class CustomerpSimulator implements Handler, AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private static final Writer IMPORT = new Writer("import", Writer.Role.IMPORT);

    private final Database database;
    private final Webhooks webhooks;
    private final RequestLog requests;
    private final Faults faults = new Faults();
    private final List<BiConsumer<Request, Response>> listeners = new CopyOnWriteArrayList<>();
    private final Handler outermost;
    private final @Nullable HttpWebhookSink httpSink;
    private volatile Set<Normalisation> normalisations = EnumSet.noneOf(Normalisation.class);
    private volatile Runnable duringCreate = () -> {};
    private @Nullable LocalHttpServer server;

    public CustomerpSimulator(Clock clock, CustomerpOptions options) {
        WebhookSigner signer = new WebhookSigner(options.webhookSecret(), clock);
        webhooks = new Webhooks(signer, clock);
        database = new Database(clock, webhooks::note);
        requests = new RequestLog(clock);
        CustomerpApi api = new CustomerpApi(database, clock, options, new TestHooks());
        outermost = requests.around(faults.around(request -> answered(api, request)));
        httpSink = options.webhookTarget() == null
                ? null
                : new HttpWebhookSink(options.webhookTarget(), signer, FIRST_PAUSE);
        if (httpSink != null) {
            webhooks.deliverTo(httpSink);
        }
    }

    /**
     * Listens on a loopback port.
     *
     * @param port 0 takes any free port
     * @return base URL of the API, ending in {@code /api/v1}
     */
    public synchronized URI start(int port) {
        if (server != null) {
            throw new IllegalStateException("already started");
        }
        server = LocalHttpServer.start(port, "customerp", this);
        return URI.create(server.uri() + CustomerpApi.BASE);
    }

    /** Answers one request; paths start with {@code /api/v1}. */
    @Override
    public Response handle(Request request) {
        return outermost.handle(request);
    }

    /** Someone who works in CustomERP under this name. */
    public CustomerpUser user(String name) {
        return new CustomerpUser(database, webhooks::flush, name);
    }

    /**
     * Puts in a record that was there before anybody looked: no webhook, none of the rules for users.
     *
     * @param id null lets the server choose
     * @return its id
     */
    public String seed(Entity entity, @Nullable String id, ObjectNode members) {
        return database.create(entity, id, members, IMPORT).id();
    }

    /** Changes a record that was there before anybody looked, likewise. */
    public void amend(Entity entity, String id, ObjectNode mergePatch) {
        database.patch(entity, id, null, mergePatch, IMPORT);
    }

    /** A living record as readers see it. */
    public Optional<ObjectNode> read(Entity entity, String id) {
        return database.find(entity, id).map(ObjectNode::deepCopy);
    }

    /** All living records of a collection, in order of change. */
    public List<ObjectNode> all(Entity entity) {
        return database.changed(entity, Instant.EPOCH, true, false, Integer.MAX_VALUE).stream()
                .map(stored -> stored.body().deepCopy())
                .toList();
    }

    /** Every request and how it was answered. */
    public RequestLog requests() {
        return requests;
    }

    /** Rules of misbehaviour, around the simulator. */
    public Faults faults() {
        return faults;
    }

    /** The events and how they are delivered. */
    public Webhooks webhooks() {
        return webhooks;
    }

    /** From now on values written through the API are changed like this; nothing given: stored as sent. */
    public void normalise(Normalisation... how) {
        Set<Normalisation> chosen = EnumSet.noneOf(Normalisation.class);
        chosen.addAll(List.of(how));
        normalisations = chosen;
    }

    /** Runs while a create is under way: its Idempotency-Key is known, nothing is written yet. */
    public void duringCreate(Runnable action) {
        duringCreate = action;
    }

    /** Shows every request that the simulator itself answers, faults left out, for example to a contract checker. */
    public void listen(BiConsumer<Request, Response> listener) {
        listeners.add(listener);
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.close();
        }
        if (httpSink != null) {
            httpSink.close();
        }
    }

    private Response answered(CustomerpApi api, Request request) {
        Response response = api.handle(request);
        listeners.forEach(listener -> listener.accept(request, response));
        webhooks.flush();
        return response;
    }

    private final class TestHooks implements CustomerpApi.Hooks {
        @Override
        public void duringCreate() {
            duringCreate.run();
        }

        @Override
        public UnaryOperator<ObjectNode> normalisation(Entity entity) {
            return body -> {
                for (Member member : Schemas.of(entity).members()) {
                    JsonNode value = body.path(member.name());
                    if (value.isTextual()) {
                        String text = value.textValue();
                        for (Normalisation normalisation : normalisations) {
                            text = normalisation.apply(member.kind(), text);
                        }
                        body.put(member.name(), text);
                    }
                }
                return body;
            };
        }
    }
}
