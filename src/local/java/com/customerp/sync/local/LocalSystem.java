package com.customerp.sync.local;

import com.customerp.sync.link.DynamoLinkStore;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.TableSchema;
import com.customerp.sync.local.customerp.CustomerpSimulator;
import com.customerp.sync.local.dynamodb.EmbeddedDynamoDb;
import com.customerp.sync.local.http.LocalHttpServer;
import com.customerp.sync.local.lambda.FunctionPackage;
import com.customerp.sync.local.lambda.FunctionProcess;
import com.customerp.sync.local.lambda.InvocationResult;
import com.customerp.sync.local.poweroffice.PowerOfficeSimulator;
import com.customerp.sync.local.sample.SampleCompany;
import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Everything that the sync needs, on this machine: table, both systems with sample data, functions, webhooks. */
final class LocalSystem implements AutoCloseable {
    private static final Duration WEBHOOK_PATIENCE = Duration.ofSeconds(30);
    private static final Duration SWEEP_PATIENCE = Duration.ofMinutes(15);

    private final Running running;
    private final Clock clock = Clock.systemUTC();
    private final EmbeddedDynamoDb dynamoDb;
    private final CustomerpSimulator customerp;
    private final PowerOfficeSimulator powerOffice;
    private final URI customerpUrl;
    private final URI powerOfficeUrl;
    private final FunctionProcess schedule;

    private LocalSystem(Running running, LocalOptions options, FunctionPackage code, Consumer<String> log) {
        this.running = running;
        dynamoDb = running.started(EmbeddedDynamoDb.start());
        TableSchema.createIfMissing(dynamoDb.client(), LocalConfiguration.TABLE);
        CompletableFuture<FunctionProcess> webhook = new CompletableFuture<>();
        WebhookGateway gateway = new WebhookGateway(
                Map.of(Entity.CUSTOMER.collection(), event -> webhook.join().invoke(event, WEBHOOK_PATIENCE)));
        URI webhooks = running.started(LocalHttpServer.start(options.port(), "webhooks", gateway))
                .uri();

        customerp = running.started(new CustomerpSimulator(clock, LocalConfiguration.customerp(webhooks)));
        powerOffice =
                running.started(new PowerOfficeSimulator(clock, LocalConfiguration.powerOffice(options.throttle())));
        SampleCompany.seed(customerp, powerOffice.user());
        customerpUrl = customerp.start(options.port(1));
        powerOfficeUrl = powerOffice.start(options.port(2));

        Map<String, String> environment = LocalConfiguration.environment(
                dynamoDb.endpoint(), customerpUrl, powerOfficeUrl, powerOffice.tokenUri(), options.throttle());
        schedule = running.started(FunctionProcess.start(code, "customer-schedule", environment, log));
        webhook.complete(running.started(FunctionProcess.start(code, "customer-webhook", environment, log)));
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

    /** Runs one sweep, as EventBridge Scheduler would. */
    InvocationResult sweep() {
        JsonNode event = JsonNodeFactory.instance.objectNode().put("mode", "changes");
        return schedule.invoke(event, SWEEP_PATIENCE);
    }

    /** Where every customer of CustomERP stands. */
    FirstLoadReport report() {
        LinkStore links = new DynamoLinkStore(dynamoDb.client(), LocalConfiguration.TABLE, clock);
        Set<String> ids = customerp.all(Entity.CUSTOMER).stream()
                .map(customer -> customer.path("id").asText())
                .collect(Collectors.toSet());
        return FirstLoadReport.of(ids, links);
    }

    /** Commands that edit a linked customer on either side. */
    String examples() {
        return report().example()
                .map(link -> CurlExamples.of(
                        customerpUrl,
                        powerOfficeUrl,
                        powerOffice.tokenUri(),
                        link.customerpId(),
                        String.valueOf(link.powerOfficeId())))
                .orElse("No customer is linked: there is nothing to edit.");
    }

    /** The most requests that PowerOffice saw within one second. */
    int mostRequestsInOneSecond() {
        return powerOffice.maxRequestsInAnySecond();
    }

    @Override
    public void close() {
        running.close();
    }
}
