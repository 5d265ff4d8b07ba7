package com.customerp.sync.sync;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Side;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Prepares up to 100 records of a sweep: reads in bulk what would else cost a request each (design.md 5). */
final class SweepChunk {
    /** What the bulk filters of both systems take at once. */
    static final int SIZE = 100;

    private final Mapping mapping;
    private final Systems systems;
    private final LinkStore links;
    private final Matcher matcher;
    private final RowCache powerOfficeRows;
    private final Clock clock;

    SweepChunk(Engine.Parts parts, Matcher matcher, RowCache powerOfficeRows) {
        this.mapping = parts.mapping();
        this.systems = parts.systems();
        this.links = parts.links();
        this.matcher = matcher;
        this.powerOfficeRows = powerOfficeRows;
        this.clock = parts.clock();
    }

    /** The visits of these records; those whose counterpart exists come first, while the readings are fresh. */
    List<Visit> visits(SweepRun run, List<String> ids) {
        Map<String, RemoteRecord> customerp = customerp(run, ids);
        Map<String, Link> known = links.findAll(mapping.entity(), ids);
        Map<String, String> wanted = new HashMap<>();
        List<String> first = new ArrayList<>();
        List<String> last = new ArrayList<>();
        for (String id : ids) {
            Link link = known.get(id);
            RemoteRecord record = customerp.get(id);
            if (link != null && link.powerOfficeId() != null) {
                wanted.put(link.powerOfficeId(), record == null ? "" : mapping.bulkHint(Side.CUSTOMERP, record.body()));
                first.add(id);
            } else {
                Set<String> candidates = record == null ? Set.of() : matcher.candidates(record);
                candidates.forEach(candidate -> wanted.put(candidate, mapping.bulkHint(Side.CUSTOMERP, record.body())));
                (candidates.isEmpty() ? last : first).add(id);
            }
        }
        readPowerOffice(wanted);
        first.addAll(last);
        return first.stream()
                .map(id -> visit(run, id, customerp.get(id), known.get(id)))
                .toList();
    }

    private Visit visit(SweepRun run, String id, RemoteRecord customerp, Link link) {
        Reading powerOffice = link == null || link.powerOfficeId() == null
                ? null
                : powerOfficeRows.fresh(link.powerOfficeId()).orElse(null);
        return new Visit(id, customerp, powerOffice, run.cause, false, false, run.forced.contains(id));
    }

    private Map<String, RemoteRecord> customerp(SweepRun run, List<String> ids) {
        Map<String, RemoteRecord> rows = new HashMap<>();
        Map<String, String> missing = new HashMap<>();
        for (String id : ids) {
            run.customerpRows
                    .fresh(id)
                    .ifPresentOrElse(reading -> rows.put(id, reading.record()), () -> missing.put(id, ""));
        }
        if (missing.size() > 1) {
            rows.putAll(systems.customerp().readAll(mapping.entity(), missing));
        }
        return rows;
    }

    /** A single one is read when its turn comes. */
    private void readPowerOffice(Map<String, String> wanted) {
        Map<String, String> missing = new HashMap<>();
        wanted.forEach((id, hint) -> {
            if (powerOfficeRows.fresh(id).isEmpty()) {
                String shown = powerOfficeRows
                        .last(id)
                        .map(reading -> mapping.bulkHint(
                                Side.POWEROFFICE, reading.record().body()))
                        .orElse(hint);
                missing.put(id, Objects.requireNonNullElse(shown, ""));
            }
        });
        if (missing.size() > 1) {
            Instant at = clock.instant();
            systems.powerOffice()
                    .readAll(mapping.entity(), missing)
                    .values()
                    .forEach(row -> powerOfficeRows.put(row, at));
        }
    }
}
