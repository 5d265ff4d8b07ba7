package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.local.customerp.Webhooks;
import com.customerp.sync.local.http.RequestLog;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.world.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Five hundred edits of all pairs while both systems fail by chance and webhooks are lost or come twice. The time is the
 * world's, so that each request is known to the moment. Only with {@code -Dsoak.seconds=600}, which repeats it with
 * other seeds for as long; {@code -Dsoak.seed=7} takes another first one.
 */
@QuarkusTest
@QuarkusTestResource(World.class)
@TestProfile(Disturbances.Profile.class)
@EnabledIfSystemProperty(named = "soak.seconds", matches = "\\d+")
class FaultSoakTest extends Scenario {
    private static final int EDITS = 500;
    private static final int EACH = 3;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LONGEST_DELAY = Duration.ofHours(7);

    /** What people wrote last, by pair, record and field: each field is edited on one side only. */
    private final Map<String, Runnable> expectations = new LinkedHashMap<>();

    @Test
    void nothing_is_lost_or_made_twice_and_the_limits_are_kept() {
        long seed = Long.getLong("soak.seed", 1);
        Instant end = Instant.now().plusSeconds(Long.getLong("soak.seconds", 0));
        do {
            System.out.println("fault soak, seed " + seed);
            soak(seed++);
            renewWorld();
        } while (Instant.now().isBefore(end));
    }

    private void soak(long seed) {
        expectations.clear();
        company();
        forgetRequests();
        Random random = new Random(seed);
        Disturbances disturbances = new Disturbances(seed);
        disturbances.in(world.powerOffice().faults());
        disturbances.in(world.customerp().faults());
        for (int edit = 1; edit <= EDITS; edit++) {
            edit(random, edit);
            if (edit % 5 == 0) {
                world.customerp().webhooks().release(events -> unreliable(random, events));
            }
            if (edit % 50 == 0) {
                Entity.ORDER_OF_WORK.forEach(this::sweepUnlessItFails);
            }
            world.clock.pass(Duration.ofSeconds(random.nextInt(20)));
        }
        List<RequestLog.Entry> requests = world.powerOffice().log().entries();
        assertTrue(disturbances.count() > EDITS / 10, () -> disturbances.count() + " faults only");
        world.powerOffice().faults().clear();
        world.customerp().faults().clear();
        assertLimitsKept(requests);
        world.clock.pass(LONGEST_DELAY);
        fullOfAll();
        webhooksArrive();
        world.clock.pass(Duration.ofMinutes(15));
        fullOfAll();
        expectations.values().forEach(Runnable::run);
        for (Entity entity : Entity.ORDER_OF_WORK) {
            assertEquals(
                    world.customerp().all(entity).size(),
                    allInPowerOffice(entity).size(),
                    entity + " made twice or not at all");
        }
        assertQuiet();
    }

    private void company() {
        linked(Entity.CUSTOMER, "C-0", "{'name':'Fjord Bygg AS','currencyCode':'NOK','invoiceDelivery':'print'}");
        linked(Entity.PRODUCT, "PR-0", "{'productNumber':'NULL','name':'Vare','unitCode':'EA'}");
        for (Entity entity : Entity.ORDER_OF_WORK) {
            for (int number = 1; number <= EACH; number++) {
                create(entity, Samples.id(entity, number), Samples.members(entity, number));
            }
            webhooksArrive();
        }
        changesOfAll();
        webhooksArrive();
    }

    /** One edit of a person: every tenth makes a record, of the others half are made in PowerOffice. */
    private void edit(Random random, int edit) {
        Entity entity = Entity.ORDER_OF_WORK.get(random.nextInt(Entity.ORDER_OF_WORK.size()));
        if (edit % 10 == 0) {
            create(entity, Samples.id(entity, 100 + edit), Samples.members(entity, 100 + edit));
            return;
        }
        String id = Samples.id(entity, 1 + random.nextInt(EACH));
        String text = "" + (40_000_000 + edit);
        if (random.nextBoolean()) {
            edit(entity, id, "{'" + Samples.editable(entity) + "':'" + text + "'}");
            expectations.put(
                    id + " customerp",
                    () -> assertEquals(text, shown(entity, id, Samples.editableInPowerOffice(entity)), id));
        } else {
            editCounterpart(entity, id, "{'" + ownOfPowerOffice(entity)[1] + "':'" + text + "'}");
            expectations.put(
                    id + " poweroffice",
                    () -> assertEquals(
                            text,
                            inCustomerp(entity, id)
                                    .path(ownOfPowerOffice(entity)[0])
                                    .asText(),
                            id));
        }
    }

    private String shown(Entity entity, String id, String member) {
        return counterpart(entity, id).path(member).asText();
    }

    /** The member that only people in PowerOffice edit here: CustomERP's name of it and PowerOffice's. */
    private static String[] ownOfPowerOffice(Entity entity) {
        return switch (entity) {
            case CONTACT, EMPLOYEE -> new String[] {"lastName", "LastName"};
            case CUSTOMER, PRODUCT, PROJECT -> new String[] {"name", "Name"};
            case ORDER -> new String[] {"customerReference", "CustomerReference"};
        };
    }

    /** Of a hundred webhooks ten come twice and five are lost. */
    private static List<Webhooks.Event> unreliable(Random random, List<Webhooks.Event> events) {
        List<Webhooks.Event> sent = new ArrayList<>();
        for (Webhooks.Event event : events) {
            int chance = random.nextInt(100);
            for (int times = chance < 5 ? 0 : chance < 15 ? 2 : 1; times > 0; times--) {
                sent.add(event);
            }
        }
        return sent;
    }

    private void sweepUnlessItFails(Entity entity) {
        try {
            changes(entity);
        } catch (SweepFailedException asProgrammed) {
            // The next one goes on where this one stopped.
        }
    }

    private static String told(List<RequestLog.Entry> requests) {
        return requests.stream()
                .map(entry -> entry.at() + " " + entry.method() + " " + entry.path() + " " + entry.status())
                .collect(Collectors.joining("\n", "\n", ""));
    }

    private static void assertLimitsKept(List<RequestLog.Entry> requests) {
        List<RequestLog.Entry> limited = requests.stream()
                .filter(entry -> !entry.path().contains("Token"))
                .toList();
        for (int first = 0; first < limited.size(); first++) {
            Instant begin = limited.get(first).at();
            int within = first;
            while (within < limited.size() && limited.get(within).at().isBefore(begin.plus(SECOND))) {
                within++;
            }
            List<RequestLog.Entry> second = limited.subList(first, within);
            assertTrue(second.size() <= 10, () -> second.size() + " requests in a second: " + told(second));
            if (limited.get(first).status() == 429 && first + 1 < limited.size()) {
                Duration silence =
                        Duration.between(begin, limited.get(first + 1).at());
                assertTrue(silence.compareTo(SECOND) >= 0, "only " + silence + " of silence after a 429");
            }
        }
    }
}
