package com.customerp.sync.sync;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.RecordId;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.mapping.Trait;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Prepares up to 100 records of a sweep: reads in bulk what would else cost a request each (design.md 5). */
final class SweepChunk {
    /** What the bulk filters of both systems take at once. */
    static final int SIZE = 100;

    private final Mapping mapping;
    private final Systems systems;
    private final LinkStore links;
    private final Candidates candidates;
    private final Siblings siblings;
    private final Quiet quiet;
    private final LinkReferences references;
    private final Rows rows;
    private final Readings readings;
    private final Clock clock;

    SweepChunk(Engine.Wiring wiring, Siblings siblings) {
        this.siblings = siblings;
        this.mapping = wiring.mapping();
        this.systems = wiring.parts().systems();
        this.links = wiring.parts().links();
        this.candidates = wiring.candidates();
        this.quiet = wiring.quiet();
        this.references = wiring.engines().references;
        this.rows = wiring.rows();
        this.readings = wiring.engines().readings;
        this.clock = wiring.parts().clock();
    }

    /** The visits of these records; those whose counterpart exists come first, while the readings are fresh. */
    List<Visit> visits(SweepRun run, List<String> ids) {
        Map<String, Reading> readings = customerp(ids);
        Map<String, RemoteRecord> customerp = new HashMap<>();
        readings.forEach((id, reading) -> customerp.put(id, reading.record()));
        Map<String, Link> known = links.findAll(mapping.entity(), ids);
        loadReferences(customerp.values());
        Map<String, String> wanted = new HashMap<>();
        List<String> first = new ArrayList<>();
        List<RemoteRecord> unlinked = new ArrayList<>();
        for (String id : ids) {
            Link link = known.get(id);
            RemoteRecord record = customerp.get(id);
            if (link != null && link.powerOfficeId() != null) {
                wanted.put(link.powerOfficePath(), hint(link, record));
                first.add(id);
            } else if (record != null) {
                unlinked.add(record);
            }
        }
        readAhead(unlinked);
        candidates.readAhead(unlinked);
        candidates.askAhead(unlinked);
        siblings.askAhead(unlinked);
        for (RemoteRecord record : unlinked) {
            Set<String> paths = candidates.paths(record);
            paths.forEach(path -> wanted.put(path, mapping.bulkHint(Side.CUSTOMERP, record.body())));
            if (!paths.isEmpty()) {
                first.add(record.id());
            }
        }
        readPowerOffice(wanted);
        Set<String> inOrder = new LinkedHashSet<>(marked(first, customerp));
        inOrder.addAll(marked(ids, customerp));
        return inOrder.stream()
                .map(id -> visit(run, id, readings.get(id), known.get(id)))
                .toList();
    }

    /** The visits of these records of PowerOffice, by provisional id, but for those that have been linked meanwhile. */
    List<Visit> newborn(SweepRun run, List<String> provisionalIds) {
        Map<String, String> ids = new LinkedHashMap<>();
        provisionalIds.forEach(provisional -> ids.put(Link.bornAs(provisional), provisional));
        links.pointers(mapping.entity(), ids.keySet()).forEach((id, pointer) -> ids.values()
                .removeIf(provisional ->
                        provisional.equals(Link.provisionalId(id)) && !Link.isProvisional(pointer.customerpId())));
        Map<String, String> wanted = new HashMap<>();
        ids.keySet().forEach(id -> rows.last(Side.POWEROFFICE, id).ifPresent(reading -> {
            JsonNode body = reading.record().body();
            String owner = mapping.ownerIn(body);
            wanted.put(
                    owner == null ? id : owner + "/" + id,
                    owner == null ? mapping.bulkHint(Side.POWEROFFICE, body) : owner);
        }));
        readPowerOffice(wanted);
        return ids.entrySet().stream()
                .map(entry -> new Visit(
                        entry.getValue(),
                        null,
                        whole(entry.getKey())
                                .or(() -> rows.last(Side.POWEROFFICE, entry.getKey()))
                                .orElse(null),
                        run.cause,
                        traits(run, entry.getValue())))
                .toList();
    }

    private static EnumSet<Visit.Trait> traits(SweepRun run, String id) {
        return run.forced.contains(id) ? EnumSet.of(Visit.Trait.FORCED) : EnumSet.noneOf(Visit.Trait.class);
    }

