package com.customerp.sync.local.customerp;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The records and tombstones of one collection, by id and in order of change. Guarded by {@link Database}. */
final class Table {
    private final Schema schema;
    private final Map<String, Stored> byId = new HashMap<>();
    private final Set<String> lowerCaseIds = new HashSet<>();
    private final NavigableMap<Instant, Stored> byTime = new TreeMap<>();
    private final Map<String, String> holders = new HashMap<>();
    private Instant last = Instant.EPOCH;
    private long nextId;
    private long highestNumber;

    Table(Schema schema) {
        this.schema = schema;
        this.nextId = schema.firstId();
    }

    /** The living record. */
    Optional<Stored> find(String id) {
        return Optional.ofNullable(byId.get(id)).filter(stored -> !stored.deleted());
    }

    /** The record or its tombstone. */
    Optional<Stored> findAny(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Records and tombstones in order of change; no two share an instant. */
    NavigableMap<Instant, Stored> byTime() {
        return byTime;
    }

    Collection<Stored> all() {
        return byTime.values();
    }

    /** Id of the living record that holds this unique value. */
    Optional<String> holder(String uniqueValue) {
        return Optional.ofNullable(holders.get(uniqueValue));
    }

    /** The time of the next change: now, but later than every change before, even if the clock stands or goes back. */
    Instant nextInstant(Clock clock) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return now.isAfter(last) ? now : last.plusMillis(1);
    }

    /** Ids of one collection never differ only in letter case, so the check is blind to it. */
    boolean isFree(String id) {
        return !lowerCaseIds.contains(id.toLowerCase(Locale.ROOT));
    }

    String newId() {
        String id;
        do {
            id = schema.idPrefix() + nextId++;
        } while (!isFree(id));
        return id;
    }

    String nextNumber() {
        return Long.toString(Math.max(highestNumber + 1, schema.firstId()));
    }

    void put(Stored stored) {
        Stored before = byId.put(stored.id(), stored);
        lowerCaseIds.add(stored.id().toLowerCase(Locale.ROOT));
        if (before != null) {
            byTime.remove(before.updatedAt());
            unique(before).ifPresent(holders::remove);
        }
        byTime.put(stored.updatedAt(), stored);
        last = stored.updatedAt();
        unique(stored).ifPresent(value -> {
            holders.put(value, stored.id());
            if (value.matches("[0-9]{1,18}")) {
                highestNumber = Math.max(highestNumber, Long.parseLong(value));
            }
        });
    }

    private Optional<String> unique(Stored stored) {
        if (schema.uniqueMember() == null || stored.deleted()) {
            return Optional.empty();
        }
        return Optional.ofNullable(stored.body().path(schema.uniqueMember()).textValue());
    }
}
