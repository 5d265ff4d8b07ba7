package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.link.Race;
import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Eight functions at one record at the same time, webhooks and sweeps, through one table: each create and each edit is
 * written once. {@code -Draces.rounds=10000} is the long run, {@code -Draces.seed} another one. A round is one race; each
 * record has three.
 */
@QuarkusTest
@QuarkusTestResource(World.class)
class PairRaceTest extends Scenario {
    private static final int ROUNDS = Integer.getInteger("races.rounds", 18);
    private static final long SEED = Long.getLong("races.seed", 20_261_126L);
    /** What PowerOffice gives a record, its number or amounts, goes back to CustomERP once. */
    private static final int OWN_FIELDS = 1;

    private static final int RACES = 3;
    /** Lists of a few dozen records are read fast, and as many records are numbered without end. */
    private static final int RECORDS_OF_A_WORLD = 60;

    private static final int SWEEPS = 2;
    private static final Duration ALL_IS_DUE = Duration.ofMinutes(2);

    private final Random random = new Random(SEED);

    @Test
    void eachCreateAndEachEditHasOneWinner() {
        System.out.println("races.seed=" + SEED);
        int records = ROUNDS / RACES;
        for (int raced = 0; raced < records; raced += RECORDS_OF_A_WORLD) {
            renewWorld();
            play(Math.min(RECORDS_OF_A_WORLD, records - raced));
            contractsWereKept();
        }
    }

    private void play(int records) {
        linked(Entity.CUSTOMER, "C-0", Samples.members(Entity.CUSTOMER, 0));
        linked(Entity.PRODUCT, "PR-0", Samples.members(Entity.PRODUCT, 0));
        Map<Entity, Integer> made = new EnumMap<>(Map.of(Entity.CUSTOMER, 1, Entity.PRODUCT, 1));
        for (int record = 0; record < records; record++) {
            Entity entity = Entity.values()[record % Entity.values().length];
            int number = 1 + record / Entity.values().length;
            String id = Samples.id(entity, number);
            create(entity, id, Samples.members(entity, number));
            race(entity, id, "create of " + id, 1, OWN_FIELDS);
            edit(entity, id, "{'" + Samples.editable(entity) + "':'" + value() + "'}");
            race(entity, id, "edit of " + id + " in CustomERP", 1, 0);
            editCounterpart(entity, id, "{'" + Samples.editableInPowerOffice(entity) + "':'" + value() + "'}");
            race(entity, id, "edit of " + id + " in PowerOffice", 0, 1);
            made.merge(entity, 1, Integer::sum);
        }
        made.forEach(
                (entity, count) -> assertEquals(count, allInPowerOffice(entity).size(), entity.key()));
        assertQuiet();
    }

    /** Fits every field that {@link Samples} edits. */
    private String value() {
        return Integer.toString(22_000_000 + random.nextInt(1_000_000));
    }

    private void race(Entity entity, String id, String what, int toPowerOffice, int toCustomerp) {
        List<JsonNode> events = takeWebhooks();
        forgetRequests();
        // Which of them sweep is drawn: those that begin first are not always the same.
        List<Boolean> sweeps = new ArrayList<>(Collections.nCopies(Race.RUNNERS, events.isEmpty()));
        sweeps.subList(0, SWEEPS).replaceAll(any -> true);
        Collections.shuffle(sweeps, random);
        Race.run(runner -> sweeps.get(runner) ? changes(entity) : webhook(events.get(0)));
        webhooksArrive();
        world.clock.pass(ALL_IS_DUE);
        changes(entity);
        webhooksArrive();
        assertEquals(
                State.LINKED,
                link(entity, id).state(),
                () -> what + ": " + link(entity, id).problem());
        assertEquals(toPowerOffice, powerOfficeWrites(), () -> what + ": " + powerOfficeLog());
        assertTrue(customerpWritesTaken() <= toCustomerp, () -> what + ": " + customerpLog());
        if (toPowerOffice == 0) {
            assertEquals(toCustomerp, customerpWritesTaken(), () -> what + ": " + customerpLog());
        }
    }
}
