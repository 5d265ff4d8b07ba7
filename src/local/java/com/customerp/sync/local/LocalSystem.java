package com.customerp.sync.local;

import com.customerp.sync.link.DynamoLinkStore;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.TableSchema;
import com.customerp.sync.local.customerp.CustomerpSimulator;
import com.customerp.sync.local.customerp.Webhooks;
import com.customerp.sync.local.dynamodb.EmbeddedDynamoDb;
import com.customerp.sync.local.http.Handler;
import com.customerp.sync.local.http.LocalHttpServer;
import com.customerp.sync.local.lambda.FunctionPackage;
import com.customerp.sync.local.lambda.InvocationResult;
import com.customerp.sync.local.poweroffice.PowerOfficeSimulator;
import com.customerp.sync.local.poweroffice.Resource;
import com.customerp.sync.local.sample.SampleCompany;
import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that the sync needs, on this machine: table, both systems, functions, webhooks. */
final class LocalSystem implements AutoCloseable, FirstLoad.Company {
    private static final Duration WEBHOOK_PATIENCE = Duration.ofSeconds(30);
    private static final Duration SWEEP_PATIENCE = Duration.ofMinutes(15);

    private final Running running;
    private final Clock clock = Clock.systemUTC();
    private final EmbeddedDynamoDb dynamoDb;
    private final CustomerpSimulator customerp;
    private final PowerOfficeSimulator powerOffice;
    private final Addresses addresses;
    private final URI gateway;
    private final Functions functions;
    private volatile boolean closing;

    private LocalSystem(Running running, LocalOptions options, FunctionPackage code, Consumer<String> log) {
        this.running = running;
        dynamoDb = running.started(EmbeddedDynamoDb.start());
        TableSchema.createIfMissing(dynamoDb.client(), LocalConfiguration.TABLE);
        CompletableFuture<Functions> webhooks = new CompletableFuture<>();
        gateway = running.started(LocalHttpServer.start(options.port(), "webhooks", gateway(options, webhooks)))
                .uri();

        customerp = running.started(new CustomerpSimulator(clock, LocalConfiguration.customerp(gateway)));
        powerOffice =
                running.started(new PowerOfficeSimulator(clock, LocalConfiguration.powerOffice(options.throttle())));
        customerp.webhooks().deliver(Webhooks.Mode.LOST);
        addresses = new Addresses(
                customerp.start(options.port(1)), powerOffice.start(options.port(2)), powerOffice.tokenUri());
        functions = running.started(
                new Functions(code, LocalConfiguration.environment(dynamoDb.endpoint(), addresses, options), log));
        webhooks.complete(functions);
    }

    /** Puts the sample company into both systems. */
    void seed() {
        SampleCompany.seed(customerp, powerOffice.user());
    }

    private static Handler gateway(LocalOptions options, CompletableFuture<Functions> functions) {
        WebhookGateway webhooks = new WebhookGateway(options.entities().stream()
                .collect(Collectors.toMap(
                        Entity::collection,
                        entity ->
                                event -> functions.join().invoke(entity.key() + "-webhook", event, WEBHOOK_PATIENCE))));
        return new OpsGateway(event -> functions.join().invoke("ops", event, SWEEP_PATIENCE), webhooks);
    }

    /** Commands that ask the {@code ops} function. */
    String operations() {
        return """
                Ask and repair as an operator:
                  ops() { curl -sS "%s/ops" -d "$1"; }
                  ops '{"action":"status"}'
                  ops '{"action":"list","state":"parked"}'
                  ops '{"action":"plan"}'
                """.formatted(gateway);
    }

    /**
     * Starts everything, or nothing.
     *
     * @param log takes each line that a function prints
     * @throws java.io.UncheckedIOException when a port is taken
     */
    static LocalSystem start(LocalOptions options, FunctionPackage code, Consumer<String> log) {
        Running running = new Running();
        try {
            return new LocalSystem(running, options, code, log);
        } catch (RuntimeException e) {
            running.close();
            throw e;
        }
    }

    /** Where {@code package} leaves what Lambda gets, and where it is unpacked. */
    static FunctionPackage functions() {
        return FunctionPackage.unpack(Path.of("target/function.zip"), Path.of("target/local-run"));
    }

    /**
     * Runs one sweep of an entity, as EventBridge Scheduler would.
     *
     * @param mode {@code changes} or {@code full}
     */
    InvocationResult sweep(Entity entity, String mode) {
        JsonNode event = JsonNodeFactory.instance.objectNode().put("mode", mode);
        return functions.invoke(entity.key() + "-schedule", event, SWEEP_PATIENCE);
    }

    @Override
    public void prepare(Entity entity) {
        functions.prepare(entity.key() + "-schedule");
    }

    @Override
    public InvocationResult sweep(Entity entity) {
        return sweep(entity, "changes");
    }

    @Override
    public long writes(Entity entity) {
        String collection = Resource.of(entity).path();
        return Stream.of("POST", "PATCH", "DELETE")
                .mapToLong(method -> powerOffice.log().count(method, "/v2/" + collection + "(/.*)?"))
                .sum();
    }

    @Override
    public FirstLoadReport report(Entity entity) {
        LinkStore links = new DynamoLinkStore(dynamoDb.client(), LocalConfiguration.TABLE, clock);
        Set<String> ids = customerp.all(entity).stream()
                .map(record -> record.path("id").asText())
                .collect(Collectors.toSet());
        return FirstLoadReport.of(entity, ids, links);
    }

    /** From now on CustomerP sends webhooks. Before the first load it would tell of nothing but what that writes. */
    void subscribe() {
        customerp.webhooks().deliver(Webhooks.Mode.AT_ONCE);
    }

    /** Commands that edit a linked record of each entity on either side, and a line of an order. */
    String examples(List<Entity> entities) {
        List<FirstLoadReport> reports = entities.stream().map(this::report).toList();
        return CurlExamples.of(
                addresses,
                reports.stream()
                        .flatMap(report -> Examples.record(report, customerp).stream())
                        .toList(),
                reports.stream()
                        .filter(report -> report.entity() == Entity.ORDER)
                        .flatMap(report -> Examples.line(
                                report, customerp, powerOffice.user().orders())
                                .stream())
                        .toList());
    }

    /** The most requests that PowerOffice saw within one second. */
    int mostRequestsInOneSecond() {
        return powerOffice.maxRequestsInAnySecond();
    }

    /** Whether it is being stopped: what fails from now on fails for that reason. */
    boolean isClosing() {
        return closing;
    }

    @Override
    public void close() {
        closing = true;
        running.close();
    }
}
