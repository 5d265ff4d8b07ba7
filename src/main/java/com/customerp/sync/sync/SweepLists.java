package com.customerp.sync.sync;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.MatchIndex;
import com.customerp.sync.link.MatchKeys;
import com.customerp.sync.link.Pointer;
import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.RecordId;
import com.customerp.sync.mapping.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the lists of both systems page by page, drops what is unchanged, and leaves the rest as work. */
final class SweepLists {
    private final Mapping mapping;
    private final Bookkeeping bookkeeping;
    private final Locking locking;
    private final Systems systems;
    private final LinkStore links;
    private final MatchIndex index;
    private final Indexer indexer;
    private final Rows rows;
    private final Quiet quiet;
    private final Journal journal;
    private final Clock clock;
    private final boolean createsInCustomerp;

    SweepLists(Engine.Wiring wiring) {
        this.mapping = wiring.mapping();
        this.bookkeeping = wiring.bookkeeping();
        this.locking = new Locking(wiring.mapping());
        this.systems = wiring.parts().systems();
        this.links = wiring.parts().links();
        this.index = wiring.parts().index();
        this.indexer = wiring.indexer();
        this.rows = wiring.rows();
        this.quiet = wiring.quiet();
        this.journal = wiring.parts().journal();
        this.clock = wiring.parts().clock();
        this.createsInCustomerp = wiring.policy().createInCustomerp();
    }

    /**
     * Reads one side.
     *
     * @param since where to start, or null for everything
     * @param goesOn asked before each page
     * @return whether the list was read to its end
     * @throws SafetyStopException when the list has no end
     */
    boolean read(SweepRun run, Side side, @Nullable String since, BooleanSupplier goesOn) {
        Circle circle = new Circle(side, mapping.entity());
        Instant asked = clock.instant();
        String next = null;
        do {
            if (!goesOn.getAsBoolean()) {
                return false;
            }
            Instant at = clock.instant();
            RemotePage page = systems.of(side).list(mapping.entity(), since, next);
            circle.check(page);
            run.summary.read(side, page.records().size());
            Map<Boolean, List<RemoteRecord>> rows =
                    page.records().stream().collect(Collectors.partitioningBy(row -> hasPossibleId(side, row)));
            rows.get(false).forEach(row -> tell(run, side, row));
            rows.get(true).forEach(row -> run.saw(side, row, asked));
            if (side == Side.CUSTOMERP) {
                takeCustomerp(run, rows.get(true), at);
            } else {
                takePowerOffice(run, rows.get(true), at);
            }
            next = page.next();
        } while (next != null);
        return true;
    }

    /** Whether something can be kept about a row, or about a counterpart of it. */
    private static boolean hasPossibleId(Side side, RemoteRecord row) {
        return side == Side.CUSTOMERP
                ? RecordId.isStorable(row.id()) && !Link.isProvisional(row.id())
                : RecordId.isAllowed(row.id());
    }

    /** A row of which nothing can be kept is told of at each sweep that meets it, and costs the others nothing. */
    private void tell(SweepRun run, Side side, RemoteRecord row) {
        Outcome outcome = Outcome.parked(null, UnlinkedWork.badId(row.id()));
        String id = side == Side.CUSTOMERP ? row.id() : Link.provisionalId(row.id());
        journal.reconciled(mapping.entity(), id, run.cause, outcome, 0, Duration.ZERO);
        run.summary.add(outcome);
    }

    private void takeCustomerp(SweepRun run, List<RemoteRecord> page, Instant at) {
        Map<String, Link> known = links.findAll(mapping.entity(), ids(page));
        List<RemoteRecord> changed = new ArrayList<>();
        for (RemoteRecord row : page) {
            Link link = known.get(row.id());
            if (row.deleted()) {
                if (link != null && link.state() != State.CLOSED && link.state() != State.EXCLUDED) {
                    run.deletions.add(row.id());
                    run.tombstones.add(row.id());
                    if (Decider.isKnownGone(link)) {
                        run.knownGone.add(row.id());
                    }
                    changed.add(row);
                }
            } else if (link != null && link.state() == State.EXCLUDED) {
                run.summary.add(Outcome.of(Outcome.Result.EXCLUDED, link.powerOfficeId()));
            } else if (link != null && isUnchanged(link, row)) {
                if (run.work.contains(row.id())) {
                    rows.put(Side.CUSTOMERP, row, at);
                } else {
                    run.summary.add(Reconciler.settled(link));
                }
            } else {
                changed.add(row);
                run.work.add(row.id());
                rows.put(Side.CUSTOMERP, row, at);
            }
        }
        indexer.put(Side.CUSTOMERP, changed);
    }

