package com.customerp.sync.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.function.Samples;
import com.customerp.sync.local.http.Fault;
import com.customerp.sync.local.http.Response;
import com.customerp.sync.local.lambda.FunctionPackage;
import com.customerp.sync.local.poweroffice.Resource;
import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Invented names, addresses, numbers and secrets, each there once, go through everything while both systems fail and the
 * functions log at DEBUG: none of them is in a log line, an answer or the table, but for what docs/guarantees.md names.
 */
class CanaryIT {
    private static final long SEED = 20_261_127L;
    private static final int RECORDS = 11;
    private static final int AT_LEAST = 200;
    /** Three passes over six pairs. */
    private static final int SWEEPS = 18;

    @TempDir
    private static Path directory;

    private final Canaries canaries = new Canaries();
    private final List<String> log = new CopyOnWriteArrayList<>();

    @Test
    void noNameNumberOrSecretIsLoggedAnsweredOrStored() throws Exception {
        FunctionPackage code = FunctionPackage.unpack(Path.of("target/function.zip"), directory);
        try (PackagedSystem system =
                new PackagedSystem(code, SEED, true, Map.of("QUARKUS_LOG_LEVEL", "DEBUG"), log::add)) {
            system.seed(RECORDS, canaries::members);
            system.pass();
            system.startToFail();
            conflicts(system);
            badValues(system);
            refusals(system);
            hostileWebhooks(system);
            system.pass();
            system.stopToFail();
            system.pass();
            assertTrue(canaries.all().size() >= AT_LEAST, () -> canaries.all().size() + " canaries");
            assertTrue(log.stream().anyMatch(line -> line.contains("DEBUG")), "nothing was logged at DEBUG");
            assertTrue(log.stream().filter(CanaryIT::isMetrics).count() >= SWEEPS, "metrics are among the lines");
            assertEquals(List.of(), canaries.leaksIn(log), "in the log and in metrics");
            assertEquals(
                    List.of(),
                    canaries.leaksIn(
                            system.answers.stream().map(Object::toString).toList()),
                    "in answers");
            assertEquals(List.of(), canaries.leaksIn(stored(system)), "in the table");
        }
    }

    /** CloudWatch takes a line for metrics only when nothing stands before the JSON. */
    private static boolean isMetrics(String line) {
        return line.startsWith("{\"_aws\":") && line.endsWith("}");
    }

    /** The table without what is kept on purpose: losing values, and PowerOffice's own words of a refusal. */
    private static List<String> stored(PackagedSystem system) {
        return system.items().stream()
                .filter(item -> !item.containsKey("conflicts"))
                .map(HashMap::new)
                .peek(item -> item.computeIfPresent("problem", (name, problem) -> without(problem, "detail")))
                .map(Object::toString)
                .toList();
    }

    private static AttributeValue without(AttributeValue map, String name) {
        Map<String, AttributeValue> left = new HashMap<>(map.m());
        left.remove(name);
        return AttributeValue.fromM(left);
    }

    /** The same fields are edited on both sides: one value of each is the loser. */
    private void conflicts(PackagedSystem system) {
        for (Entity entity : Entity.ORDER_OF_WORK) {
            for (int number = 1; number <= 3; number++) {
                String id = Samples.id(entity, number);
                String there = system.links().find(entity, id).orElseThrow().powerOfficeId();
                boolean customer = entity == Entity.CUSTOMER;
                String theirs = customer ? "Name" : Samples.editableInPowerOffice(entity);
                String mine = customer ? "name" : Samples.editable(entity);
                system.powerOffice.user().edit(Resource.of(entity), there, object(theirs, canaries.text()));
                system.customerp.user("kari").edit(entity, id, object(mine, canaries.text()));
            }
        }
    }

    /** Values that PowerOffice takes and CustomERP does not: their records are parked, or the fields held. */
    private void badValues(PackagedSystem system) {
        editThere(system, Entity.CUSTOMER, "WebsiteUrl", canaries.text() + "^");
        editThere(system, Entity.PRODUCT, "Code", canaries.text() + ",B");
    }

    private static void editThere(PackagedSystem system, Entity entity, String member, String value) {
        String id = Samples.id(entity, 4);
        String there = system.links().find(entity, id).orElseThrow().powerOfficeId();
        system.powerOffice.user().edit(Resource.of(entity), there, object(member, value));
    }

    /** PowerOffice says in its refusal what it was sent. */
    private void refusals(PackagedSystem system) {
        String name = canaries.text();
        system.powerOffice
                .faults()
                .when(request -> new String(request.body()).contains(name))
                .then(Fault.answers(
                        Response.of(400, "application/problem+json", "{\"title\":\"" + name + "\",\"status\":400}")));
        system.customerp.user("kari").edit(Entity.EMPLOYEE, Samples.id(Entity.EMPLOYEE, 5), object("jobTitle", name));
    }

    private void hostileWebhooks(PackagedSystem system) {
        String secret = canaries.text();
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("version", "2.0");
        event.put("rawPath", "/webhooks/customers").put("body", "{\"data\":{\"id\":\"" + secret + "\"");
        event.put("isBase64Encoded", false);
        event.withObject("/requestContext/http").put("method", "POST");
        event.withObject("/headers").put("webhook-id", secret).put("webhook-signature", "v1," + secret);
        system.invoke("customer-webhook", event);
        system.invoke("customer-webhook", object(secret, secret));
    }

    private static ObjectNode object(String member, String value) {
        return JsonNodeFactory.instance.objectNode().put(member, value);
    }
}
