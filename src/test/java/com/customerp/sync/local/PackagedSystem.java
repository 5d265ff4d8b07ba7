package com.customerp.sync.local;

import com.customerp.sync.function.Samples;
import com.customerp.sync.link.DynamoLinkStore;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.TableSchema;
import com.customerp.sync.local.customerp.CustomerpSimulator;
import com.customerp.sync.local.dynamodb.EmbeddedDynamoDb;
import com.customerp.sync.local.http.Fault;
import com.customerp.sync.local.http.Faults;
import com.customerp.sync.local.http.LocalHttpServer;
import com.customerp.sync.local.lambda.FunctionPackage;
import com.customerp.sync.local.lambda.FunctionProcess;
import com.customerp.sync.local.lambda.InvocationResult;
import com.customerp.sync.local.poweroffice.PowerOfficeFaults;
import com.customerp.sync.local.poweroffice.PowerOfficeSimulator;
import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The packaged functions between both systems. When told to, the systems fail now and then, and webhooks then come twice
 * now and then.
 */
final class PackagedSystem implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final double SERVER_ERRORS = 0.05;
    private static final double REFUSALS = 0.05;
    private static final double RESETS_AFTER_A_WRITE = 0.02;
    private static final double DUPLICATES = 0.1;

    private final Running running = new Running();
    private final Clock clock = Clock.systemUTC();
    private final Random random;
    private final EmbeddedDynamoDb table;
    private final Functions functions;
    private volatile boolean failing;
    /** What the functions answered, in no order. */
    final Queue<InvocationResult> answers = new ConcurrentLinkedQueue<>();

    final CustomerpSimulator customerp;
    final PowerOfficeSimulator powerOffice;

    /**
     * Everything but records.
     *
     * @param throttle whether PowerOffice refuses requests as the real one does, and the functions keep to its limit
     * @param more environment variables of the functions
     * @param log takes each line that a function prints
     */
    PackagedSystem(FunctionPackage code, long seed, boolean throttle, Map<String, String> more, Consumer<String> log) {
        random = new Random(seed);
        table = running.started(EmbeddedDynamoDb.start());
        TableSchema.createIfMissing(table.client(), LocalConfiguration.TABLE);
        CompletableFuture<Functions> started = new CompletableFuture<>();
        URI gateway = running.started(LocalHttpServer.start(
                        0,
                        "webhooks",
                        new WebhookGateway(Entity.ORDER_OF_WORK.stream()
                                .collect(Collectors.toMap(Entity::collection, entity -> webhook(entity, started))))))
                .uri();
        customerp = running.started(new CustomerpSimulator(clock, LocalConfiguration.customerp(gateway)));
        powerOffice = running.started(new PowerOfficeSimulator(clock, LocalConfiguration.powerOffice(throttle)));
        Addresses addresses = new Addresses(customerp.start(0), powerOffice.start(0), powerOffice.tokenUri());
        LocalOptions options = LocalOptions.parse(throttle ? List.of("--throttle") : List.of());
        Map<String, String> environment =
                new HashMap<>(LocalConfiguration.environment(table.endpoint(), addresses, options));
        environment.putAll(more);
        functions = running.started(new Functions(code, environment, log));
        started.complete(functions);
    }

    private Function<JsonNode, InvocationResult> webhook(Entity entity, CompletableFuture<Functions> started) {
        return event -> {
            if (failing && happens(DUPLICATES)) {
                call(started.join(), entity.key() + "-webhook", event);
            }
            return call(started.join(), entity.key() + "-webhook", event);
        };
    }

    private InvocationResult call(Functions functions, String name, JsonNode event) {
        InvocationResult answer = functions.invoke(name, event, PATIENCE);
        answers.add(answer);
        return answer;
    }

    /** Hands an event to a function as it is. */
    InvocationResult invoke(String function, JsonNode event) {
        return call(functions, function, event);
    }

    /** The process of a function, started if it is not. */
    FunctionProcess process(String function) {
        return functions.process(function).orElseThrow();
    }

    /**
     * Puts so many records of each pair into CustomERP, and the customer and the product that they refer to.
     *
     * @param members of the record with a number from 1
     */
    void seed(int records, BiFunction<Entity, Integer, ObjectNode> members) {
        customerp.seed(Entity.CUSTOMER, "C-0", Canaries.json(Samples.members(Entity.CUSTOMER, 0)));
        customerp.seed(Entity.PRODUCT, "PR-0", Canaries.json(Samples.members(Entity.PRODUCT, 0)));
        for (Entity entity : Entity.ORDER_OF_WORK) {
            for (int number = 1; number <= records; number++) {
                customerp.seed(entity, Samples.id(entity, number), members.apply(entity, number));
            }
        }
    }

    /** From now on both systems fail as often as the issue says. */
    void startToFail() {
        failing = true;
        fail(customerp.faults(), Fault.serverError(), Fault.tooManyRequests(1));
        fail(powerOffice.faults(), PowerOfficeFaults.serverError(), PowerOfficeFaults.throttled());
    }

    private void fail(Faults faults, Fault error, Fault refusal) {
        faults.when(request -> happens(SERVER_ERRORS)).then(error);
        faults.when(request -> happens(REFUSALS)).then(refusal);
        faults.when(request -> !request.method().equals("GET") && happens(RESETS_AFTER_A_WRITE))
                .then(Fault.resetAfter());
    }

    void stopToFail() {
        failing = false;
        customerp.faults().clear();
        powerOffice.faults().clear();
    }

    private synchronized boolean happens(double share) {
        return random.nextDouble() < share;
    }

    /** One pass of changes over every entity; what one cannot finish is left to the next. */
    void pass() {
        JsonNode event = JsonNodeFactory.instance.objectNode().put("mode", "changes");
        Entity.ORDER_OF_WORK.forEach(entity -> call(functions, entity.key() + "-schedule", event));
    }

    /** Everything that is stored. */
    List<Map<String, AttributeValue>> items() {
        return table.client().scanPaginator(request -> request.tableName(LocalConfiguration.TABLE)).items().stream()
                .toList();
    }

    LinkStore links() {
        return new DynamoLinkStore(table.client(), LocalConfiguration.TABLE, clock);
    }

    @Override
    public void close() {
        running.close();
    }
}
