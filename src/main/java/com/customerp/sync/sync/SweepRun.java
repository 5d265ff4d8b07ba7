package com.customerp.sync.sync;

import com.customerp.sync.mapping.Side;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one sweep has found so far. Ids only; rows are kept in bounded caches. */
final class SweepRun {
    final Sweep.Mode mode;
    final Cause cause;
    final Deadline deadline;
    /** Whether CustomERP's match keys are known, so that changed keys in PowerOffice can wake parked records. */
    final boolean wakes;

    final Summary summary = new Summary();
    /** CustomERP ids to work on, in the order found. */
    final Set<String> work = new LinkedHashSet<>();
    /** Of those, the ones of which PowerOffice shows something new. */
    final Set<String> news = new HashSet<>();
    /** Of those, the ones that are looked at although CustomERP shows nothing new. */
    final Set<String> forced = new HashSet<>();
    /** Provisional ids of records that CustomERP may have to get (mapping.md 1.5). */
    final Set<String> newborn = new LinkedHashSet<>();
    /** CustomERP ids of links whose record looks deleted on one side. */
    final Set<String> deletions = new LinkedHashSet<>();

    /** Of those, the ones whose tombstone was listed. */
    final Set<String> tombstones = new HashSet<>();

    /** Of those, the ones that a person already has to decide about. */
    final Set<String> knownGone = new HashSet<>();

    final Set<String> done = new HashSet<>();
    private final Map<Side, Set<String>> listed = new EnumMap<>(Side.class);
    private final Map<Side, Instant> highest = new EnumMap<>(Side.class);

    SweepRun(Sweep.Mode mode, Cause cause, Deadline deadline, boolean wakes) {
        this.mode = mode;
        this.cause = cause;
        this.deadline = deadline;
        this.wakes = wakes;
        listed.put(Side.CUSTOMERP, new HashSet<>());
        listed.put(Side.POWEROFFICE, new HashSet<>());
    }

    /** Provisional ids that were due although their record has been linked meanwhile: what is noted of them goes. */
    Set<String> overtaken() {
        Set<String> left = new LinkedHashSet<>(newborn);
        left.retainAll(forced);
        left.removeAll(done);
        return left;
    }

    boolean isFull() {
        return mode == Sweep.Mode.FULL;
    }

    /**
     * Takes notice of a row: its change time, and in a full sweep that it exists.
     *
     * @param asked when the list was begun: what claims to have changed later moves no cursor, so that neither a wrong
     *     clock nor a change while the list was read hides other changes from the next sweep
     */
    void saw(Side side, RemoteRecord row, Instant asked) {
        Versions.newest(row.version())
                .filter(at -> !at.isAfter(asked))
                .ifPresent(at -> highest.merge(side, at, (a, b) -> a.isAfter(b) ? a : b));
        if (isFull() && !row.deleted()) {
            listed.get(side).add(row.id());
        }
    }

    /** Ids that a full sweep saw on a side. */
    Set<String> listed(Side side) {
        return listed.get(side);
    }

    @Nullable
    Instant highest(Side side) {
        return highest.get(side);
    }
}
