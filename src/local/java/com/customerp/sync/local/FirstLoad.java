package com.customerp.sync.local;

import com.customerp.sync.local.lambda.InvocationResult;
import com.customerp.sync.local.lambda.InvocationResult.Answer;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Mappings;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Loads every entity until its schedule function says that it is complete, each as soon as those that it refers to are
 * loaded. What waits or is still under way gets further passes.
 */
final class FirstLoad {
    private static final int FURTHER_PASSES = 3;

    private final List<Entity> entities;
    private final Company company;
    private final Consumer<String> say;
    private final Clock clock;
    private final Map<Entity, Counts> counts = new ConcurrentHashMap<>();
    private final Map<Entity, String> failures = new ConcurrentHashMap<>();
    private final Set<Entity> started = ConcurrentHashMap.newKeySet();

    /** What is loaded. */
    interface Company {
        /** Starts an entity's schedule function, which is called soon. */
        void prepare(Entity entity);

        /** Calls an entity's schedule function. */
        InvocationResult sweep(Entity entity);

        /** Where the records of an entity stand. */
        FirstLoadReport report(Entity entity);

        /** How many writes to an entity PowerOffice has seen so far. */
        long writes(Entity entity);
    }

    /** What the calls for one entity did, all together. */
    record Counts(
            int created, int matched, int customerpRequests, int powerOfficeRequests, long writes, Duration took) {
        private static final Counts NONE = new Counts(0, 0, 0, 0, 0, Duration.ZERO);

        private Counts plus(JsonNode answer, long moreWrites, Duration more) {
            return new Counts(
                    created + answer.path("created").asInt(),
                    matched + answer.path("matched").asInt(),
                    customerpRequests + answer.at("/requests/customerp").asInt(),
                    powerOfficeRequests + answer.at("/requests/poweroffice").asInt(),
                    writes + moreWrites,
                    took.plus(more));
        }

        double seconds() {
            return took.toMillis() / 1000.0;
        }
    }

    /**
     * @param entities in the order of work: each after those that it refers to
     * @param say takes lines for a person to read
     */
    FirstLoad(List<Entity> entities, Company company, Consumer<String> say, Clock clock) {
        this.entities = entities;
        this.company = company;
        this.say = say;
        this.clock = clock;
    }

    /**
     * Starts the functions for the entities that can come next: at first those that refer to no other, and while entities
     * are loaded those that refer to them.
     */
    void prepare() {
        entities.stream()
                .filter(entity -> references(entity).allMatch(started::contains))
                .forEach(company::prepare);
    }

    /** Loads everything, tells how it went, and says whether every record is accounted for. */
    boolean run() {
        Optional<Entity> stopped = loadAll();
        if (stopped.isPresent()) {
            return stopped(stopped.get());
        }
        List<Entity> open = open(true);
        for (int pass = 0; pass < FURTHER_PASSES && !open.isEmpty(); pass++) {
            for (Entity entity : open) {
                if (!load(entity)) {
                    return stopped(entity);
                }
            }
            open = open(false);
        }
        return tell();
    }

    /** Loads each entity as soon as those that it refers to are there (mapping.md 1.7); answers the one that stopped. */
    private Optional<Entity> loadAll() {
        Map<Entity, CompletableFuture<Boolean>> loads = new EnumMap<>(Entity.class);
        for (Entity entity : entities) {
            CompletableFuture<Boolean> ready = references(entity)
                    .map(loads::get)
                    .reduce(
                            CompletableFuture.completedFuture(true),
                            (all, one) -> all.thenCombine(one, Boolean::logicalAnd));
            loads.put(entity, ready.thenApplyAsync(loaded -> loaded && loadAndTell(entity)));
        }
        // Each is waited for, so that none is under way when this ends.
        loads.values().forEach(CompletableFuture::join);
        return entities.stream().filter(failures::containsKey).findFirst();
    }

    private Stream<Entity> references(Entity entity) {
        return Mappings.of(entity).references().stream().filter(other -> other != entity && entities.contains(other));
    }

    private boolean stopped(Entity entity) {
        say.accept("The first load of " + entity.collection() + " stopped: " + failures.get(entity));
        return false;
    }

    private boolean loadAndTell(Entity entity) {
        started.add(entity);
        prepare();
        boolean loaded = load(entity);
        if (loaded) {
            say.accept(sentence(entity));
        }
        return loaded;
    }

    /** Calls until one call is complete; false when that cannot be reached. */
    private boolean load(Entity entity) {
        boolean complete = false;
        while (!complete) {
            Instant start = clock.instant();
            long writes = company.writes(entity);
            InvocationResult result = company.sweep(entity);
            if (!(result instanceof Answer answer)) {
                failures.put(entity, result.toString());
                return false;
            }
            if (answer.payload().has("skipped")) {
                failures.put(entity, "another one is running");
                return false;
            }
            Counts before = counts.getOrDefault(entity, Counts.NONE);
            counts.put(
                    entity,
                    before.plus(
                            answer.payload(),
                            company.writes(entity) - writes,
                            Duration.between(start, clock.instant())));
            complete = answer.payload().path("complete").asBoolean();
        }
        return true;
    }

    /** Entities with records that a further pass may bring on: those under way, and at first also those that wait. */
    private List<Entity> open(boolean waiting) {
        return entities.stream()
                .filter(entity -> {
                    FirstLoadReport now = company.report(entity);
                    return !now.unsettled().isEmpty() || waiting && now.count("waiting") > 0;
                })
                .toList();
    }

    private String sentence(Entity entity) {
        Counts did = counts.get(entity);
        return String.format(
                Locale.ROOT,
                "  %s: %d created, %d matched in %.1f s",
                entity.collection(),
                did.created(),
                did.matched(),
                did.seconds());
    }

    private boolean tell() {
        List<FirstLoadReport> reports = entities.stream().map(company::report).toList();
        say.accept(FirstLoadTable.of(reports, counts));
        boolean accountedFor = reports.stream().allMatch(FirstLoadReport::isAccountedFor);
        if (accountedFor) {
            say.accept("Every record is accounted for.");
        } else {
            reports.stream()
                    .filter(each -> !each.isAccountedFor())
                    .forEach(each -> say.accept(
                            "Not settled, " + each.entity().collection() + ": " + String.join(" ", each.unsettled())));
        }
        return accountedFor;
    }
}
