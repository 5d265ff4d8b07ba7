package com.customerp.sync.sync;

import com.customerp.sync.link.Bases;
import com.customerp.sync.link.LineLink;
import com.customerp.sync.link.Link;
import com.customerp.sync.mapping.LineTable;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.mapping.Slot;
import com.customerp.sync.sync.LinePairs.LinePair;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The three-way merge of a record's lines: which stay, which go, and field by field what becomes of them. */
final class LinesMerge {
    private final LineTable table;
    private final Bookkeeping bookkeeping;
    private final Link link;
    private final Side newer;
    private final boolean creates;
    private final Merge.Context context;
    private final List<Lines.Line> customerp;
    private final @Nullable List<Lines.Line> powerOffice;

    /** Lines that both sides have or will have, by CustomERP's id. */
    private final Map<String, LineMerge> kept = new LinkedHashMap<>();
    /** Ids of lines that CustomERP loses. */
    private final Set<String> goneFromCustomerp = new LinkedHashSet<>();
    /** PowerOffice's keys of lines that it loses. */
    private final Set<String> goneFromPowerOffice = new LinkedHashSet<>();

    private final List<LineLink> links = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private LineOrder order;

    /** One line that stays or is new on one side. */
    record LineMerge(LinePair pair, Merge merge) {

        /** The line changes between product line and text line: PowerOffice gets it anew (mapping.md 8.4). */
        boolean changesKind(LineTable table) {
            String reference = table.kinds().reference();
            return pair.customerp() != null
                    && pair.powerOffice() != null
                    && merge.writes(reference)
                    && merge.isNull(Side.CUSTOMERP, reference) != merge.isNull(Side.POWEROFFICE, reference);
        }
    }

    LinesMerge(LineTable table, Bookkeeping bookkeeping, Link link, Pairing pairing, Merge.Context context) {
        this.table = table;
        this.bookkeeping = bookkeeping;
        this.link = link;
        this.newer = pairing.newer();
        this.creates = pairing.missing() != null;
        this.context = context;
        this.customerp =
                pairing.customerp() == null ? List.of() : Lines.inOrder(table, Side.CUSTOMERP, pairing.customerp());
        this.powerOffice =
                pairing.powerOffice() == null ? null : Lines.inOrder(table, Side.POWEROFFICE, pairing.powerOffice());
        boolean unseen = pairing.customerp() != null
                && !table.read(Side.CUSTOMERP, pairing.customerp()).isArray();
        if (unseen && !link.lines().isEmpty()) {
            problems.add(Problem.of(Reason.MISSING, table.name(), "CustomERP does not show its lines"));
        }
    }

    void run() {
        List<Lines.Line> theirs = powerOffice == null ? List.of() : powerOffice;
        if (!Lines.areNamed(customerp) || !Lines.areNamed(theirs)) {
            problems.add(Problem.of(
                    Reason.NOT_ALLOWED, table.name(), "a line has no id, one that is not allowed, or that of another"));
            return;
        }
        LinePairs pairs = new LinePairs(table, context.references(), customerp, theirs);
        Map<String, LinePair> found = pairs.of(link);
        if (pairs.isAmbiguous()) {
            problems.add(Problem.of(
                    Reason.AMBIGUOUS, table.name(), "lines are left over on both sides; make them equal by hand"));
        }
        found.values().forEach(this::take);
        order = new LineOrder(link.lines(), customerp, theirs, found, newer, context.policy());
    }

    private void take(LinePair pair) {
        boolean removed = pair.known() != null && (pair.customerp() == null || pair.powerOffice() == null);
        if (creates || !removed) {
            keep(pair);
            return;
        }
        Lines.Line left = pair.customerp() == null ? pair.powerOffice() : pair.customerp();
        if (left == null) {
            return;
        }
        Side side = pair.customerp() == null ? Side.POWEROFFICE : Side.CUSTOMERP;
        links.add(pair.known());
        if (isEdited(side, left.body(), pair.known())) {
            problems.add(Problem.of(
                    Reason.DELETED_AND_EDITED,
                    name(pair.id(), ""),
                    "the line was removed in one system and edited in the other since"));
        } else if (side == Side.CUSTOMERP) {
            goneFromCustomerp.add(left.id());
        } else {
            goneFromPowerOffice.add(left.id());
        }
    }

    private boolean isEdited(Side side, JsonNode line, LineLink known) {
        return table.line().fields().stream().anyMatch(field -> {
            Bases bases = known.bases().get(field.name());
            return bases != null
                    && !bookkeeping.base(side, field, field.read(side, line)).equals(bases.of(side));
        });
    }

    private void keep(LinePair pair) {
        JsonNode mine = pair.customerp() == null ? null : pair.customerp().body();
        JsonNode theirs = pair.powerOffice() == null ? null : pair.powerOffice().body();
        boolean createdByUs = theirs != null
                && table.line()
                        .slot()
                        .read(theirs)
                        .filter(Slot.text(pair.id())::equals)
                        .isPresent();
        Map<String, Bases> bases =
                pair.known() == null ? Map.of() : pair.known().bases();
        Merge merge = new Merge(
                table.line(),
                bookkeeping,
                new Pairing(mine, theirs, bases, createdByUs, newer),
                pair.powerOffice() == null ? null : pair.powerOffice().id(),
                context);
        merge.run();
        merge.problem()
                .ifPresent(problem -> problems.add(new Problem(
                        problem.reason(),
                        name(pair.id(), problem.field()),
                        problem.sentence(),
                        problem.detail(),
                        problem.candidates())));
        kept.put(pair.id(), new LineMerge(pair, merge));
        if (mine != null && theirs != null) {
            Map<String, Bases> now = new HashMap<>(bases);
            now.keySet().removeAll(merge.ignored(bases.keySet()));
            now.putAll(merge.agreed());
            links.add(new LineLink(pair.id(), pair.powerOffice().id(), now));
        } else if (creates && theirs != null) {
            links.add(new LineLink(pair.id(), pair.powerOffice().id(), Map.of()));
        }
    }

    /** The field of a line as notices and logs name it: {@code lines/L-1/quantity}. */
    String name(String line, String field) {
        return table.name() + "/" + line + (field.isEmpty() ? "" : "/" + field);
    }

    LineTable table() {
        return table;
    }

    Map<String, LineMerge> kept() {
        return kept;
    }

    Set<String> goneFromCustomerp() {
        return goneFromCustomerp;
    }

    Set<String> goneFromPowerOffice() {
        return goneFromPowerOffice;
    }

    LineOrder order() {
        return order;
    }

    List<Problem> problems() {
        return problems;
    }

    /** What is known of the lines now, in the order to go by; removed ones until they are gone. */
    List<LineLink> links() {
        List<String> ids = order.known();
        List<LineLink> sorted = new ArrayList<>(links);
        sorted.sort((a, b) -> Integer.compare(rank(ids, a), rank(ids, b)));
        return sorted;
    }

    private static int rank(List<String> ids, LineLink line) {
        int rank = ids.indexOf(line.customerpId());
        return rank < 0 ? Integer.MAX_VALUE : rank;
    }
}
