package com.customerp.sync.sync;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.Progress;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Side;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;

/**
 * One pass over an entity (design.md 4): lists both systems, works on what is new or due, and advances the cursors only
 * past what is reconciled or noted. A pass that runs out of time moves no cursor: the next one lists again, and what is
 * done drops out by its fingerprint. So there is no place to keep, and none to lose.
 */
public final class Sweep {
    private static final int DUE = 1_000;
    private static final int FAULTS_IN_A_ROW = 10;

    /** What a pass reads. */
    public enum Mode {
        /** What changed since the cursors. */
        CHANGES,
        /** Everything: also what change times do not cover, and what is missing. */
        FULL
    }

    private final Mapping mapping;
    private final Systems systems;
    private final LinkStore links;
    private final Engines engines;
    private final Reconciler reconciler;
    private final SweepLists lists;
    private final SweepChunk chunk;
    private final SweepDeletions deletions;
    private final Journal journal;
    private final Clock clock;
    private final String owner;

    Sweep(Engine.Wiring wiring, Reconciler reconciler, Siblings siblings) {
        this.mapping = wiring.mapping();
        this.systems = wiring.parts().systems();
        this.links = wiring.parts().links();
        this.engines = wiring.engines();
        this.reconciler = reconciler;
        this.lists = new SweepLists(wiring);
        this.chunk = new SweepChunk(wiring, siblings);
        this.deletions = new SweepDeletions(mapping.entity(), links);
        this.journal = wiring.parts().journal();
        this.clock = wiring.parts().clock();
        this.owner = wiring.parts().owner();
    }

    /**
     * Runs one pass, or says that another one is running.
     *
     * @param mode before the first full pass has come to its end, every pass is full
     * @throws RemoteException of kind {@code UNAUTHORISED} or {@code FORBIDDEN}: a system refuses us altogether
     * @throws SafetyStopException when more records look deleted than can be right, or a list has no end
     */
    public Summary run(Mode mode, Deadline deadline, String correlationId) {
        SweepLease lease = new SweepLease(links, clock, mapping.entity().key() + "#sweep", owner + correlationId);
        if (!lease.hold()) {
            return Summary.skipped();
        }
        Progress progress = links.progress(mapping.entity());
        Mode actual = progress.fullAt() == null ? Mode.FULL : mode;
        Cause cause = new Cause(key(mode), correlationId, false);
        SweepRun run = new SweepRun(actual, cause, deadline, progress.indexedAt() != null);
        if (progress.sweptAt() != null) {
            run.summary.knownAsOf(Instant.parse(progress.sweptAt()));
        }
        Traffic customerpBefore = Traffic.of(systems.customerp());
        Traffic powerOfficeBefore = Traffic.of(systems.powerOffice());
        try {
            pass(run, progress, () -> deadline.takesWork() && lease.hold());
        } catch (RemoteException fault) {
            stopWhenRefused(fault);
        } finally {
            run.summary.traffic(Side.CUSTOMERP, Traffic.of(systems.customerp()).since(customerpBefore));
            run.summary.traffic(
                    Side.POWEROFFICE, Traffic.of(systems.powerOffice()).since(powerOfficeBefore));
            lease.release();
        }
        return run.summary;
    }

    /** A system that is away for a while leaves the pass incomplete; one that refuses us needs a person. */
    private static void stopWhenRefused(RemoteException fault) {
        if (fault.kind() != RemoteException.Kind.TRANSIENT && fault.kind() != RemoteException.Kind.RATE_LIMITED) {
            throw fault;
        }
    }

    private static String key(Mode mode) {
        return mode == Mode.FULL ? "full" : "changes";
    }

