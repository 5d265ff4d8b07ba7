package com.customerp.sync.sync;

import com.customerp.sync.link.Bases;
import com.customerp.sync.link.LineLink;
import com.customerp.sync.link.LinkBuilder;
import com.customerp.sync.mapping.LineTable;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.mapping.Slot;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Executes the effects of a plan. The answer of each write becomes the new base of the written side, whatever it looks
 * like, for the fields that were sent and for no others: what else differs in it is somebody's edit, and the next
 * decision sees it (mapping.md 1.2).
 */
final class Applier {
    private final Mapping mapping;
    private final Bookkeeping bookkeeping;
    private final Locking locking;
    private final Systems systems;

    Applier(Mapping mapping, Bookkeeping bookkeeping, Systems systems) {
        this.mapping = mapping;
        this.bookkeeping = bookkeeping;
        this.locking = new Locking(mapping);
        this.systems = systems;
    }

    /**
     * Does one effect and takes its answer into the pair.
     *
     * @throws RemoteException when the system did not do it; the pair is as before
     */
    void apply(Pair pair, Effect effect) {
        if (effect instanceof Effect.Patch patch) {
            patch(pair, patch);
        } else if (effect instanceof Effect.Relock relock) {
            relock(pair, relock.locks());
        } else if (effect instanceof Effect.CreateLine create) {
            createLine(pair, create);
        } else if (effect instanceof Effect.PatchLine patch) {
            patchLine(pair, patch);
        } else if (effect instanceof Effect.DeleteLine delete) {
            systems.powerOffice().deleteLine(mapping.entity(), path(pair, Side.POWEROFFICE), delete.powerOfficeId());
            pair.deletedLines.add(delete.powerOfficeId());
        } else if (effect instanceof Effect.Delete) {
            systems.of(effect.side()).delete(mapping.entity(), path(pair, effect.side()));
        }
        pair.patched.add(effect.side());
    }

    /** Whether a reading shows the lines as their writes were answered. */
    boolean isShown(Pair pair, RemoteRecord reading) {
        Map<String, JsonNode> shown = Lines.inOrder(mapping.lines(), Side.POWEROFFICE, reading.body()).stream()
                .collect(Collectors.toMap(Lines.Line::id, Lines.Line::body, (a, b) -> a));
        return pair.deletedLines.stream().noneMatch(shown::containsKey)
                && pair.link.lines().stream()
                        .filter(line -> pair.writtenLines.contains(line.powerOfficeId()))
                        .allMatch(line -> shown.containsKey(line.powerOfficeId())
                                && shows(line, shown.get(line.powerOfficeId())));
    }

    private boolean shows(LineLink line, JsonNode shown) {
        return mapping.lines().line().fields().stream().allMatch(field -> {
            Bases bases = line.bases().get(field.name());
            return bases == null
                    || bases.powerOffice()
                            .equals(bookkeeping.base(Side.POWEROFFICE, field, field.read(Side.POWEROFFICE, shown)));
        });
    }

    private static String path(Pair pair, Side side) {
        return side == Side.POWEROFFICE ? pair.link.powerOfficePath() : pair.link.customerpId();
    }

    private void patch(Pair pair, Effect.Patch patch) {
        List<Change> changes = new ArrayList<>();
        if (patch.slot()) {
            changes.add(new Change(mapping.slot().pointer(), TextNode.valueOf(Slot.text(pair.link.customerpId()))));
        }
        patch.carried().forEach(carry -> changes.add(new Change(carry.field().pointer(patch.side()), carry.value())));
        if (patch.lines() != null) {
            changes.add(new Change(
                    JsonPointer.compile("/" + mapping.lines().name()),
                    patch.lines().all()));
        }
        RemoteRecord answer = send(pair, patch.side(), changes);
        take(pair, patch.side(), patch.carried(), answer);
        if (patch.lines() != null) {
            takeLines(pair, patch.lines(), answer);
        }
        if (patch.slot()) {
            pair.link = pair.link.change().slotWritten(true).build();
        }
    }

    private RemoteRecord send(Pair pair, Side side, List<Change> changes) {
        RemoteRecord target = pair.record(side);
        return systems.of(side)
                .patch(mapping.entity(), path(pair, side), List.copyOf(changes), target.etag())
                .orElseGet(() -> changed(target, changes));
    }

    /** The record as it must be now: a system that shows nothing has stored what it was sent (mapping.md 7.4). */
    private static RemoteRecord changed(RemoteRecord before, List<Change> changes) {
        ObjectNode body = before.body().deepCopy();
        changes.forEach(change -> Bodies.set(body, change.path(), change.value()));
        return new RemoteRecord(before.id(), body, null, before.version(), false);
    }

    /**
     * Locks a record that was unlocked for a change which cannot be finished now (mapping.md 8.4).
     *
     * @throws RemoteException when PowerOffice does not do it
     */
    void lockAgain(Pair pair) {
        if (pair.link.unlocked()
                && pair.powerOffice != null
                && locking.isOpen(Side.POWEROFFICE, pair.powerOffice.body())) {
            relock(pair, true);
        }
    }

    private void relock(Pair pair, boolean locks) {
        RemoteRecord answer = send(pair, Side.POWEROFFICE, locking.relock(locks));
        show(pair, Side.POWEROFFICE, answer);
        if (locks) {
            pair.link = pair.link.change().unlocked(false).build();
        }
    }

