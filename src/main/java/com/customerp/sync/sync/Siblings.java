package com.customerp.sync.sync;

import com.customerp.sync.link.Bases;
import com.customerp.sync.link.Link;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.Pointer;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.RecordKey;
import com.customerp.sync.mapping.References;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.mapping.Trait;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A mark that only one record of an owner can have: both systems take it from the others by themselves. What PowerOffice
 * shows of them afterwards is no edit, so it becomes their base (mapping.md 4.1, 10).
 */
final class Siblings {
    private final Mapping mapping;
    private final Bookkeeping bookkeeping;
    private final Systems systems;
    private final CurrentReader reader;
    private final Prerequisites prerequisites;
    private final LinkStore links;
    private final Rows rows;
    private final Clock clock;
    private final References references;
    /** Owners that had nobody below them, and when PowerOffice was asked. */
    private final Map<String, Instant> childless = new HashMap<>();

    Siblings(Engine.Wiring wiring) {
        this.mapping = wiring.mapping();
        this.bookkeeping = wiring.bookkeeping();
        this.systems = wiring.parts().systems();
        this.reader = wiring.reader();
        this.prerequisites = wiring.engines().prerequisites;
        this.links = wiring.parts().links();
        this.rows = wiring.rows();
        this.clock = wiring.parts().clock();
        this.references = wiring.engines().references;
    }

    /**
     * Before PowerOffice is told that the record has lost the mark: whoever has it in CustomERP gets it first, and
     * PowerOffice then takes it from this one by itself (mapping.md 4.1: true is written before false).
     *
     * @return whether that was done: the pair has to be decided again
     */
    boolean goFirst(Pair pair, Plan plan, Cause cause) {
        Optional<Field> lost = plan.effects().stream()
                .filter(effect -> effect.side() == Side.POWEROFFICE)
                .flatMap(effect -> effect.carried().stream())
                .filter(carry ->
                        carry.field().is(Trait.EXCLUSIVE) && !carry.value().asBoolean())
                .map(Carry::field)
                .findFirst();
        if (lost.isEmpty() || pair.siblingsDone || pair.powerOffice == null) {
            return false;
        }
        pair.siblingsDone = true;
        List<RecordKey> marked = inCustomerp(pair).stream()
                .filter(record -> lost.get().read(Side.CUSTOMERP, record.body()).asBoolean())
                .map(record -> new RecordKey(mapping.entity(), Side.CUSTOMERP, record.id()))
                .toList();
        if (marked.isEmpty()) {
            return false;
        }
        prerequisites.reconcile(marked, cause);
        pair.powerOffice = reader.powerOffice(pair.link);
        return pair.powerOffice != null;
    }

    private Collection<RemoteRecord> inCustomerp(Pair pair) {
        List<String> siblings =
                inPowerOffice(pair).stream().map(RemoteRecord::id).toList();
        Map<String, String> ids = links.pointers(mapping.entity(), siblings).values().stream()
                .map(Pointer::customerpId)
                .filter(id -> !Link.isProvisional(id))
                .collect(Collectors.toMap(id -> id, id -> ""));
        return ids.isEmpty()
                ? List.of()
                : systems.customerp().readAll(mapping.entity(), ids).values();
    }

    private List<RemoteRecord> inPowerOffice(Pair pair) {
        return systems
                .powerOffice()
                .search(mapping.entity(), mapping.owner().filter(), pair.link.powerOfficeOwner())
                .stream()
                .filter(sibling -> !sibling.id().equals(pair.link.powerOfficeId()))
                .toList();
    }

    /** Asks for the siblings of many new records at once, so that not each of them has to be asked for alone. */
    void askAhead(Collection<RemoteRecord> customerp) {
        if (mapping.owner() == null) {
            return;
        }
        Field owner = mapping.field(mapping.owner().field());
        Set<String> owners = customerp.stream()
                .filter(record -> mapping.fields().stream()
                        .anyMatch(field -> field.is(Trait.EXCLUSIVE)
                                && field.read(Side.CUSTOMERP, record.body()).asBoolean()))
                .flatMap(record -> owner.rule().reference().stream()
                        .flatMap(entity -> references
                                .counterpart(
                                        entity,
                                        Side.CUSTOMERP,
                                        owner.read(Side.CUSTOMERP, record.body())
                                                .asText())
                                .stream()))
                .collect(Collectors.toSet());
        if (owners.size() < 2) {
            return;
        }
        Instant at = clock.instant();
        List<RemoteRecord> found =
                systems.powerOffice().search(mapping.entity(), mapping.owner().filter(), String.join(",", owners));
        owners.forEach(key -> childless.put(key, at));
        found.forEach(row -> childless.remove(mapping.ownerIn(row.body())));
    }

    /** Whether a record that was just created is the first one below its owner. */
    private boolean isOnlyChild(@Nullable String owner) {
        Instant asked = childless.remove(owner);
        return asked != null && asked.plus(Reading.FRESH).isAfter(clock.instant());
    }

    /** After a write to PowerOffice: reads the siblings again, if the write took a mark from them. */
    void after(Pair pair, Effect effect) {
        if (effect.side() != Side.POWEROFFICE || mapping.owner() == null) {
            return;
        }
        if (effect instanceof Effect.Create && isOnlyChild(pair.link.powerOfficeOwner())) {
            return;
        }
        effect.carried().stream()
                .filter(carry ->
                        carry.field().is(Trait.EXCLUSIVE) && carry.value().asBoolean())
                .findFirst()
                .ifPresent(carry -> readAgain(pair, carry.field()));
    }

    private void readAgain(Pair pair, Field mark) {
        Instant at = clock.instant();
        List<RemoteRecord> siblings = inPowerOffice(pair);
        Map<String, Pointer> pointers = links.pointers(
                mapping.entity(), siblings.stream().map(RemoteRecord::id).toList());
        for (RemoteRecord sibling : siblings) {
            rows.put(Side.POWEROFFICE, sibling, at);
            Optional.ofNullable(pointers.get(sibling.id()))
                    .filter(pointer -> !Link.isProvisional(pointer.customerpId()))
                    .flatMap(pointer -> links.find(mapping.entity(), pointer.customerpId()))
                    .ifPresent(link -> rebase(link, mark, sibling));
        }
    }

    /** Whoever writes the sibling just now sees the same in PowerOffice, and decides by it. */
    private void rebase(Link link, Field mark, RemoteRecord sibling) {
        Bases before = link.bases().get(mark.name());
        String shown = bookkeeping.base(Side.POWEROFFICE, mark, mark.read(Side.POWEROFFICE, sibling.body()));
        if (before != null && !before.powerOffice().equals(shown)) {
            links.save(link.change()
                    .base(mark.name(), new Bases(before.customerp(), shown))
                    .build());
        }
    }
}
