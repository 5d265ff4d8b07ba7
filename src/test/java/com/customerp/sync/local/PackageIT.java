package com.customerp.sync.local;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.function.Samples;
import com.customerp.sync.local.customerp.Webhooks;
import com.customerp.sync.local.lambda.FunctionPackage;
import com.customerp.sync.local.lambda.InvocationResult;
import com.customerp.sync.local.lambda.InvocationResult.Failure;
import com.customerp.sync.local.poweroffice.Resource;
import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code target/function.zip} as Lambda starts it, on AWS's own Java runtime or as the native executable that it holds,
 * between both systems and a table: all thirteen functions.
 */
@EnabledOnOs(OS.LINUX)
class PackageIT {
    private static final long SEED = 20_261_128L;
    private static final int HEAP_MEGABYTES = 64;
    private static final int EVENTS = 30;
    /** What {@link #EVENTS} more rounds may add: less than the 300 KB body that each has sent. */
    private static final int GROWTH_KILOBYTES = EVENTS * 270;

    @TempDir
    private static Path directory;

    private static FunctionPackage code;

    private final List<String> log = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void unpack() {
        code = FunctionPackage.unpack(Path.of("target/function.zip"), directory)
                .onAwsRuntime()
                .withHeap(HEAP_MEGABYTES);
    }

    /** Two functions of a pair: one process each, for all tests. */
    @Nested
    @ParameterizedClass(name = "{0}")
    @EnumSource
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class Pair {
        @Parameter
        private Entity entity;

        private String webhook;
        private String schedule;
        private WebhookEvents events;
        private PackagedSystem system;

        @BeforeParameterizedClassInvocation
        void start() {
            webhook = entity.key() + "-webhook";
            schedule = entity.key() + "-schedule";
            events = new WebhookEvents(entity, Clock.systemUTC());
            system = new PackagedSystem(code, SEED, false, Map.of(), log::add);
            system.seed(3, (seeded, number) -> Canaries.json(Samples.members(seeded, number)));
            system.customerp.webhooks().deliver(Webhooks.Mode.LOST);
            system.process(webhook);
            system.process(schedule);
        }

        @AfterParameterizedClassInvocation
        void stop() {
            system.close();
        }

        @Test
        void a_webhook_brings_an_edit_to_PowerOffice() {
            String id = Samples.id(entity, 1);
            system.customerp.user("kari").edit(entity, id, object(Samples.editable(entity), "22000001"));
            assertEquals(200, status(system.invoke(webhook, events.updated(id))));
            assertEquals(
                    "22000001",
                    inPowerOffice(id)
                            .path(Samples.editableInPowerOffice(entity))
                            .asText());
        }

        @Test
        void a_schedule_brings_an_edit_to_CustomERP() {
            String id = Samples.id(entity, 2);
            assertSwept(object("mode", "full"));
            String there = system.links().find(entity, id).orElseThrow().powerOfficeId();
            system.powerOffice
                    .user()
                    .edit(Resource.of(entity), there, object(Samples.editableInPowerOffice(entity), "22000002"));
            assertSwept(object("mode", "changes"));
            assertEquals(
                    "22000002",
                    system.customerp
                            .read(entity, id)
                            .orElseThrow()
                            .path(Samples.editable(entity))
                            .asText());
        }

        @Test
        void a_webhook_function_refuses_every_bad_event_and_goes_on() {
            for (WebhookEvents.Bad bad : events.refused()) {
                JsonNode answer = system.invoke(webhook, bad.event()).payload();
                assertEquals(bad.status(), answer.path("statusCode").asInt(), bad.name());
                ObjectNode body = Canaries.json(answer.path("body").asText());
                assertEquals(Set.of("type", "title", "status"), names(body), bad.name());
            }
            assertServes();
        }

        @Test
        void a_schedule_function_takes_every_other_event_as_changes_and_goes_on() {
            for (JsonNode event : otherEvents()) {
                JsonNode summary = system.invoke(schedule, event).payload();
                assertEquals("changes", summary.path("mode").asText());
                assertTrue(summary.path("complete").asBoolean(), summary::toString);
            }
            assertTooDeepIsRefused(schedule);
            assertSwept(object("mode", "changes"));
        }

        @Test
        void neither_grows_with_its_events() {
            assertSwept(object("mode", "full"));
            serveMany();
            long[] before = {residentKilobytes(webhook), residentKilobytes(schedule)};
            serveMany();
            long[] after = {residentKilobytes(webhook), residentKilobytes(schedule)};
            assertAll(
                    () -> assertTrue(after[0] - before[0] < GROWTH_KILOBYTES, () -> before[0] + " became " + after[0]),
                    () -> assertTrue(after[1] - before[1] < GROWTH_KILOBYTES, () -> before[1] + " became " + after[1]));
        }

        private void serveMany() {
            for (int event = 0; event < EVENTS; event++) {
                system.invoke(webhook, events.large());
                assertServes();
                assertSwept(object("mode", "changes"));
            }
        }

        private void assertServes() {
            assertEquals(200, status(system.invoke(webhook, events.updated(Samples.id(entity, 3)))));
        }

        private void assertSwept(JsonNode event) {
            JsonNode summary = system.invoke(schedule, event).payload();
            assertEquals(entity.key(), summary.path("entity").asText());
            assertTrue(summary.path("complete").asBoolean(), summary::toString);
        }

        private void assertTooDeepIsRefused(String function) {
            RawValue deep = new RawValue("[".repeat(5_000) + "]".repeat(5_000));
            assertInstanceOf(Failure.class, system.invoke(function, JsonNodeFactory.instance.rawValueNode(deep)));
        }

        private JsonNode inPowerOffice(String id) {
            String there = system.links().find(entity, id).orElseThrow().powerOfficeId();
            return system.powerOffice.user().read(Resource.of(entity), there).orElseThrow();
        }

        private long residentKilobytes(String function) {
            return system.process(function).residentKilobytes();
        }
    }

    @Test
    void ops_answers_good_events_between_bad_ones() {
        try (PackagedSystem system = new PackagedSystem(code, SEED, false, Map.of(), log::add)) {
            system.seed(1, (pair, number) -> Canaries.json(Samples.members(pair, number)));
            JsonNode plan = system.invoke("ops", object("action", "plan").put("entity", "customer"))
                    .payload();
            assertTrue(plan.path("complete").asBoolean(), plan::toString);
            for (JsonNode event : otherEvents()) {
                ObjectNode answer = (ObjectNode) system.invoke("ops", event).payload();
                assertEquals(Set.of("error"), names(answer), event.getNodeType()::name);
                assertFalse(answer.path("error").asText().contains("Exception"), answer::toString);
            }
            assertEquals(Set.of("error"), names((ObjectNode)
                    system.invoke("ops", object("action", "nonsense")).payload()));
            JsonNode status = system.invoke("ops", object("action", "status")).payload();
            assertTrue(status.path("entities").has("customer"), status::toString);
        }
    }

    private static int status(InvocationResult result) {
        return result.payload().path("statusCode").asInt();
    }

    private static Set<String> names(ObjectNode object) {
        return object.propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static List<JsonNode> otherEvents() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return List.of(
                json.nullNode(),
                json.arrayNode(),
                json.textNode("full"),
                json.objectNode(),
                json.objectNode().put("mode", 7),
                object("mode", "nonsense"),
                json.objectNode().put("budgetSeconds", "nonsense"),
                object("padding", "x".repeat(300 * 1024)),
                object("detail-type", "Scheduled Event"));
    }

    private static ObjectNode object(String member, String value) {
        return JsonNodeFactory.instance.objectNode().put(member, value);
    }
}
