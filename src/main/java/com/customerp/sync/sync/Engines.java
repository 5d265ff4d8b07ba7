package com.customerp.sync.sync;

import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.MatchIndex;
import com.customerp.sync.link.Seal;
import com.customerp.sync.link.WaitingList;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Fingerprints;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.RecordKey;
import com.customerp.sync.mapping.Side;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The engines of one invocation, one for each pair. They share what one has read or linked, so that a record that refers
 * to others can have them reconciled first (mapping.md 1.7). Not thread-safe.
 */
public final class Engines {
    private final Parts parts;
    private final Function<Entity, Optional<Pairing>> pairings;
    private final Map<Entity, Optional<Engine>> engines = new EnumMap<>(Entity.class);
    /** To the records of which pairs others refer; known when it is first asked for, which takes every mapping. */
    private @Nullable Set<Entity> referredTo;

    final Readings readings;
    final LinkReferences references;
    final RemoteFacts facts;
    final Wakes wakes;
    final Prerequisites prerequisites;

    /**
     * What the core is given.
     *
     * @param seal keeps the body of an intention
     * @param client names this installation in the keys of CustomERP's requests, the same in all functions
     * @param owner one name for each invocation, for leases
     * @param random numbers from 0 to 1, to spread retries
     */
    public record Parts(
            Fingerprints fingerprints,
            Seal seal,
            String client,
            Systems systems,
            PowerOfficeLists lists,
            LinkStore links,
            WaitingList waiting,
            MatchIndex index,
            Journal journal,
            Clock clock,
            Waiter waiter,
            DoubleSupplier random,
            String owner) {}

    /** What is set for one pair. */
    public record Pairing(Mapping mapping, Policy policy) {}

    /**
     * @param pairings empty for a pair that is switched off: its records are left alone, also when others refer to them
     */
    public Engines(Parts parts, Function<Entity, Optional<Pairing>> pairings) {
        this.parts = parts;
        this.pairings = pairings;
        this.readings = new Readings(parts.clock());
        this.references = new LinkReferences(parts.links());
        this.facts = new RemoteFacts(parts, references, readings);
        this.wakes = new Wakes(parts, this::isReferredTo);
        this.prerequisites = new Prerequisites(this, parts.links());
    }

    private boolean isReferredTo(Entity entity) {
        if (referredTo == null) {
            referredTo = Arrays.stream(Entity.values())
                    .flatMap(each -> pairings.apply(each).stream())
                    .flatMap(pairing -> pairing.mapping().references().stream())
                    .collect(Collectors.toSet());
        }
        return referredTo.contains(entity);
    }

    /**
     * The engine of a pair.
     *
     * @throws IllegalArgumentException when the pair is switched off
     */
    public Engine of(Entity entity) {
        return find(entity).orElseThrow(() -> new IllegalArgumentException(entity.collection() + " are switched off"));
    }

    /** Reconciles one record, and then those that waited for it. */
    public Outcome reconcile(Entity entity, Visit visit) {
        Outcome outcome = of(entity).reconciler().reconcile(visit);
        wake(visit.cause(), () -> true, (other, woken) -> {});
        return outcome;
    }

    /** Counts the outcome of one record, and the requests of the whole invocation. */
    public Summary summary(Outcome outcome) {
        Summary summary = new Summary();
        summary.add(outcome);
        for (Side side : Side.values()) {
            summary.traffic(side, Traffic.of(parts.systems().of(side)));
        }
        summary.complete();
        return summary;
    }

    /**
     * Reconciles the records that wait no longer. Each is noted as due: what is left here is done by a sweep.
     *
     * @param goesOn asked before each
     */
    void wake(Cause cause, BooleanSupplier goesOn, BiConsumer<Entity, Outcome> report) {
        while (goesOn.getAsBoolean()) {
            Optional<RecordKey> next = wakes.next();
            if (next.isEmpty()) {
                return;
            }
            Entity entity = next.get().entity();
            try {
                find(entity)
                        .ifPresent(engine -> report.accept(
                                entity,
                                engine.reconciler()
                                        .reconcile(Visit.woken(next.get().id(), cause))));
            } catch (RemoteException refused) {
                // It is noted as due, and its own sweep says loudly that the system refuses.
                return;
            }
        }
    }

    Optional<Engine> find(Entity entity) {
        Optional<Engine> known = engines.get(entity);
        if (known == null) {
            known = pairings.apply(entity).map(pairing -> new Engine(parts, pairing, this));
            engines.put(entity, known);
        }
        return known;
    }
}
