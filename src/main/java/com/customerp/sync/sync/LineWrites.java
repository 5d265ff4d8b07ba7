package com.customerp.sync.sync;

import com.customerp.sync.mapping.LineTable;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.mapping.Slot;
import com.customerp.sync.sync.LinesMerge.LineMerge;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns a finished merge of lines into writes: one by one in PowerOffice, all at once in CustomERP (mapping.md 8.4). */
final class LineWrites {
    private final LinesMerge lines;
    private final LineTable table;

    LineWrites(LinesMerge lines) {
        this.lines = lines;
        this.table = lines.table();
    }

    JsonPointer pointer(Side side) {
        return JsonPointer.compile(side == Side.CUSTOMERP ? "/" + table.name() : table.powerOfficePath());
    }

    /** The lines of a record that is created on a side. */
    ArrayNode created(Side side) {
        Map<String, Long> positions = lines.order().positions(side, lines.kept().keySet());
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        lines.order().ids().stream()
                .filter(lines.kept()::containsKey)
                .forEach(id -> all.add(
                        side == Side.CUSTOMERP
                                ? customerpLine(lines.kept().get(id), positions.get(id))
                                : powerOfficeLine(lines.kept().get(id), positions.get(id))));
        return all;
    }

    /** What is carried by {@link #created}, by CustomERP's id of the line. */
    Map<String, List<Carry>> createdCarries(Side side) {
        return lines.kept().values().stream()
                .collect(Collectors.toMap(line -> line.pair().id(), line -> sent(line, side)));
    }

    private static List<Carry> sent(LineMerge line, Side side) {
        return line.merge().carried(side);
    }

    /** Removed lines, changed lines, new lines. */
    List<Effect> toPowerOffice() {
        List<Effect> effects = new ArrayList<>();
        lines.goneFromPowerOffice().forEach(key -> effects.add(new Effect.DeleteLine(key)));
        List<Effect> changed = new ArrayList<>();
        List<Effect> added = new ArrayList<>();
        Map<String, Long> positions = positions();
        for (String id : lines.order().ids()) {
            LineMerge line = lines.kept().get(id);
            if (line == null) {
                continue;
            }
            if (line.pair().powerOffice() == null) {
                added.add(create(line, positions.get(id)));
            } else if (line.changesKind(table)) {
                effects.add(new Effect.DeleteLine(line.pair().powerOffice().id()));
                added.add(create(line, positions.get(id)));
            } else {
                patch(line, positions.get(id)).ifPresent(changed::add);
            }
        }
        effects.addAll(changed);
        effects.addAll(added);
        return effects;
    }

    /** Lines are only moved when their order is another one; a server may number them as it likes. */
    private Map<String, Long> positions() {
        Map<String, Long> kept =
                lines.order().positions(Side.POWEROFFICE, lines.kept().keySet());
        List<String> wanted =
                lines.order().ids().stream().filter(lines.kept()::containsKey).toList();
        List<String> shown = new ArrayList<>(lines.order().shown(Side.POWEROFFICE));
        shown.retainAll(wanted);
        if (wanted.subList(0, shown.size()).equals(shown)) {
            lines.kept().values().stream()
                    .filter(line -> line.pair().powerOffice() != null)
                    .forEach(line ->
                            kept.put(line.pair().id(), line.pair().powerOffice().position()));
        }
        return kept;
    }

    private Effect create(LineMerge line, long position) {
        Merge merge = line.merge();
        List<Carry> carried =
                line.pair().powerOffice() == null ? sent(line, Side.POWEROFFICE) : merge.everything(Side.POWEROFFICE);
        return new Effect.CreateLine(line.pair().id(), body(line, carried, position), carried);
    }

    private ObjectNode powerOfficeLine(LineMerge line, long position) {
        return body(line, sent(line, Side.POWEROFFICE), position);
    }

    private ObjectNode body(LineMerge line, List<Carry> carried, long position) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        Bodies.set(
                body,
                table.line().slot().pointer(),
                body.textNode(Slot.text(line.pair().id())));
        body.set(table.powerOfficePosition(), LongNode.valueOf(position));
        if (line.merge().isNull(Side.CUSTOMERP, table.kinds().reference())) {
            body.put(table.kinds().powerOfficeMember(), table.kinds().text());
        }
        carried.stream()
                .filter(carry -> !carry.value().isNull())
                .forEach(carry -> Bodies.set(body, carry.field().pointer(Side.POWEROFFICE), carry.value()));
        return body;
    }

    private Optional<Effect> patch(LineMerge line, long position) {
        List<Carry> carried = sent(line, Side.POWEROFFICE);
        List<Change> more = new ArrayList<>();
        Lines.Line shown = line.pair().powerOffice();
        if (position != shown.position()) {
            more.add(new Change(JsonPointer.compile("/" + table.powerOfficePosition()), LongNode.valueOf(position)));
        }
        if (carried.isEmpty() && more.isEmpty()) {
            return Optional.empty();
        }
        if (table.line().slot().read(shown.body()).isEmpty()) {
            more.add(new Change(
                    table.line().slot().pointer(),
                    TextNode.valueOf(Slot.text(line.pair().id()))));
        }
        return Optional.of(new Effect.PatchLine(line.pair().id(), shown.id(), carried, more));
    }

    /** All lines as CustomERP is to have them, if it has to change any. */
    Optional<Effect.LinesBack> back() {
        Map<String, List<Carry>> carried = new LinkedHashMap<>();
        Map<String, String> added = new LinkedHashMap<>();
        lines.kept().forEach((id, line) -> {
            List<Carry> toCustomerp = sent(line, Side.CUSTOMERP);
            if (line.pair().customerp() == null) {
                added.put(id, line.pair().powerOffice().id());
                carried.put(id, toCustomerp);
            } else if (!toCustomerp.isEmpty()) {
                carried.put(id, toCustomerp);
            }
        });
        List<String> wanted =
                lines.order().ids().stream().filter(lines.kept()::containsKey).toList();
        List<String> shown = new ArrayList<>(lines.order().shown(Side.CUSTOMERP));
        shown.retainAll(wanted);
        List<String> present = new ArrayList<>(wanted);
        present.removeAll(added.keySet());
        boolean moved = !shown.equals(present);
        return carried.isEmpty() && lines.goneFromCustomerp().isEmpty() && !moved
                ? Optional.empty()
                : Optional.of(new Effect.LinesBack(created(Side.CUSTOMERP), carried, added));
    }

    private ObjectNode customerpLine(LineMerge line, long position) {
        ObjectNode body = line.pair().customerp() == null
                ? JsonNodeFactory.instance.objectNode()
                : line.pair().customerp().body().deepCopy();
        body.put(table.id(), line.pair().id());
        body.put(table.customerpPosition(), position);
        sent(line, Side.CUSTOMERP)
                .forEach(carry -> Bodies.set(body, carry.field().pointer(Side.CUSTOMERP), carry.value()));
        return body;
    }
}