    private void pass(SweepRun run, Progress progress, BooleanSupplier goesOn) {
        boolean listed = lists.read(run, Side.POWEROFFICE, since(run, Side.POWEROFFICE, progress), goesOn)
                && lists.read(run, Side.CUSTOMERP, since(run, Side.CUSTOMERP, progress), goesOn);
        if (!listed) {
            return;
        }
        Progress indexed = run.isFull() && progress.indexedAt() == null ? indexed(progress) : progress;
        addDue(run);
        if (!work(run, run.work, chunk::visits, goesOn)
                || !work(run, run.newborn, chunk::newborn, goesOn)
                || !work(run, run.overtaken(), Sweep::alone, goesOn)) {
            return;
        }
        if (run.isFull()) {
            deletions.addMissing(run);
        }
        if (!delete(run, goesOn)) {
            return;
        }
        links.saveProgress(mapping.entity(), Cursors.after(run, indexed, clock.instant()));
        run.summary.knownAsOf(run.deadline.start());
        run.summary.complete();
    }

    private String since(SweepRun run, Side side, Progress progress) {
        return run.isFull() ? null : Cursors.since(side, progress, clock.instant());
    }

    private Progress indexed(Progress progress) {
        Progress indexed = new Progress(
                progress.customerpCursor(),
                progress.powerOfficeCursor(),
                clock.instant().toString(),
                progress.fullAt(),
                progress.sweptAt());
        links.saveProgress(mapping.entity(), indexed);
        return indexed;
    }

    private void addDue(SweepRun run) {
        for (Link link : links.due(mapping.entity(), clock.instant(), DUE)) {
            if (link.missingSince() != null) {
                run.deletions.add(link.customerpId());
            } else if (Link.isProvisional(link.customerpId())) {
                run.newborn.add(link.customerpId());
                run.forced.add(link.customerpId());
            } else {
                run.work.add(link.customerpId());
                run.forced.add(link.customerpId());
            }
        }
        run.work.removeAll(run.deletions);
    }

    private boolean work(
            SweepRun run,
            Set<String> records,
            BiFunction<SweepRun, List<String>, List<Visit>> visits,
            BooleanSupplier goesOn) {
        List<String> all = new ArrayList<>(records);
        int faults = 0;
        for (int from = 0; from < all.size(); from += SweepChunk.SIZE) {
            if (!goesOn.getAsBoolean()) {
                return false;
            }
            List<String> ids = all.subList(from, Math.min(all.size(), from + SweepChunk.SIZE));
            for (Visit visit : prepared(run, ids, visits)) {
                if (!goesOn.getAsBoolean()) {
                    return false;
                }
                Outcome outcome = visit(run, visit);
                faults = outcome.tellsOfOthers() ? faults + 1 : 0;
                if (faults >= FAULTS_IN_A_ROW) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What cannot be read ahead together is read one by one, so that only the record that is the cause is held up. */
    private List<Visit> prepared(
            SweepRun run, List<String> ids, BiFunction<SweepRun, List<String>, List<Visit>> visits) {
        try {
            return visits.apply(run, ids);
        } catch (RuntimeException bug) {
            if (bug instanceof RemoteException fault && fault.kind() != RemoteException.Kind.BUG) {
                throw fault;
            }
            journal.failed(mapping.entity(), run.cause, Unexpected.sentence(bug));
            return alone(run, ids);
        }
    }

    private static List<Visit> alone(SweepRun run, List<String> ids) {
        return ids.stream()
                .map(id -> new Visit(id, null, null, run.cause, Set.of(Visit.Trait.FORCED)))
                .toList();
    }

    private Outcome visit(SweepRun run, Visit visit) {
        Outcome outcome = reconciler.reconcile(visit);
        run.done.add(visit.customerpId());
        run.summary.add(outcome);
        engines.wake(run.cause, run.deadline::takesWork, (entity, woken) -> {
            if (entity == mapping.entity()) {
                run.summary.add(woken);
            }
        });
        return outcome;
    }

    private boolean delete(SweepRun run, BooleanSupplier goesOn) {
        deletions.checkShare(run);
        for (String id : run.deletions) {
            if (!goesOn.getAsBoolean()) {
                return false;
            }
            Set<Visit.Trait> traits = run.tombstones.contains(id)
                    ? Set.of(Visit.Trait.FORCED, Visit.Trait.DELETION_SEEN)
                    : Set.of(Visit.Trait.FORCED);
            visit(run, new Visit(id, null, null, run.cause, traits));
        }
        return true;
    }
}
