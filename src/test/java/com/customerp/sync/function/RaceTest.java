package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.customerp.sync.link.Conflict;
import com.customerp.sync.link.Race;
import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/**
 * Eight functions at once on the same record through DynamoDB Local, webhooks and sweeps mixed: whoever wins, each edit
 * is written once (design.md 3). {@code -Draces.rounds=10000} plays as many rounds, in small
 * worlds one after the other.
 */
@QuarkusTest
@QuarkusTestResource(World.class)
class RaceTest extends CustomerScenario {
    private static final int ROUNDS = Integer.getInteger("races.rounds", 24);
    private static final int KINDS = 4;
    private static final int ROUNDS_OF_A_WORLD = 50;

    @Test
    void of_eight_functions_one_creates_the_record() {
        inWorlds(this::creates);
    }

    private void creates(int rounds) {
        for (int round = 1; round <= rounds; round++) {
            String name = "Kappløpet " + round + " AS";
            String id = customer("{\"name\":\"" + name + "\",\"email\":\"nr" + round + "@kapploepet.example\"}");
            race();
            assertEquals(1, world.powerOffice().log().count("POST", "/v2/Customers"), "round " + round);
            assertEquals(State.LINKED, link(id).state(), "round " + round);
            assertEquals(name, counterpart(id).path("Name").asText());
        }
        assertEquals(rounds, allInPowerOffice().size());
        assertQuiet();
    }

    @Test
    void of_eight_functions_one_writes_an_edit() {
        inWorlds(this::edits);
    }

    private void edits(int rounds) {
        String id = linked("{\"name\":\"Kappløpet AS\",\"email\":\"post@kapploepet.example\"}");
        for (int round = 1; round <= rounds; round++) {
            editCustomerp(id, "{\"name\":\"Kappløpet " + round + " AS\"}");
            race();
            assertEquals(
                    "Kappløpet " + round + " AS", counterpart(id).path("Name").asText());
            assertWrites(1, 0, round);
        }
        assertQuiet();
    }

    @Test
    void of_eight_functions_one_writes_each_of_two_edits() {
        inWorlds(this::twoEdits);
    }

    private void twoEdits(int rounds) {
        String id = linked("{\"name\":\"Kappløpet AS\",\"email\":\"post@kapploepet.example\"}");
        for (int round = 1; round <= rounds; round++) {
            String phone = "+47" + (20_000_000 + round);
            editCustomerp(id, "{\"name\":\"Kappløpet " + round + " AS\"}");
            editPowerOffice(link(id).powerOfficeId(), "{\"PhoneNumber\":\"" + phone + "\"}");
            race();
            assertEquals(
                    "Kappløpet " + round + " AS", counterpart(id).path("Name").asText());
            assertEquals(phone, inCustomerp(id).path("phone").asText());
            assertWrites(1, 1, round);
        }
        assertQuiet();
    }

    @Test
    void of_eight_functions_one_decides_a_conflict() {
        inWorlds(this::conflicts);
    }

    private void conflicts(int rounds) {
        String id = linked("{\"name\":\"Kappløpet AS\",\"email\":\"post@kapploepet.example\"}");
        for (int round = 1; round <= rounds; round++) {
            editCustomerp(id, "{\"name\":\"Kappløpet C" + round + " AS\"}");
            world.clock.pass(Duration.ofSeconds(2));
            editPowerOffice(link(id).powerOfficeId(), "{\"Name\":\"Kappløpet P" + round + " AS\"}");
            race();
            assertEquals(
                    "Kappløpet P" + round + " AS", inCustomerp(id).path("name").asText());
            assertEquals(
                    "Kappløpet P" + round + " AS", counterpart(id).path("Name").asText());
            assertWrites(0, 1, round);
            List<Conflict> kept = world.links().conflicts(Entity.CUSTOMER, id);
            assertEquals(Math.min(round, 20), kept.size(), "round " + round);
            assertEquals("\"Kappløpet C" + round + " AS\"", kept.get(0).value());
        }
        assertQuiet();
    }

    /** Plays one kind of race, in worlds that stay small: their lists are read in every round. */
    private void inWorlds(IntConsumer play) {
        int rounds = ROUNDS / KINDS;
        for (int played = 0; played < rounds; played += ROUNDS_OF_A_WORLD) {
            renewWorld();
            play.accept(Math.min(ROUNDS_OF_A_WORLD, rounds - played));
            contractsWereKept();
        }
    }

    /** Eight at once on what the last edit left to do; then what was noted as due, and the echoes. */
    private void race() {
        JsonNode event = takeWebhooks().get(0);
        forgetRequests();
        List<JsonNode> came = Race.run(runner -> runner < 5 ? functions.webhook(event) : changes());
        came.stream()
                .filter(answer -> answer.has("statusCode"))
                .forEach(answer -> assertEquals(2, answer.path("statusCode").asInt() / 100, answer.toString()));
        world.clock.pass(Duration.ofMinutes(2));
        changes();
        webhooksArrive();
    }

    private void assertWrites(int toPowerOffice, int toCustomerp, int round) {
        assertEquals(toPowerOffice, powerOfficeWrites(), "writes to PowerOffice in round " + round);
        assertEquals(toCustomerp, customerpWritesTaken(), "writes to CustomERP in round " + round);
    }
}
