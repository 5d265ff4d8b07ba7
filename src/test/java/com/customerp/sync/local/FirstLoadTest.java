package com.customerp.sync.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.local.lambda.InvocationResult;
import com.customerp.sync.local.lambda.InvocationResult.Answer;
import com.customerp.sync.local.lambda.InvocationResult.Failure;
import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class FirstLoadTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:15:31Z"), ZoneOffset.UTC);
    private static final List<Entity> BOTH = List.of(Entity.EMPLOYEE, Entity.CUSTOMER);
    private static final FirstLoadReport SETTLED = report(Map.of("linked", 2), List.of());

    private static final long WRITES_OF_A_SWEEP = 5;

    private final List<Entity> prepared = Collections.synchronizedList(new ArrayList<>());
    private final List<Entity> swept = Collections.synchronizedList(new ArrayList<>());
    private final List<String> said = new ArrayList<>();

    @Test
    void each_entity_is_swept_until_it_is_complete_before_the_next_begins() {
        List<InvocationResult> answers = new ArrayList<>(List.of(answer(false), answer(true), answer(true)));
        assertTrue(load(entity -> answers.remove(0), entity -> SETTLED));
        assertEquals(List.of(Entity.EMPLOYEE, Entity.EMPLOYEE, Entity.CUSTOMER), swept);
        assertTrue(said.contains("Every record is accounted for."), said.toString());
    }

    @Test
    void an_entity_is_loaded_as_soon_as_those_that_it_refers_to_are_there() {
        load(Entity.ORDER_OF_WORK, entity -> answer(true), entity -> SETTLED);
        List<Entity> chain = List.of(Entity.EMPLOYEE, Entity.CUSTOMER, Entity.CONTACT, Entity.PROJECT, Entity.ORDER);
        assertEquals(chain, swept.stream().filter(chain::contains).toList());
        assertTrue(swept.indexOf(Entity.PRODUCT) < swept.indexOf(Entity.ORDER), swept.toString());
    }

    @Test
    void what_refers_to_an_entity_that_failed_is_not_loaded() {
        assertFalse(load(
                Entity.ORDER_OF_WORK,
                entity -> entity == Entity.CUSTOMER ? new Failure("Runtime.ExitError", "gone") : answer(true),
                entity -> SETTLED));
        assertEquals(
                Set.of(Entity.EMPLOYEE, Entity.CUSTOMER, Entity.PRODUCT), Set.copyOf(swept), "nobody else could begin");
    }

    @Test
    void a_function_is_started_while_those_are_loaded_that_its_entity_refers_to() {
        load(Entity.ORDER_OF_WORK, entity -> answer(true), entity -> SETTLED);
        assertTrue(prepared.containsAll(Entity.ORDER_OF_WORK), prepared.toString());
        assertTrue(prepared.indexOf(Entity.CUSTOMER) < prepared.indexOf(Entity.PROJECT), prepared.toString());
    }

    @Test
    void the_table_sums_up_what_all_calls_for_an_entity_did() {
        List<InvocationResult> answers = new ArrayList<>(List.of(answer(false), answer(true), answer(true)));
        load(entity -> answers.remove(0), entity -> SETTLED);
        String table = said.get(said.size() - 2);
        assertTrue(table.matches("(?s).*employees +2 +2 +4 +0 +0 +6 +8 +10 +0\\.0\\R.*"), table);
        assertTrue(table.matches("(?s).*customers +2 +1 +2 +0 +0 +3 +4 +5 +0\\.0\\R.*"), table);
    }

    @Test
    void a_load_that_leaves_nothing_open_is_not_looked_at_for_further_passes_again() {
        List<Entity> reported = new ArrayList<>();
        load(entity -> answer(true), entity -> {
            reported.add(entity);
            return SETTLED;
        });
        assertEquals(BOTH.size() * 2, reported.size(), "once to find what is open, once for the table");
    }

    @Test
    void what_waits_gets_one_further_pass_and_is_accounted_for() {
        FirstLoadReport waiting = report(Map.of("linked", 1, "waiting, missing_reference", 1), List.of());
        assertTrue(load(entity -> answer(true), entity -> entity == Entity.EMPLOYEE ? waiting : SETTLED));
        assertEquals(List.of(Entity.EMPLOYEE, Entity.CUSTOMER, Entity.EMPLOYEE), swept);
    }

    @Test
    void a_record_that_stays_under_way_is_named_and_not_accounted_for() {
        FirstLoadReport open = report(Map.of("linked", 1, "retry", 1), List.of("C-1007"));
        assertFalse(load(entity -> answer(true), entity -> entity == Entity.CUSTOMER ? open : SETTLED));
        assertEquals("Not settled, customers: C-1007", said.get(said.size() - 1));
        assertEquals(3, swept.stream().skip(2).filter(Entity.CUSTOMER::equals).count(), "further passes");
    }

    @Test
    void a_record_without_a_link_is_not_accounted_for() {
        FirstLoadReport lost = report(Map.of("linked", 1), List.of("C-1007"));
        assertFalse(lost.isAccountedFor());
    }

    @Test
    void a_function_that_fails_ends_the_load() {
        assertFalse(load(entity -> new Failure("Runtime.ExitError", "gone"), entity -> SETTLED));
        assertEquals(List.of(Entity.EMPLOYEE), swept);
        assertTrue(said.get(0).contains("employees") && said.get(0).contains("gone"), said.toString());
    }

    private boolean load(Function<Entity, InvocationResult> sweep, Function<Entity, FirstLoadReport> report) {
        return load(BOTH, sweep, report);
    }

    private boolean load(
            List<Entity> entities, Function<Entity, InvocationResult> sweep, Function<Entity, FirstLoadReport> report) {
        FirstLoad.Company company = new FirstLoad.Company() {
            @Override
            public void prepare(Entity entity) {
                prepared.add(entity);
            }

            @Override
            public InvocationResult sweep(Entity entity) {
                swept.add(entity);
                return sweep.apply(entity);
            }

            @Override
            public FirstLoadReport report(Entity entity) {
                FirstLoadReport given = report.apply(entity);
                return new FirstLoadReport(entity, given.records(), given.standings(), given.unsettled(), List.of());
            }

            @Override
            public long writes(Entity entity) {
                return swept.stream().filter(entity::equals).count() * WRITES_OF_A_SWEEP;
            }
        };
        return new FirstLoad(entities, company, said::add, CLOCK).run();
    }

    private static FirstLoadReport report(Map<String, Integer> standings, List<String> unsettled) {
        return new FirstLoadReport(Entity.CUSTOMER, 2, standings, unsettled, List.of());
    }

    private static InvocationResult answer(boolean complete) {
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("complete", complete)
                .put("created", 1)
                .put("matched", 2);
        answer.putObject("requests").put("customerp", 3).put("poweroffice", 4);
        return new Answer(answer);
    }
}