    private void createLine(Pair pair, Effect.CreateLine create) {
        RemoteRecord answer =
                systems.powerOffice().createLine(mapping.entity(), path(pair, Side.POWEROFFICE), create.body());
        takeLine(
                pair,
                Side.POWEROFFICE,
                new LineLink(create.line(), answer.id(), Map.of()),
                create.carried(),
                answer.body());
    }

    private void patchLine(Pair pair, Effect.PatchLine patch) {
        List<Change> changes = new ArrayList<>(patch.more());
        patch.carried()
                .forEach(carry -> changes.add(new Change(carry.field().pointer(Side.POWEROFFICE), carry.value())));
        RemoteRecord answer = systems.powerOffice()
                .patchLine(mapping.entity(), path(pair, Side.POWEROFFICE), patch.powerOfficeId(), changes);
        LineLink known = line(pair, patch.line(), patch.powerOfficeId());
        takeLine(pair, Side.POWEROFFICE, known, patch.carried(), answer.body());
    }

    /** Takes the answer of a write into the pair: bases of what was sent, and notices of what came out differently. */
    void take(Pair pair, Side written, List<Carry> carried, RemoteRecord answer) {
        LinkBuilder link = pair.link.change();
        bases(pair, written, carried, answer.body(), "").forEach(link::base);
        pair.link = link.build();
        show(pair, written, answer);
    }

    /** Takes the lines of a record that was just created in PowerOffice; our key in the slot tells which is which. */
    void takeCreatedLines(Pair pair, Map<String, List<Carry>> carried, RemoteRecord answer) {
        LineTable table = mapping.lines();
        for (Lines.Line line : Lines.inOrder(table, Side.POWEROFFICE, answer.body())) {
            table.line()
                    .slot()
                    .read(line.body())
                    .flatMap(Slot::customerpId)
                    .filter(carried::containsKey)
                    .ifPresent(id -> takeLine(
                            pair,
                            Side.POWEROFFICE,
                            new LineLink(id, line.id(), Map.of()),
                            carried.get(id),
                            line.body()));
        }
    }

    /** Takes the lines that CustomERP answered. */
    void takeLines(Pair pair, Effect.LinesBack sent, RemoteRecord answer) {
        Map<String, JsonNode> shown = Lines.inOrder(mapping.lines(), Side.CUSTOMERP, answer.body()).stream()
                .collect(Collectors.toMap(Lines.Line::id, Lines.Line::body, (a, b) -> a));
        sent.carried().forEach((id, carried) -> {
            if (shown.containsKey(id)) {
                LineLink known = line(pair, id, sent.added().get(id));
                takeLine(pair, Side.CUSTOMERP, known, carried, shown.get(id));
            }
        });
    }

    private static LineLink line(Pair pair, String id, String powerOfficeId) {
        return pair.link.lines().stream()
                .filter(line -> line.customerpId().equals(id))
                .findFirst()
                .orElseGet(() -> new LineLink(id, powerOfficeId, Map.of()));
    }

    private void takeLine(Pair pair, Side written, LineLink known, List<Carry> carried, JsonNode answer) {
        pair.writtenLines.add(known.powerOfficeId());
        Map<String, Bases> bases = new HashMap<>(known.bases());
        bases.putAll(bases(pair, written, carried, answer, mapping.lines().name() + "/" + known.customerpId() + "/"));
        Map<String, LineLink> lines = pair.link.lines().stream()
                .collect(Collectors.toMap(
                        LineLink::customerpId, Function.identity(), (a, b) -> b, java.util.LinkedHashMap::new));
        lines.put(known.customerpId(), new LineLink(known.customerpId(), known.powerOfficeId(), bases));
        pair.link = pair.link.change().lines(List.copyOf(lines.values())).build();
    }

    private Map<String, Bases> bases(Pair pair, Side written, List<Carry> carried, JsonNode answer, String prefix) {
        Map<String, Bases> bases = new HashMap<>();
        for (Carry carry : carried) {
            String name = carry.field().name();
            JsonNode shown = carry.field().read(written, answer);
            String base = bookkeeping.base(written, carry.field(), shown);
            bases.put(
                    name,
                    written == Side.POWEROFFICE
                            ? new Bases(carry.sourceBase(), base)
                            : new Bases(base, carry.sourceBase()));
            pair.fields.add(prefix + name);
            if (!carry.field().rule().tolerates(written, carry.value(), shown)) {
                pair.notices.add(Problem.of(
                        Reason.REFUSED,
                        prefix + name,
                        written.key() + " stored another value than it was sent; it is left as it is"));
            }
        }
        return bases;
    }

    /** An answer may leave the lines out; those that were read before stand until they are read again. */
    private void show(Pair pair, Side side, RemoteRecord answer) {
        RemoteRecord before = pair.record(side);
        LineTable table = mapping.lines();
        if (table == null || before == null || table.read(side, answer.body()).isArray()) {
            pair.show(side, answer);
            return;
        }
        ObjectNode body = answer.body().deepCopy();
        String member = side == Side.CUSTOMERP ? "/" + table.name() : table.powerOfficePath();
        Bodies.set(body, JsonPointer.compile(member), table.read(side, before.body()));
        pair.show(side, new RemoteRecord(answer.id(), body, answer.etag(), answer.version(), answer.deleted()));
    }
}
