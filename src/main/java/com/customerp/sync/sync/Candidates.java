package com.customerp.sync.sync;

import com.customerp.sync.link.MatchIndex;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Facts;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.MatchKey;
import com.customerp.sync.mapping.RecordId;
import com.customerp.sync.mapping.References;
import com.customerp.sync.mapping.Side;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names the records that could be the counterpart of another: by PowerOffice's filters and by the match index (mapping.md
 * 1.4). Both may show too much or be late, so each candidate is compared in full by who asks.
 */
final class Candidates {
    private final Mapping mapping;
    private final Bookkeeping bookkeeping;
    private final Systems systems;
    private final IndexAhead index;
    private final Indexer indexer;
    private final References references;
    private final Facts facts;
    private final Rows rows;
    private final Clock clock;
    /** Values of the key that does a slot's work, and when PowerOffice was asked for them. */
    private final Map<String, Instant> asked = new HashMap<>();

    Candidates(
            Engines.Parts parts,
            Engines engines,
            Mapping mapping,
            Bookkeeping bookkeeping,
            Rows rows,
            IndexAhead index,
            Indexer indexer) {
        this.mapping = mapping;
        this.bookkeeping = bookkeeping;
        this.systems = parts.systems();
        this.index = index;
        this.indexer = indexer;
        this.references = engines.references;
        this.facts = engines.facts;
        this.rows = rows;
        this.clock = parts.clock();
    }

    /** Reads from the index at once what looking for these records asks of it. */
    void readAhead(Collection<RemoteRecord> customerp) {
        List<MatchIndex.Entry> entries = new ArrayList<>();
        for (RemoteRecord record : customerp) {
            for (MatchKey key : mapping.keys()) {
                key.of(Side.CUSTOMERP, record.body())
                        .map(value -> bookkeeping.keyFingerprint(key, value))
                        .ifPresent(fingerprint -> {
                            entries.add(new MatchIndex.Entry(entity(), Side.POWEROFFICE, key.name(), fingerprint));
                            if (key.scope() == MatchKey.Scope.UNIQUE_ON_BOTH_SIDES) {
                                entries.add(new MatchIndex.Entry(entity(), Side.CUSTOMERP, key.name(), fingerprint));
                            }
                        });
            }
        }
        index.readAhead(
                entries,
                entity(),
                Side.CUSTOMERP,
                customerp.stream().map(RemoteRecord::id).toList());
    }

    /**
     * Asks for the key that does a slot's work, for many records at once, so that each can be created without being asked
     * for alone (mapping.md 6.3).
     */
    void askAhead(Collection<RemoteRecord> customerp) {
        MatchKey key = mapping.keys().get(0);
        if (mapping.slot() != null) {
            return;
        }
        List<String> wanted = customerp.stream()
                .flatMap(record -> key.customerp().in(record.body(), facts).stream())
                .filter(text -> !text.contains(","))
                .distinct()
                .toList();
        if (wanted.size() < 2) {
            return;
        }
        Instant at = clock.instant();
        List<RemoteRecord> found = ask(key, String.join(",", wanted));
        found.forEach(row -> rows.put(Side.POWEROFFICE, row, at));
        indexer.put(Side.POWEROFFICE, found);
        wanted.forEach(text -> asked.put(key.form().apply(text), at));
    }

    /** Whether PowerOffice was asked for this value just now, with those of other records. */
    boolean isAsked(MatchKey key, String value) {
        return mapping.slot() != null
                || key != mapping.keys().get(0)
                || asked.getOrDefault(value, Instant.MIN).plus(Reading.FRESH).isAfter(clock.instant());
    }

    /** Where the records are that the index names for the strongest key that it knows: they will be read. */
    Set<String> paths(RemoteRecord customerp) {
        for (MatchKey key : mapping.keys()) {
            Set<String> ids = key.of(Side.CUSTOMERP, customerp.body())
                    .map(value -> inIndex(Side.POWEROFFICE, key, value))
                    .orElse(Set.of());
            if (!ids.isEmpty()) {
                return ids.stream().map(id -> path(id, customerp)).collect(Collectors.toSet());
            }
        }
        return Set.of();
    }

    /** Ids of the records of a side that the index names for a value of a key. */
    Set<String> inIndex(Side side, MatchKey key, String value) {
        return inIndex(side, key.name(), bookkeeping.keyFingerprint(key, value));
    }

    /** The same for a fingerprint. */
    Set<String> inIndex(Side side, String key, String fingerprint) {
        return index.find(entity(), side, key, fingerprint);
    }

    /** The records that PowerOffice's filter for a key shows, by id, but for those that do not have the value. */
    Map<String, Reading> search(MatchKey key, String wanted, JsonNode customerp) {
        Map<String, Reading> found = new LinkedHashMap<>();
        Instant at = clock.instant();
        String value = key.form().apply(wanted);
        List<RemoteRecord> rows = key.asked().of(wanted, customerp, references).stream()
                .flatMap(asked -> ask(key, asked).stream())
                .toList();
        for (RemoteRecord row : rows) {
            if (key.of(Side.POWEROFFICE, row.body()).filter(value::equals).isPresent()) {
                found.put(row.id(), new Reading(row, at));
            }
        }
        return found;
    }

    /** What PowerOffice's filter for a key shows, but for rows that could not be read by their id. */
    private List<RemoteRecord> ask(MatchKey key, String value) {
        return systems.powerOffice().search(entity(), key.filter(), value).stream()
                .filter(row -> RecordId.isAllowed(row.id()))
                .toList();
    }

    /** The candidate as it is now, if it still has the key. */
    Optional<Reading> confirm(
            String id, RemoteRecord customerp, Map<String, Reading> holders, MatchKey key, String value) {
        return atHand(id, holders)
                .or(() -> {
                    Instant at = clock.instant();
                    return systems.powerOffice()
                            .read(entity(), path(id, customerp))
                            .map(row -> new Reading(row, at));
                })
                .filter(reading -> key.of(Side.POWEROFFICE, reading.record().body())
                        .filter(value::equals)
                        .isPresent());
    }

    /** The candidate as it was found or read just now. */
    Optional<Reading> atHand(String id, Map<String, Reading> holders) {
        return Optional.ofNullable(holders.get(id)).or(() -> rows.fresh(Side.POWEROFFICE, id));
    }

    /** Where PowerOffice keeps a candidate: below its own owner, if that is known, else below the record's. */
    private String path(String id, RemoteRecord customerp) {
        if (mapping.owner() == null) {
            return id;
        }
        return rows.last(Side.POWEROFFICE, id)
                .map(reading -> mapping.ownerIn(reading.record().body()))
                .or(() -> ownerOf(customerp))
                .map(owner -> owner + "/" + id)
                .orElse(id);
    }

    private Optional<String> ownerOf(RemoteRecord customerp) {
        Field owner = mapping.field(mapping.owner().field());
        String id = owner.read(Side.CUSTOMERP, customerp.body()).asText();
        return owner.rule().reference().flatMap(entity -> references.counterpart(entity, Side.CUSTOMERP, id));
    }

    private Entity entity() {
        return mapping.entity();
    }
}
