package com.customerp.sync.sync;

import com.customerp.sync.link.LineLink;
import com.customerp.sync.link.Link;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.LineTable;
import com.customerp.sync.mapping.RecordId;
import com.customerp.sync.mapping.References;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.mapping.Slot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds out which line of one side is which of the other (mapping.md 8.3). */
final class LinePairs {
    /** What CustomERP's id of a line begins with that was born in PowerOffice; its PowerOffice key follows. */
    static final String BORN_IN_POWEROFFICE = "po-";

    private final LineTable table;
    private final References references;
    private final Map<String, Lines.Line> customerp;
    private final Map<String, Lines.Line> powerOffice;
    private final Map<String, Lines.Line> inSlot = new LinkedHashMap<>();
    private final Map<String, LinePair> pairs = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private boolean ambiguous;

    /**
     * A line and its counterpart.
     *
     * @param id CustomERP's id of the line
     * @param known what is stored of it, or null when it is new on one side
     */
    record LinePair(
            String id,
            Lines.@Nullable Line customerp,
            Lines.@Nullable Line powerOffice,
            @Nullable LineLink known) {}

    LinePairs(LineTable table, References references, List<Lines.Line> customerp, List<Lines.Line> powerOffice) {
        this.table = table;
        this.references = references;
        this.customerp = byId(customerp);
        this.powerOffice = byId(powerOffice);
        powerOffice.forEach(line -> owner(line).ifPresent(id -> inSlot.putIfAbsent(id, line)));
    }

    private static Map<String, Lines.Line> byId(List<Lines.Line> lines) {
        return lines.stream()
                .collect(Collectors.toMap(Lines.Line::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    private Optional<String> owner(Lines.Line line) {
        return table.line().slot().read(line.body()).flatMap(Slot::customerpId).filter(RecordId::isAllowed);
    }

    /** All lines, by CustomERP's id. */
    Map<String, LinePair> of(Link link) {
        for (LineLink known : link.lines()) {
            Lines.Line counterpart = powerOffice.get(known.powerOfficeId());
            pair(known.customerpId(), counterpart == null ? inSlot.get(known.customerpId()) : counterpart, known);
        }
        for (Lines.Line line : customerp.values()) {
            if (!pairs.containsKey(line.id())) {
                counterpart(line).ifPresent(found -> pair(line.id(), found, null));
            }
        }
        boolean first = link.lines().isEmpty() && link.bases().isEmpty();
        if (first) {
            pairByRank();
        }
        List<Lines.Line> here = left(customerp.values(), line -> !pairs.containsKey(line.id()));
        List<Lines.Line> there = left(powerOffice.values(), line -> !used.contains(line.id()));
        ambiguous = first && !here.isEmpty() && !there.isEmpty();
        here.forEach(line -> pair(line.id(), null, null));
        there.forEach(this::pairLeftOver);
        return pairs;
    }

    /** Whether lines are left over on both sides of a first link: nobody can tell which is which. */
    boolean isAmbiguous() {
        return ambiguous;
    }

    private static List<Lines.Line> left(
            Iterable<Lines.Line> lines, java.util.function.Predicate<Lines.Line> condition) {
        List<Lines.Line> left = new ArrayList<>();
        lines.forEach(line -> {
            if (condition.test(line)) {
                left.add(line);
            }
        });
        return left;
    }

    private void pair(String id, Lines.@Nullable Line counterpart, @Nullable LineLink known) {
        pairs.put(id, new LinePair(id, customerp.get(id), counterpart, known));
        if (counterpart != null) {
            used.add(counterpart.id());
        }
    }

    private Optional<Lines.Line> counterpart(Lines.Line line) {
        return Optional.ofNullable(inSlot.get(line.id()))
                .or(() -> line.id().startsWith(BORN_IN_POWEROFFICE)
                        ? Optional.ofNullable(powerOffice.get(line.id().substring(BORN_IN_POWEROFFICE.length())))
                        : Optional.empty())
                .filter(found -> !used.contains(found.id()));
    }

    /** At the first link: the same product at the same rank. */
    private void pairByRank() {
        List<Lines.Line> here = List.copyOf(customerp.values());
        List<Lines.Line> there = List.copyOf(powerOffice.values());
        IntStream.range(0, Math.min(here.size(), there.size()))
                .filter(rank -> !pairs.containsKey(here.get(rank).id())
                        && !used.contains(there.get(rank).id()))
                .filter(rank -> isSameProduct(here.get(rank), there.get(rank)))
                .forEach(rank -> pair(here.get(rank).id(), there.get(rank), null));
    }

    private boolean isSameProduct(Lines.Line here, Lines.Line there) {
        Field product = table.line().field(table.kinds().reference());
        return new FieldMerge(
                        product,
                        product.read(Side.CUSTOMERP, here.body()),
                        product.read(Side.POWEROFFICE, there.body()),
                        references)
                .isSame(false);
    }

    /** A line of PowerOffice that is nobody's is new there; one that holds our key has lost its line in CustomERP. */
    private void pairLeftOver(Lines.Line line) {
        Optional<String> owner = owner(line).filter(id -> !customerp.containsKey(id) && !pairs.containsKey(id));
        if (owner.isPresent()) {
            pair(owner.get(), line, new LineLink(owner.get(), line.id(), Map.of()));
        } else {
            pair(BORN_IN_POWEROFFICE + line.id(), line, null);
        }
    }
}