    private boolean isUnchanged(Link link, RemoteRecord row) {
        return quiet.isSettled(link)
                && (quiet.isLate(row, link.customerpSeen()) || quiet.isSeen(Side.CUSTOMERP, row, link.customerpSeen()));
    }

    private void takePowerOffice(SweepRun run, List<RemoteRecord> page, Instant at) {
        Map<String, Pointer> known = links.pointers(mapping.entity(), ids(page));
        List<RemoteRecord> changed = new ArrayList<>();
        List<RemoteRecord> free = new ArrayList<>();
        for (RemoteRecord row : page) {
            Pointer pointer = known.get(row.id());
            if (pointer == null) {
                free.add(row);
                rows.put(Side.POWEROFFICE, row, at);
            } else if (Link.isProvisional(pointer.customerpId())) {
                run.newborn.add(pointer.customerpId());
            } else if (isNews(run, row, pointer)) {
                changed.add(row);
                run.work.add(pointer.customerpId());
                run.news.add(pointer.customerpId());
                rows.put(Side.POWEROFFICE, row, at);
            }
        }
        if (createsInCustomerp) {
            takeNewborn(run, free);
        }
        indexer.put(Side.POWEROFFICE, changed);
        List<MatchKeys> moved = indexer.put(Side.POWEROFFICE, free);
        if (run.wakes) {
            moved.forEach(keys -> {
                wake(run, keys.wanted());
                wake(run, keys.before());
            });
        }
    }

    /** Records without a link are work too, but for archived ones and those that show nothing new. */
    private void takeNewborn(SweepRun run, List<RemoteRecord> free) {
        Map<String, Link> known = links.findAll(
                mapping.entity(),
                free.stream().map(row -> Link.provisionalId(row.id())).toList());
        for (RemoteRecord row : free) {
            String id = Link.provisionalId(row.id());
            Link link = known.get(id);
            boolean settled = link != null
                    && quiet.isSettled(link)
                    && quiet.isSeen(Side.POWEROFFICE, row, link.powerOfficeSeen());
            boolean left = link == null && mapping.isArchived(Side.POWEROFFICE, row.body());
            if (settled) {
                run.summary.add(Reconciler.settled(link));
            } else if (!left) {
                run.newborn.add(id);
            }
        }
    }

    /** In a full sweep also the lines of open records, which no list shows and no change time tells (mapping.md 8.7). */
    private boolean isNews(SweepRun run, RemoteRecord row, Pointer pointer) {
        boolean hidden =
                run.isFull() && !quiet.isWhole(Side.POWEROFFICE, row) && locking.isOpen(Side.POWEROFFICE, row.body());
        return hidden || !quiet.isLate(row, pointer.seen()) && !quiet.isSeen(Side.POWEROFFICE, row, pointer.seen());
    }

    /** A record without a link has got or lost these keys: parked records of CustomERP that share one are tried again. */
    private void wake(SweepRun run, Map<String, String> keys) {
        Set<String> sharing = new TreeSet<>();
        keys.forEach(
                (key, fingerprint) -> sharing.addAll(index.find(mapping.entity(), Side.CUSTOMERP, key, fingerprint)));
        links.findAll(mapping.entity(), sharing).values().stream()
                .filter(link -> link.state() == State.PARKED && link.powerOfficeId() == null)
                .forEach(link -> {
                    run.work.add(link.customerpId());
                    run.forced.add(link.customerpId());
                });
    }

    private static List<String> ids(List<RemoteRecord> rows) {
        return rows.stream().map(RemoteRecord::id).toList();
    }
}
