package com.customerp.sync.local;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.function.Samples;
import com.customerp.sync.link.Link;
import com.customerp.sync.link.State;
import com.customerp.sync.local.http.Pause;
import com.customerp.sync.local.http.RequestLog;
import com.customerp.sync.local.lambda.FunctionPackage;
import com.customerp.sync.local.poweroffice.Resource;
import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * People edit on both sides while both systems fail: nothing is lost or doubled, and PowerOffice is not overrun. Each field
 * is edited on one side only, so that its last edit must win. {@code -Dsoak.edits} makes it longer, {@code -Dsoak.seed}
 * other.
 */
class SoakIT {
    private static final int EDITS = Integer.getInteger("soak.edits", 150);
    private static final long SEED = Long.getLong("soak.seed", 20_261_126L);
    private static final int RECORDS = 5;
    private static final Duration BETWEEN_EDITS = Duration.ofMillis(100);
    private static final Duration BETWEEN_PASSES = Duration.ofSeconds(3);
    private static final Duration SILENCE = Duration.ofSeconds(1);
    /** What is on its way when the refusal is answered is not held back. */
    private static final Duration ON_ITS_WAY = Duration.ofMillis(150);

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);

    private static final Pause PAUSE = Pause.real();

    @TempDir
    private static Path directory;

    /** What each field was set to last: entity, id and CustomERP's member to the value. */
    private final Map<String, String> wanted = new HashMap<>();

    private final Random random = new Random(SEED);
    private final List<String> log = new CopyOnWriteArrayList<>();

    @Test
    void everyEditArrivesOnceAlthoughBothSystemsFail() throws Exception {
        System.out.println("soak.seed=" + SEED);
        FunctionPackage code = FunctionPackage.unpack(Path.of("target/function.zip"), directory);
        try (PackagedSystem system = new PackagedSystem(code, SEED, true, Map.of(), log::add)) {
            system.seed(RECORDS, (entity, number) -> Canaries.json(Samples.members(entity, number)));
            system.pass();
            system.startToFail();
            editWhileSweepsRun(system);
            system.stopToFail();
            system.pass();
            awaitWhatIsDue(system);
            system.pass();
            assertAll(
                    () -> assertFailed(system),
                    () -> assertConverged(system),
                    () -> assertQuiet(system),
                    () -> assertTrue(
                            system.powerOffice.maxRequestsInAnySecond() <= 10,
                            () -> "in one second: " + system.powerOffice.maxRequestsInAnySecond()),
                    () -> assertSilenceAfterRefusals(system.powerOffice.log().entries()));
        }
    }

    private void editWhileSweepsRun(PackagedSystem system) throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        Thread sweeps = new Thread(() -> {
            while (!over.get()) {
                system.pass();
                PAUSE.await(BETWEEN_PASSES);
            }
        });
        sweeps.start();
        for (int edit = 0; edit < EDITS; edit++) {
            edit(system, edit);
            PAUSE.await(BETWEEN_EDITS);
        }
        over.set(true);
        sweeps.join();
    }

    private void edit(PackagedSystem system, int number) {
        Entity entity = Entity.values()[random.nextInt(Entity.values().length)];
        String id = Samples.id(entity, 1 + random.nextInt(RECORDS));
        // Fits texts and telephone numbers alike.
        String value = Integer.toString(22_000_000 + number);
        Fields fields = Fields.of(entity);
        if (random.nextBoolean()) {
            system.customerp.user("kari").edit(entity, id, object(fields.editedInCustomerp(), value));
            wanted.put(key(entity, id, fields.editedInCustomerp()), value);
        } else {
            String there = system.links().find(entity, id).orElseThrow().powerOfficeId();
            system.powerOffice.user().edit(Resource.of(entity), there, object(fields.editedInPowerOffice(), value));
            wanted.put(key(entity, id, fields.itsNameInCustomerp()), value);
        }
    }

    /** A record that failed is due again a while later. */
    private static void awaitWhatIsDue(PackagedSystem system) {
        Instant latest = Instant.now();
        for (Entity entity : Entity.values()) {
            for (Link link : system.links().all(entity, null).links()) {
                if (link.nextAttemptAt() != null && link.nextAttemptAt().isAfter(latest)) {
                    latest = link.nextAttemptAt();
                }
            }
        }
        Duration left = Duration.between(Instant.now(), latest);
        assertTrue(left.compareTo(LONGEST_WAIT) < 0, () -> "due in " + left);
        PAUSE.await(left.plusMillis(100));
    }

    /** The systems did what they were told. */
    private static void assertFailed(PackagedSystem system) {
        for (RequestLog requests : List.of(system.customerp.requests(), system.powerOffice.log())) {
            for (int status : List.of(500, 429)) {
                assertTrue(
                        requests.entries().stream().anyMatch(entry -> entry.status() == status),
                        () -> "no request ended with " + status);
            }
        }
    }

    private void assertConverged(PackagedSystem system) {
        List<String> wrong = new ArrayList<>();
        for (Entity entity : Entity.values()) {
            Fields fields = Fields.of(entity);
            for (int number = 1; number <= RECORDS; number++) {
                String id = Samples.id(entity, number);
                Link link = system.links().find(entity, id).orElseThrow();
                ObjectNode mine = system.customerp.read(entity, id).orElseThrow();
                ObjectNode theirs = system.powerOffice
                        .user()
                        .read(Resource.of(entity), link.powerOfficeId())
                        .orElseThrow();
                if (link.state() != State.LINKED) {
                    wrong.add(id + " is " + link.state() + " " + link.problem());
                }
                check(wrong, entity, id, fields.editedInCustomerp(), mine, theirs.path(fields.itsNameInPowerOffice()));
                check(wrong, entity, id, fields.itsNameInCustomerp(), mine, theirs.path(fields.editedInPowerOffice()));
            }
            long extra = entity == Entity.CUSTOMER || entity == Entity.PRODUCT ? 1 : 0;
            assertEquals(
                    RECORDS + extra,
                    system.powerOffice.user().all(Resource.of(entity)).size(),
                    () -> entity + " in PowerOffice");
            assertEquals(RECORDS + extra, system.customerp.all(entity).size(), () -> entity + " in CustomERP");
        }
        assertEquals(List.of(), wrong, () -> "seed " + SEED);
    }

    private void check(List<String> wrong, Entity entity, String id, String field, ObjectNode mine, JsonNode theirs) {
        String value = wanted.get(key(entity, id, field));
        if (value != null && !(value.equals(mine.path(field).asText()) && value.equals(theirs.asText()))) {
            wrong.add(id + " " + field + ": " + value + " became " + mine.path(field) + " and " + theirs);
        }
    }

    private static void assertQuiet(PackagedSystem system) {
        system.customerp.requests().clear();
        int before = system.powerOffice.log().entries().size();
        system.pass();
        List<RequestLog.Entry> since = system.powerOffice.log().entries();
        assertEquals(
                List.of(),
                since.subList(before, since.size()).stream()
                        .filter(RequestLog.Entry::isWrite)
                        .toList());
        assertEquals(
                List.of(),
                system.customerp.requests().entries().stream()
                        .filter(RequestLog.Entry::isWrite)
                        .toList());
    }

    private static void assertSilenceAfterRefusals(List<RequestLog.Entry> entries) {
        List<String> early = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).status() == 429) {
                Instant at = entries.get(i).at();
                entries.subList(i + 1, entries.size()).stream()
                        .map(entry -> Duration.between(at, entry.at()))
                        .filter(after -> after.compareTo(ON_ITS_WAY) > 0 && after.compareTo(SILENCE) < 0)
                        .findFirst()
                        .ifPresent(after -> early.add(at + " + " + after));
            }
        }
        assertEquals(List.of(), early, "requests within a second after a refusal");
    }

    /** The fields of a pair that are edited, each on one side. */
    private record Fields(
            String editedInCustomerp,
            String itsNameInPowerOffice,
            String editedInPowerOffice,
            String itsNameInCustomerp) {

        static Fields of(Entity entity) {
            return switch (entity) {
                case CONTACT -> new Fields("jobTitle", "Title", "FirstName", "firstName");
                case CUSTOMER -> new Fields("name", "Name", "PhoneNumber", "phone");
                case EMPLOYEE -> new Fields("jobTitle", "JobTitle", "FirstName", "firstName");
                case ORDER ->
                    new Fields(
                            "purchaseOrderNumber", "PurchaseOrderReference", "CustomerReference", "customerReference");
                case PRODUCT -> new Fields("description", "Description", "Name", "name");
                case PROJECT -> new Fields("contractNumber", "ContractNo", "Name", "name");
            };
        }
    }

    private static String key(Entity entity, String id, String field) {
        return entity.key() + " " + id + " " + field;
    }

    private static ObjectNode object(String member, String value) {
        return new ObjectMapper().createObjectNode().put(member, value);
    }
}
