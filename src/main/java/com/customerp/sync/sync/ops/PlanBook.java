package com.customerp.sync.sync.ops;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.RecordKey;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.Cause;
import com.customerp.sync.sync.Journal;
import com.customerp.sync.sync.Outcome;
import com.customerp.sync.sync.Outcome.Result;
import com.customerp.sync.sync.Summary;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** Collects what a dry run comes to, and tells it by names and counts. Not thread-safe. */
final class PlanBook implements Journal {
    /** Results that say nothing of a write or of work for somebody. */
    private static final Set<Result> QUIET = EnumSet.of(Result.UNCHANGED, Result.EXCLUDED, Result.CLOSED);

    private final DryWrites writes;
    private final Map<RecordKey, Outcome> outcomes = new LinkedHashMap<>();
    /** How often each result was told of, since the last sweep began. */
    private final Map<Result, Integer> told = new EnumMap<>(Result.class);
    /** Records that a sweep counted without looking at them: nothing is new. */
    private final Map<Entity, Map<Result, Integer>> settled = new EnumMap<>(Entity.class);

    private Entity swept = Entity.EMPLOYEE;

    PlanBook(DryWrites writes) {
        this.writes = writes;
    }

    @Override
    public void reconciled(
            Entity entity, String customerpId, Cause cause, Outcome outcome, int requests, Duration took) {
        if (entity == swept) {
            told.merge(outcome.result(), 1, Integer::sum);
        }
        outcomes.merge(new RecordKey(entity, Side.CUSTOMERP, customerpId), outcome, PlanBook::together);
    }

    /** A sweep over this pair begins. */
    void begin(Entity entity) {
        swept = entity;
        told.clear();
    }

    /** The sweep has ended. */
    void end(Summary summary) {
        Map<Result, Integer> unseen = new EnumMap<>(Result.class);
        for (Result result : Result.values()) {
            unseen.put(result, Math.max(0, summary.count(result) - told.getOrDefault(result, 0)));
        }
        settled.put(swept, unseen);
    }

    /** A record may be looked at twice: first because another one refers to it, then by itself. */
    private static Outcome together(Outcome first, Outcome second) {
        boolean wrote = !first.patched().isEmpty() || first.result() == Result.LINKED;
        if (!wrote) {
            return second;
        }
        Set<String> fields = new LinkedHashSet<>(first.fields());
        fields.addAll(second.fields());
        Set<Side> patched = EnumSet.noneOf(Side.class);
        patched.addAll(first.patched());
        patched.addAll(second.patched());
        boolean settled = second.problem() == null && second.result() != Result.RETRY;
        return new Outcome(
                settled ? first.result() : second.result(),
                second.powerOfficeId(),
                List.copyOf(fields),
                patched,
                first.conflicts() + second.conflicts(),
                second.problem(),
                second.fault());
    }

    /** What came of one record. */
    Outcome outcome(Entity entity, String customerpId) {
        return outcomes.get(new RecordKey(entity, Side.CUSTOMERP, customerpId));
    }

    /** The counts of one pair, as a sweep's summary has them, and how often each reason keeps a record. */
    ObjectNode counts(Entity entity) {
        List<Outcome> own = outcomes.entrySet().stream()
                .filter(entry -> entry.getKey().entity() == entity)
                .map(Map.Entry::getValue)
                .toList();
        ToIntFunction<Result> count = result -> count(own, result) + settled(entity, result);
        ObjectNode counts = JsonNodeFactory.instance.objectNode();
        counts.put("created", count.applyAsInt(Result.CREATED)).put("matched", count.applyAsInt(Result.LINKED));
        ObjectNode patched = counts.putObject("patched");
        for (Side side : Side.values()) {
            patched.put(side.key(), own.stream().filter(existing(side)).count());
        }
        counts.put("archived", count.applyAsInt(Result.ARCHIVED) + count.applyAsInt(Result.CLOSED))
                .put("unchanged", count.applyAsInt(Result.UNCHANGED))
                .put("conflicts", own.stream().mapToInt(Outcome::conflicts).sum());
        for (Result open : List.of(Result.WAITING, Result.PARKED, Result.RETRY, Result.EXCLUDED)) {
            counts.put(open.key(), count.applyAsInt(open));
        }
        ObjectNode reasons = counts.putObject("reasons");
        own.stream()
                .filter(outcome -> outcome.problem() != null)
                .map(outcome -> outcome.problem().reason().code())
                .forEach(code -> reasons.put(code, reasons.path(code).asInt() + 1));
        return counts;
    }

    /** A record that is created on a side is not patched there. */
    private static Predicate<Outcome> existing(Side side) {
        return outcome ->
                outcome.patched().contains(side) && !(side == Side.POWEROFFICE && outcome.result() == Result.CREATED);
    }

    private static int count(List<Outcome> outcomes, Result result) {
        return (int)
                outcomes.stream().filter(outcome -> outcome.result() == result).count();
    }

    private int settled(Entity entity, Result result) {
        return settled.getOrDefault(entity, Map.of()).getOrDefault(result, 0);
    }

    /** Whether there is more to tell than {@code limit} records. */
    boolean isMoreThan(int limit) {
        return loud() > limit;
    }

    private long loud() {
        return outcomes.values().stream()
                .filter(outcome -> !QUIET.contains(outcome.result()))
                .count();
    }

    /** The records that would be written, or that need somebody, in the order of work. */
    ArrayNode records(int limit) {
        ArrayNode records = JsonNodeFactory.instance.arrayNode();
        outcomes.entrySet().stream()
                .filter(entry -> !QUIET.contains(entry.getValue().result()))
                .limit(limit)
                .map(entry -> record(entry.getKey(), entry.getValue()))
                .forEach(records::add);
        return records;
    }

    /** One record, whatever came of it. */
    ObjectNode record(RecordKey record, Outcome outcome) {
        ObjectNode told = Answers.of(record.entity(), record.id(), outcome);
        outcome.fields().forEach(told.withArray("/fields")::add);
        List<DryWrites.Write> toCustomerp = writes.of(record);
        List<DryWrites.Write> toPowerOffice = outcome.powerOfficeId() == null
                ? List.of()
                : writes.of(new RecordKey(record.entity(), Side.POWEROFFICE, outcome.powerOfficeId()));
        ArrayNode all = told.putArray("writes");
        toCustomerp.forEach(write -> all.add(write(Side.CUSTOMERP, write)));
        toPowerOffice.forEach(write -> all.add(write(Side.POWEROFFICE, write)));
        return told;
    }

    private static ObjectNode write(Side side, DryWrites.Write write) {
        ObjectNode told =
                JsonNodeFactory.instance.objectNode().put("system", side.key()).put("action", write.action());
        write.members().forEach(told.withArray("/members")::add);
        return told;
    }
}