    /** Whoever gets a mark that others lose comes before them (mapping.md 4.1). */
    private List<String> marked(List<String> ids, Map<String, RemoteRecord> customerp) {
        List<Field> marks = mapping.fields().stream()
                .filter(field -> field.is(Trait.EXCLUSIVE))
                .toList();
        return ids.stream()
                .sorted(Comparator.comparing(id -> marks.stream()
                        .noneMatch(mark -> customerp.containsKey(id)
                                && mark.read(Side.CUSTOMERP, customerp.get(id).body())
                                        .asBoolean())))
                .toList();
    }

    private Visit visit(SweepRun run, String id, @Nullable Reading customerp, @Nullable Link link) {
        Reading powerOffice = link == null || link.powerOfficeId() == null
                ? null
                : whole(link.powerOfficeId()).orElse(null);
        // News of which no reading is at hand must not look like none.
        EnumSet<Visit.Trait> traits =
                powerOffice == null && run.news.contains(id) ? EnumSet.of(Visit.Trait.FORCED) : traits(run, id);
        if (link == null) {
            traits.add(Visit.Trait.UNLINKED);
        }
        return new Visit(id, customerp, powerOffice, run.cause, traits);
    }

    private Optional<Reading> whole(String powerOfficeId) {
        return rows.fresh(Side.POWEROFFICE, powerOfficeId)
                .filter(reading -> quiet.isWhole(Side.POWEROFFICE, reading.record()));
    }

    private Map<String, Reading> customerp(List<String> ids) {
        Map<String, Reading> found = new HashMap<>();
        Map<String, String> missing = new HashMap<>();
        for (String id : ids) {
            rows.fresh(Side.CUSTOMERP, id)
                    .ifPresentOrElse(reading -> found.put(id, reading), () -> missing.put(id, ""));
        }
        if (missing.size() > 1) {
            Instant at = clock.instant();
            systems.customerp().readAll(mapping.entity(), missing).values().forEach(record -> {
                rows.put(Side.CUSTOMERP, record, at);
                found.put(record.id(), new Reading(record, at));
            });
        }
        return found;
    }

    /** What these records refer to is looked up together. */
    private void loadReferences(Collection<RemoteRecord> customerp) {
        Map<Entity, Set<String>> named = new EnumMap<>(Entity.class);
        for (RemoteRecord record : customerp) {
            name(named, mapping, record.body());
            if (mapping.lines() != null) {
                Lines.inOrder(mapping.lines(), Side.CUSTOMERP, record.body())
                        .forEach(line -> name(named, mapping.lines().line(), line.body()));
            }
        }
        named.forEach((entity, ids) -> references.load(entity, Side.CUSTOMERP, ids));
    }

    /** The rules of a record that is created ask for those without which it waits. */
    private void readAhead(Collection<RemoteRecord> unlinked) {
        Map<Entity, Set<String>> named = new EnumMap<>(Entity.class);
        unlinked.forEach(record -> name(named, mapping, field -> field.is(Trait.WAITED_FOR), record.body()));
        named.forEach((entity, ids) -> readings.readAhead(systems.customerp(), Side.CUSTOMERP, entity, ids));
    }

    private static void name(Map<Entity, Set<String>> named, Mapping table, JsonNode body) {
        name(named, table, field -> true, body);
    }

    private static void name(Map<Entity, Set<String>> named, Mapping table, Predicate<Field> condition, JsonNode body) {
        table.fields().stream()
                .filter(condition)
                .forEach(field -> field.rule().reference().ifPresent(entity -> {
                    String id = field.canonical(Side.CUSTOMERP, body);
                    // What can be no id parks its own record; it must not cost the others their turn.
                    if (id != null && RecordId.isAllowed(id)) {
                        named.computeIfAbsent(entity, key -> new HashSet<>()).add(id);
                    }
                }));
    }

    private String hint(Link link, @Nullable RemoteRecord customerp) {
        if (link.powerOfficeOwner() != null) {
            return link.powerOfficeOwner();
        }
        return rows.last(Side.POWEROFFICE, link.powerOfficeId())
                .map(reading ->
                        mapping.bulkHint(Side.POWEROFFICE, reading.record().body()))
                .orElseGet(() -> customerp == null ? "" : mapping.bulkHint(Side.CUSTOMERP, customerp.body()));
    }

    private void readPowerOffice(Map<String, String> wanted) {
        Map<String, String> missing = new HashMap<>();
        wanted.forEach((path, hint) -> {
            if (whole(RecordId.lastOf(path)).isEmpty()) {
                missing.put(path, hint);
            }
        });
        if (!missing.isEmpty()) {
            Instant at = clock.instant();
            systems.powerOffice()
                    .readAll(mapping.entity(), missing)
                    .values()
                    .forEach(row -> rows.put(Side.POWEROFFICE, row, at));
        }
    }
}
