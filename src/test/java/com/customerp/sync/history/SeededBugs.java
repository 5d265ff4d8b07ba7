package com.customerp.sync.history;

import com.customerp.sync.history.Step.Kind;
import com.customerp.sync.history.Violation.Promise;
import com.customerp.sync.link.Link;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.MatchIndex;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.Change;
import com.customerp.sync.sync.RemoteException;
import com.customerp.sync.sync.RemotePage;
import com.customerp.sync.sync.RemoteSystem;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.IntNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The mistakes that everybody makes here, one each, and the promises that notice. Each stands between the core and one
 * of its ports, so that the core as a whole behaves as if it had the mistake.
 */
final class SeededBugs {
    private SeededBugs() {}

    /** A mistake, the promises of which any has to be broken by it, and the steps in which it comes to light. */
    record Seeded(String name, Bug bug, Set<Promise> noticedBy, List<Kind> steps) {
        Seeded in(Kind... kinds) {
            return new Seeded(name, bug, noticedBy, List.of(kinds));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Seeded> all() {
        return List.of(
                seeded("create without search", withoutSearch(), Promise.NO_DUPLICATES, Promise.NO_RECORD_LOST)
                        .in(Kind.CREATE_CUSTOMERP, Kind.CRASH, Kind.WEBHOOKS),
                seeded("unclear create sent again", system(Set.of("create"), SeededBugs::twice), Promise.NO_DUPLICATES)
                        .in(Kind.CREATE_CUSTOMERP, Kind.FAULT, Kind.WEBHOOKS),
                seeded("cursor too far", system(Set.of("list"), SeededBugs::tooLate), Promise.CHANGES_SUFFICE),
                seeded(
                                "changes left to webhooks",
                                of(Side.CUSTOMERP, "list", SeededBugs::noChanges),
                                Promise.CHANGES_SUFFICE)
                        .in(Kind.EDIT_CUSTOMERP, Kind.WEBHOOKS_LOST),
                seeded("loser of a conflict dropped", links("keepConflict", call -> null), Promise.LOSER_KEPT)
                        .in(Kind.EDIT_CUSTOMERP, Kind.EDIT_POWEROFFICE),
                seeded("pointers not looked at", links("pointers", call -> Map.of()), Promise.CHANGES_SUFFICE),
                seeded("bases forgotten", links("save", SeededBugs::withoutBases), Promise.ONE_SIDED_EDIT_STANDS),
                seeded(
                                "time-out taken as done",
                                system(Set.of("patch"), SeededBugs::emptyOnFault),
                                Promise.CONVERGENCE,
                                Promise.CHANGES_SUFFICE,
                                Promise.ONE_SIDED_EDIT_STANDS)
                        .in(Kind.EDIT_CUSTOMERP, Kind.EDIT_POWEROFFICE, Kind.FAULT, Kind.CHANGES),
                seeded(
                                "clearing forgotten",
                                system(Set.of("patch"), SeededBugs::withoutNulls),
                                Promise.CONVERGENCE,
                                Promise.CHANGES_SUFFICE)
                        .in(Kind.EDIT_CUSTOMERP, Kind.EDIT_POWEROFFICE, Kind.QUIET),
                seeded(
                                "unmapped member overwritten",
                                of(Side.POWEROFFICE, "patch", SeededBugs::more),
                                Promise.UNMAPPED_UNTOUCHED)
                        .in(Kind.EDIT_CUSTOMERP, Kind.NOTE_BESIDE),
                seeded(
                                "removed line left",
                                of(Side.POWEROFFICE, "deleteLine", call -> null),
                                Promise.NOTHING_STUCK,
                                Promise.CONVERGENCE)
                        .in(Kind.LINES_CUSTOMERP),
                seeded("fault taken as gone", system(Set.of("read"), SeededBugs::emptyOnFault), Promise.NO_RECORD_LOST)
                        .in(Kind.EDIT_CUSTOMERP, Kind.FAULT, Kind.WEBHOOKS));
    }

    private static Seeded seeded(String name, Bug bug, Promise... noticedBy) {
        return new Seeded(name, bug, EnumSet.copyOf(List.of(noticedBy)), List.of());
    }

    private static Object noneOfAll(Replaced.Call call) {
        return call.<Collection<MatchIndex.Entry>>argument(0).stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), entry -> Set.of()));
    }

    private static Object twice(Replaced.Call call) {
        try {
            return call.proceed();
        } catch (RemoteException unclear) {
            return call.proceed();
        }
    }

    private static Object tooLate(Replaced.Call call) {
        if (call.arguments[1] != null) {
            call.arguments[1] = Instant.parse(call.<String>argument(1))
                    .plus(Duration.ofMinutes(10))
                    .toString();
        }
        return call.proceed();
    }

    private static Object noChanges(Replaced.Call call) {
        return call.arguments[1] == null ? call.proceed() : new RemotePage(List.of(), null);
    }

    private static Object withoutBases(Replaced.Call call) {
        Link link = call.argument(0);
        call.arguments[0] =
                link.change().withoutBases(Set.copyOf(link.bases().keySet())).build();
        return call.proceed();
    }

    private static Object emptyOnFault(Replaced.Call call) {
        try {
            return call.proceed();
        } catch (RemoteException fault) {
            return Optional.empty();
        }
    }

    private static Object withoutNulls(Replaced.Call call) {
        List<Change> changes = call.argument(2);
        call.arguments[2] =
                changes.stream().filter(change -> !change.value().isNull()).toList();
        return call.proceed();
    }

    private static Object more(Replaced.Call call) {
        List<Change> changes = new ArrayList<>(call.<List<Change>>argument(2));
        if (call.arguments[0] == Entity.CUSTOMER) {
            changes.add(new Change(JsonPointer.compile("/ExternalNumber"), IntNode.valueOf(4711)));
        }
        call.arguments[2] = changes;
        return call.proceed();
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
                return Replaced.of(MatchIndex.class, single, Set.of("findAll"), SeededBugs::noneOfAll);
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
}
