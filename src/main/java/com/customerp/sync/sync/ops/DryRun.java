package com.customerp.sync.sync.ops;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.RecordKey;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.Cause;
import com.customerp.sync.sync.Deadline;
import com.customerp.sync.sync.Engines;
import com.customerp.sync.sync.Outcome;
import com.customerp.sync.sync.SafetyStopException;
import com.customerp.sync.sync.Summary;
import com.customerp.sync.sync.Sweep;
import com.customerp.sync.sync.Systems;
import com.customerp.sync.sync.Visit;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The sync itself, run without anything being written: the engine is the same, and all that it could write to stands
 * behind a part that only takes notice. So a plan shows what the real run would do, as far as the two systems store what
 * they are sent.
 */
final class DryRun {
    private static final Set<Visit.Trait> TRAITS = Set.of(Visit.Trait.FORCED, Visit.Trait.SEARCHES);

    private final Engines engines;
    private final Function<Entity, Optional<Engines.Pairing>> pairings;
    private final Systems systems;
    private final DryWrites writes = new DryWrites();
    private final PlanBook book = new PlanBook(writes);
    private final String correlationId;

    DryRun(Engines.Parts parts, Function<Entity, Optional<Engines.Pairing>> pairings, String correlationId) {
        this.pairings = pairings;
        this.correlationId = correlationId;
        this.systems = parts.systems();
        Systems dry = new Systems(
                new DrySystem(parts.systems().customerp(), Side.CUSTOMERP, writes),
                new DrySystem(parts.systems().powerOffice(), Side.POWEROFFICE, writes));
        DryIndex index = new DryIndex(parts.index());
        this.engines = new Engines(
                new Engines.Parts(
                        parts.fingerprints(),
                        parts.seal(),
                        parts.client(),
                        dry,
                        parts.lists(),
                        new DryLinks(parts.links(), index, parts.clock()),
                        new DryWaitingList(parts.waiting()),
                        index,
                        book,
                        parts.clock(),
                        parts.waiter(),
                        parts.random(),
                        parts.owner()),
                pairings);
    }

    /** What would happen to one record now. */
    ObjectNode one(Entity entity, String customerpId) {
        Cause cause = new Cause("plan", correlationId, false);
        engines.reconcile(entity, new Visit(customerpId, null, null, cause, TRAITS));
        Outcome outcome = book.outcome(entity, customerpId);
        return book.record(new RecordKey(entity, Side.CUSTOMERP, customerpId), outcome);
    }

    /**
     * What a full pass over these pairs would do now.
     *
     * @param limit how many records are told of; all are counted
     */
    ObjectNode all(Collection<Entity> entities, Deadline deadline, int limit) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("complete", true);
        ObjectNode counts = answer.putObject("entities");
        for (Entity entity : entities) {
            if (pairings.apply(entity).isPresent()) {
                Optional<String> stopped = sweep(entity, deadline, answer);
                ObjectNode own = book.counts(entity);
                stopped.ifPresent(sentence -> own.put("stopped", sentence));
                counts.set(entity.key(), own);
            }
        }
        answer.putObject("requests")
                .put("customerp", systems.customerp().requestsSent())
                .put("poweroffice", systems.powerOffice().requestsSent());
        answer.set("records", book.records(limit));
        return answer.put("more", book.isMoreThan(limit));
    }

    private Optional<String> sweep(Entity entity, Deadline deadline, ObjectNode answer) {
        book.begin(entity);
        try {
            Summary summary = engines.of(entity).sweep().run(Sweep.Mode.FULL, deadline, correlationId);
            book.end(summary);
            if (!summary.isComplete()) {
                answer.put("complete", false);
            }
            return Optional.empty();
        } catch (SafetyStopException stop) {
            answer.put("complete", false);
            return Optional.of(stop.getMessage());
        }
    }
}
