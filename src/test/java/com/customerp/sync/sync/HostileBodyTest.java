package com.customerp.sync.sync;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Side;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The mapper and the decisions that rest on it take any JSON in any member of either side: they carry it, hold it or park
 * the record, and never fail, hang or repeat a value to the operator. The seeds are fixed: each run sees the same bodies.
 */
class HostileBodyTest {
    /** Far more than a decision takes on a busy machine, and far less than writing out 1e999999999 would. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Hostile values and where they stand in the body of a side. */
    record Attack(Entity entity, Side side, List<JsonPointer> places, List<JsonNode> values) {
        ObjectNode body() {
            ObjectNode body = GoodBodies.of(entity, side);
            for (int i = 0; i < places.size(); i++) {
                HostileValues.put(body, places.get(i), values.get(i));
            }
            return body;
        }

        ObjectNode other() {
            return GoodBodies.of(entity, side.other());
        }
    }

    @Property(seed = "11", tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void any_JSON_in_any_member_is_listed_indexed_and_compared(@ForAll("attacks") Attack attack) {
        within(() -> new DecidedPair(attack.entity()).look(attack.side(), attack.body()));
    }

    @Property(seed = "12", tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void any_JSON_in_any_member_is_decided_whatever_is_known_of_the_record(
            @ForAll("attacks") Attack attack, @ForAll DecidedPair.Known known, @ForAll ConflictPolicy policy) {
        within(() -> {
            DecidedPair pair = new DecidedPair(attack.entity()).under(policy);
            check(attack, pair.decide(known, attack.side(), attack.body(), attack.other()));
        });
    }

    @Property(seed = "13", tries = 1500, edgeCases = EdgeCasesMode.NONE)
    void any_JSON_that_other_records_show_is_decided(
            @ForAll("attacks") Attack attack, @ForAll("attacks") Attack other, @ForAll DecidedPair.Known known) {
        within(() -> {
            DecidedPair pair = new DecidedPair(attack.entity()).among(other.body());
            check(attack, pair.decide(known, attack.side(), attack.body(), attack.other()));
        });
    }

    @Property(seed = "14", tries = 1500, edgeCases = EdgeCasesMode.NONE)
    void any_JSON_that_a_system_answers_to_a_write_becomes_its_base(
            @ForAll("attacks") Attack edit, @ForAll("attackedPlaces") List<JsonNode> answer) {
        within(() -> {
            DecidedPair pair = new DecidedPair(edit.entity());
            pair.answering(edit.side(), attacked(edit.entity(), edit.side(), answer));
            pair.answering(
                    edit.side().other(), attacked(edit.entity(), edit.side().other(), answer));
            Plan plan = pair.decide(DecidedPair.Known.LINKED, edit.side(), edit.body(), edit.other());
            pair.apply(plan, edit.side(), edit.body(), edit.other());
        });
    }

    private static ObjectNode attacked(Entity entity, Side side, List<JsonNode> values) {
        ObjectNode body = GoodBodies.of(entity, side);
        List<JsonPointer> places = HostileValues.places(body);
        for (int i = 0; i < values.size(); i++) {
            HostileValues.put(body, places.get(i * 7 % places.size()), values.get(i));
        }
        return body;
    }

    private static void within(Runnable decision) {
        assertTimeoutPreemptively(PATIENCE, decision::run);
    }

    private static void check(Attack attack, Plan plan) {
        List<Problem> told = new ArrayList<>(plan.notices());
        if (plan.problem() != null) {
            told.add(plan.problem());
        }
        for (Problem problem : told) {
            assertFalse(problem.sentence().contains(HostileValues.MARK), problem::sentence);
            assertFalse(problem.field().contains(HostileValues.MARK), problem::field);
        }
        plan.effects().forEach(effect -> effect.carried()
                .forEach(carry -> assertTrue(
                        carry.value().isValueNode(),
                        () -> attack.entity() + " " + carry.field().name() + " gets a tree")));
    }

    @Provide
    Arbitrary<Attack> attacks() {
        return Combinators.combine(Arbitraries.of(Entity.class), Arbitraries.of(Side.class))
                .flatAs((entity, side) -> {
                    List<JsonPointer> places = HostileValues.places(GoodBodies.of(entity, side));
                    return Arbitraries.integers().between(1, 3).flatMap(count -> Combinators.combine(
                                    Arbitraries.of(places).list().ofSize(count),
                                    HostileValues.any().list().ofSize(count))
                            .as((where, what) -> new Attack(entity, side, where, what)));
                });
    }

    @Provide
    Arbitrary<List<JsonNode>> attackedPlaces() {
        return HostileValues.any().list().ofMinSize(1).ofMaxSize(6);
    }
}
