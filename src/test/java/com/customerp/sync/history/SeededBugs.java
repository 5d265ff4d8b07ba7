package com.customerp.sync.history;

import com.customerp.sync.history.Step.Kind;
import com.customerp.sync.history.Violation.Promise;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.MatchIndex;
import com.customerp.sync.link.WaitingList;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.RemoteSystem;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The mistakes that everybody makes here, one each, and the promises that notice. Each stands between the core and one
 * of its ports, so that the core as a whole behaves as if it had the mistake.
 */
final class SeededBugs {
    private static final int HISTORIES = 200;
    /** A server that makes one blank of several, and whose clock is ahead. */
    private static final Setting TIDY = new Setting(0, 150, 16, false, false);

    private SeededBugs() {}

    /** A mistake, the promises of which any has to be broken by it, and the histories in which it may come to light. */
    record Seeded(String name, Bug bug, Set<Promise> noticedBy, List<Samples> histories) {
        /** Histories of such steps only. */
        Seeded in(Kind... kinds) {
            return new Seeded(name, bug, noticedBy, numbered(List.of(kinds)));
        }

        /** One history, for what comes to light too seldom. */
        Seeded during(Setting setting, Step... steps) {
            return new Seeded(name, bug, noticedBy, List.of(new Samples(setting, List.of(steps))));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static List<Samples> numbered(List<Kind> kinds) {
        return IntStream.range(0, HISTORIES)
                .mapToObj(number -> Samples.number(number, kinds))
                .toList();
    }

    static List<Seeded> all() {
        return List.of(
                seeded("create without search", withoutSearch(), Promise.NO_DUPLICATES, Promise.NO_RECORD_LOST)
                        .in(Kind.CREATE_CUSTOMERP, Kind.CRASH, Kind.WEBHOOKS),
                seeded("unclear create sent again", system(Set.of("create"), Mistakes::twice), Promise.NO_DUPLICATES)
                        .in(Kind.CREATE_CUSTOMERP, Kind.FAULT, Kind.WEBHOOKS),
                seeded("cursor too far", system(Set.of("list"), Mistakes::tooLate), Promise.CHANGES_SUFFICE),
                seeded(
                                "changes left to webhooks",
                                of(Side.CUSTOMERP, "list", Mistakes::noChanges),
                                Promise.CHANGES_SUFFICE)
                        .in(Kind.EDIT_CUSTOMERP, Kind.WEBHOOKS_LOST),
                seeded("loser of a conflict dropped", links("keepConflict", call -> null), Promise.LOSER_KEPT)
                        .in(Kind.EDIT_CUSTOMERP, Kind.EDIT_POWEROFFICE),
                seeded(
                                "base taken from what was sent",
                                system(Set.of("patch"), Mistakes::asSent),
                                Promise.ONE_EDIT_ONE_WRITE,
                                Promise.ONE_SIDED_EDIT_STANDS)
                        .during(
                                TIDY,
                                step(Kind.QUIET, Entity.EMPLOYEE, 0, 0, 0),
                                step(Kind.EDIT_CUSTOMERP, Entity.EMPLOYEE, 0, 6, 9),
                                step(Kind.WEBHOOKS, Entity.EMPLOYEE, 0, 0, 3),
                                step(Kind.EDIT_CUSTOMERP, Entity.EMPLOYEE, 0, 6, 1),
                                step(Kind.WEBHOOKS, Entity.EMPLOYEE, 0, 0, 3)),
                seeded(
                                "overlap of lists forgotten",
                                of(Side.POWEROFFICE, "list", Mistakes::withoutOverlap),
                                Promise.CHANGES_SUFFICE)
                        .in(Kind.EDIT_POWEROFFICE, Kind.CHANGES),
                seeded("cursor past what was not done", links("save", Mistakes::withoutNote), Promise.CHANGES_SUFFICE)
                        .during(
                                Setting.PLAIN,
                                step(Kind.EDIT_POWEROFFICE, Entity.CUSTOMER, 0, 1, 1),
                                step(Kind.TIME, Entity.CUSTOMER, 0, 0, 1),
                                step(Kind.EDIT_POWEROFFICE, Entity.CUSTOMER, 1, 1, 2),
                                step(Kind.FAULT, Entity.CUSTOMER, 1, 0, 9),
                                step(Kind.CHANGES, Entity.CUSTOMER, 0, 0, 0)),
                seeded("lease ignored", links("find", Mistakes::withoutLease), Promise.ONE_EDIT_ONE_WRITE),
                seeded("nobody woken", nobodyWaits(), Promise.NO_ORPHANS)
                        .during(
                                Setting.PLAIN,
                                step(Kind.CREATE_CUSTOMERP, Entity.EMPLOYEE, 27, 96, 52),
                                step(Kind.EDIT_CUSTOMERP, Entity.PROJECT, 24, 59, 77),
                                step(Kind.FAULT, Entity.EMPLOYEE, 43, 23, 12),
                                step(Kind.CHANGES, Entity.PROJECT, 98, 0, 27)),
                seeded("pointers not looked at", links("pointers", call -> Map.of()), Promise.CHANGES_SUFFICE),
                seeded("bases forgotten", links("save", Mistakes::withoutBases), Promise.ONE_SIDED_EDIT_STANDS),
                seeded(
                                "time-out taken as done",
                                system(Set.of("patch"), Mistakes::emptyOnFault),
                                Promise.CONVERGENCE,
                                Promise.CHANGES_SUFFICE,
                                Promise.ONE_SIDED_EDIT_STANDS)
                        .in(Kind.EDIT_CUSTOMERP, Kind.EDIT_POWEROFFICE, Kind.FAULT, Kind.CHANGES),
                seeded(
                                "clearing forgotten",
                                system(Set.of("patch"), Mistakes::withoutNulls),
                                Promise.CONVERGENCE,
                                Promise.CHANGES_SUFFICE)
                        .in(Kind.EDIT_CUSTOMERP, Kind.EDIT_POWEROFFICE, Kind.QUIET),
                seeded(
                                "unmapped member overwritten",
                                of(Side.POWEROFFICE, "patch", Mistakes::more),
                                Promise.UNMAPPED_UNTOUCHED)
                        .in(Kind.EDIT_CUSTOMERP, Kind.NOTE_BESIDE),
                seeded(
                                "removed line left",
                                of(Side.POWEROFFICE, "deleteLine", call -> null),
                                Promise.NOTHING_STUCK,
                                Promise.CONVERGENCE)
                        .in(Kind.LINES_CUSTOMERP),
                seeded("fault taken as gone", system(Set.of("read"), Mistakes::emptyOnFault), Promise.NO_RECORD_LOST)
                        .in(Kind.EDIT_CUSTOMERP, Kind.FAULT, Kind.WEBHOOKS));
    }

    private static Seeded seeded(String name, Bug bug, Promise... noticedBy) {
        return new Seeded(name, bug, EnumSet.copyOf(List.of(noticedBy)), numbered(List.of()));
    }

    private static Bug withoutSearch() {
        return new Bug() {
            @Override
            public RemoteSystem system(Side side, RemoteSystem system) {
                return side == Side.CUSTOMERP
                        ? system
                        : Replaced.of(RemoteSystem.class, system, Set.of("search"), call -> List.of());
            }

            @Override
            public MatchIndex index(MatchIndex index) {
                MatchIndex single = Replaced.of(MatchIndex.class, index, Set.of("find"), call -> Set.of());
                return Replaced.of(MatchIndex.class, single, Set.of("findAll"), Mistakes::noneOfAll);
            }
        };
    }

    private static Bug nobodyWaits() {
        return new Bug() {
            @Override
            public WaitingList waiting(WaitingList waiting) {
                return Replaced.of(WaitingList.class, waiting, Set.of("add"), call -> null);
            }
        };
    }

    private static Bug system(Set<String> methods, Function<Replaced.Call, Object> instead) {
        return new Bug() {
            @Override
            public RemoteSystem system(Side side, RemoteSystem system) {
                return Replaced.of(RemoteSystem.class, system, methods, instead);
            }
        };
    }

    private static Bug of(Side broken, String method, Function<Replaced.Call, Object> instead) {
        return new Bug() {
            @Override
            public RemoteSystem system(Side side, RemoteSystem system) {
                return side == broken ? Replaced.of(RemoteSystem.class, system, Set.of(method), instead) : system;
            }
        };
    }

    private static Bug links(String method, Function<Replaced.Call, Object> instead) {
        return new Bug() {
            @Override
            public LinkStore links(LinkStore links) {
                return Replaced.of(LinkStore.class, links, Set.of(method), instead);
            }
        };
    }

    private static Step step(Kind kind, Entity entity, int record, int detail, int value) {
        return new Step(kind, entity, record, detail, value);
    }
}
