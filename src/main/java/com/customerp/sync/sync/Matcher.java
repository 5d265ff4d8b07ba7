package com.customerp.sync.sync;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.MatchIndex;
import com.customerp.sync.link.Pointer;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Facts;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.MatchKey;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.mapping.References;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.mapping.Slot;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
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
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds PowerOffice's counterpart of an unlinked CustomERP record, key by key in order of trust (mapping.md 1.6). A
 * filter or an index entry only names candidates: every row is compared again in full.
 */
final class Matcher {
    private final Mapping mapping;
    private final Bookkeeping bookkeeping;
    private final Systems systems;
    private final LinkStore links;
    private final IndexAhead index;
    private final References references;
    private final Facts facts;
    private final Rows rows;
    private final Clock clock;
    private final Indexer indexer;
    /** Values of the key that does a slot's work, and when PowerOffice was asked for them. */
    private final Map<String, Instant> asked = new HashMap<>();

    Matcher(
            Engines.Parts parts,
            Engines engines,
            Mapping mapping,
            Bookkeeping bookkeeping,
            Rows rows,
            IndexAhead index,
            Indexer indexer) {
        this.indexer = indexer;
        this.mapping = mapping;
        this.bookkeeping = bookkeeping;
        this.systems = parts.systems();
        this.links = parts.links();
        this.index = index;
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

    /** Where the records are that the index names for the strongest key that it knows: {@link #find} will read them. */
    Set<String> candidates(RemoteRecord customerp) {
        for (MatchKey key : mapping.keys()) {
            Set<String> ids = key.of(Side.CUSTOMERP, customerp.body())
                    .map(value ->
                            index.find(entity(), Side.POWEROFFICE, key.name(), bookkeeping.keyFingerprint(key, value)))
                    .orElse(Set.of());
            if (!ids.isEmpty()) {
                return ids.stream().map(id -> path(id, customerp)).collect(Collectors.toSet());
            }
        }
        return Set.of();
    }

    /**
     * Searches with every key that the record has.
     *
     * @param searches whether PowerOffice's filters are asked beside the index
     */
    Counterpart find(RemoteRecord customerp, boolean searches) {
        for (MatchKey key : mapping.keys()) {
            Optional<String> wanted = key.customerp().in(customerp.body(), facts);
            if (wanted.isPresent()) {
                Counterpart found = find(customerp, key, wanted.get(), searches);
                if (!(found instanceof Counterpart.None)) {
                    return found;
                }
            }
        }
        return new Counterpart.None();
    }

    /**
     * What a create of this record may have made, asked of PowerOffice itself: the record with our key in its slot, or
     * without a slot one that nobody is linked to and that has the key which does its work.
     */
    Optional<RemoteRecord> findCreated(RemoteRecord customerp) {
        MatchKey key = mapping.keys().get(0);
        return key.customerp().in(customerp.body(), facts).stream()
                .flatMap(wanted -> search(key, wanted, customerp.body()).values().stream())
                .map(Reading::record)
                .filter(row -> key.agreement().of(customerp.body(), row.body(), references) == MatchKey.Verdict.SAME)
                .filter(row -> mapping.slot() != null
                        || links.pointers(entity(), List.of(row.id())).isEmpty())
                .findFirst();
    }

    /** The fingerprint of the key by which a create of this record is found again. */
    String intention(RemoteRecord customerp) {
        MatchKey key = mapping.keys().get(0);
        return bookkeeping.keyFingerprint(
                key, key.customerp().in(customerp.body(), facts).map(key.form()).orElse(""));
    }

    /** The same when CustomERP's record is gone: only the slot, or what the index keeps of its keys, can tell. */
    Optional<RemoteRecord> findCreated(Link link) {
        if (mapping.slot() != null) {
            return search(mapping.keys().get(0), Slot.text(link.customerpId()), MissingNode.getInstance())
                    .values()
                    .stream()
                    .findFirst()
                    .map(Reading::record);
        }
        MatchKey key = mapping.keys().get(0);
        return Optional.ofNullable(link.intention()).stream()
                .flatMap(fingerprint -> index.find(entity(), Side.POWEROFFICE, key.name(), fingerprint).stream())
                .filter(id -> links.pointers(entity(), List.of(id)).isEmpty())
                .flatMap(id -> systems.powerOffice().read(entity(), id).stream())
                .findFirst();
    }

    private Counterpart find(RemoteRecord customerp, MatchKey key, String wanted, boolean searches) {
        String value = key.form().apply(wanted);
        boolean asks = key.filter() != null && (searches || !isAsked(key, value));
        Map<String, Reading> holders = asks ? search(key, wanted, customerp.body()) : new LinkedHashMap<>();
        Set<String> ids = new TreeSet<>(holders.keySet());
        ids.addAll(index.find(entity(), Side.POWEROFFICE, key.name(), bookkeeping.keyFingerprint(key, value)));
        if (ids.isEmpty()) {
            return new Counterpart.None();
        }
        Map<String, Pointer> linked = links.pointers(entity(), ids);
        if (linked.values().stream().anyMatch(pointer -> Link.isProvisional(pointer.customerpId()))) {
            // It is being created in CustomERP this very moment.
            throw new Claims.LostException();
        }
        List<Reading> confirmed = new ArrayList<>();
        boolean heldElsewhere = false;
        for (String id : ids) {
            if (linked.containsKey(id)) {
                heldElsewhere |= !linked.get(id).customerpId().equals(customerp.id());
            } else {
                confirm(id, customerp, holders, key, value).ifPresent(confirmed::add);
            }
        }
        List<Reading> free = judged(customerp, key, confirmed, MatchKey.Verdict.SAME);
        List<Reading> unclear = judged(customerp, key, confirmed, MatchKey.Verdict.UNCLEAR);
        List<Reading> impossible = judged(customerp, key, confirmed, MatchKey.Verdict.CONTRADICTION);
        if (!impossible.isEmpty()) {
            return contradiction(key, impossible);
        }
        if (free.isEmpty() && !unclear.isEmpty()) {
            return ambiguous(key, unclear);
        }
        if (free.isEmpty()) {
            return heldElsewhere && key.scope() == MatchKey.Scope.UNIQUE ? taken(key, linked) : new Counterpart.None();
        }
        List<Reading> known = new ArrayList<>(confirmed);
        linked.keySet().stream().filter(holders::containsKey).map(holders::get).forEach(known::add);
        int others = judged(customerp, key, known, MatchKey.Verdict.OTHER).size();
        if (free.size() > 1 || !isUnique(customerp.id(), key, value, linked.size() + confirmed.size() - others)) {
            return ambiguous(key, free);
        }
        return contradiction(customerp, key, free.get(0).record())
                .<Counterpart>map(Counterpart.Unclear::new)
                .orElseGet(() -> new Counterpart.Found(free.get(0)));
    }

    private List<Reading> judged(
            RemoteRecord customerp, MatchKey key, List<Reading> candidates, MatchKey.Verdict verdict) {
        return candidates.stream()
                .filter(reading -> verdict
                        == key.agreement().of(customerp.body(), reading.record().body(), references))
                .toList();
    }

    private Map<String, Reading> search(MatchKey key, String wanted, JsonNode customerp) {
        Map<String, Reading> found = new LinkedHashMap<>();
        Instant at = clock.instant();
        String value = key.form().apply(wanted);
        List<RemoteRecord> rows = key.asked().of(wanted, customerp, references).stream()
                .flatMap(asked -> systems.powerOffice().search(entity(), key.filter(), asked).stream())
                .toList();
        for (RemoteRecord row : rows) {
            if (key.of(Side.POWEROFFICE, row.body()).filter(value::equals).isPresent()) {
                found.put(row.id(), new Reading(row, at));
            }
        }
        return found;
    }

    /** The candidate as it is now, if it still has the key. */
    private Optional<Reading> confirm(
            String id, RemoteRecord customerp, Map<String, Reading> holders, MatchKey key, String value) {
        Optional<Reading> known = Optional.ofNullable(holders.get(id)).or(() -> rows.fresh(Side.POWEROFFICE, id));
        return known.or(() -> {
                    Instant at = clock.instant();
                    return systems.powerOffice()
                            .read(entity(), path(id, customerp))
                            .map(row -> new Reading(row, at));
                })
                .filter(reading -> key.of(Side.POWEROFFICE, reading.record().body())
                        .filter(value::equals)
                        .isPresent());
    }

    /** Where PowerOffice keeps a candidate: below its own owner, if that is known, else below the record's. */
    private String path(String id, RemoteRecord customerp) {
        if (mapping.owner() == null) {
            return id;
        }
        Field owner = mapping.field(mapping.owner().field());
        Optional<String> known = rows.last(Side.POWEROFFICE, id)
                .map(reading ->
                        owner.canonical(Side.POWEROFFICE, reading.record().body()));
        return known.or(() -> owner.rule()
                                .reference()
                                .flatMap(entity -> references.counterpart(
                                        entity,
                                        Side.CUSTOMERP,
                                        owner.read(Side.CUSTOMERP, customerp.body())
                                                .asText())))
                        .map(key -> key + "/")
                        .orElse("")
                + id;
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
        List<RemoteRecord> found = systems.powerOffice().search(entity(), key.filter(), String.join(",", wanted));
        found.forEach(row -> rows.put(Side.POWEROFFICE, row, at));
        indexer.put(Side.POWEROFFICE, found);
        wanted.forEach(text -> asked.put(key.form().apply(text), at));
    }

    private boolean isAsked(MatchKey key, String value) {
        return mapping.slot() != null
                || key != mapping.keys().get(0)
                || asked.getOrDefault(value, Instant.MIN).plus(Reading.FRESH).isAfter(clock.instant());
    }

    private boolean isUnique(String customerpId, MatchKey key, String value, int powerOfficeHolders) {
        return key.scope() != MatchKey.Scope.UNIQUE_ON_BOTH_SIDES
                || powerOfficeHolders == 1 && !hasAnotherHolder(key, value, customerpId);
    }

    private boolean hasAnotherHolder(MatchKey key, String value, String customerpId) {
        return index.find(entity(), Side.CUSTOMERP, key.name(), bookkeeping.keyFingerprint(key, value)).stream()
                .anyMatch(id -> !id.equals(customerpId));
    }

    /** A stronger key of the candidate names another CustomERP record (mapping.md 1.6). */
    private Optional<Problem> contradiction(RemoteRecord customerp, MatchKey found, RemoteRecord candidate) {
        for (MatchKey stronger : mapping.keys().subList(0, mapping.keys().indexOf(found))) {
            Optional<String> value = stronger.of(Side.POWEROFFICE, candidate.body());
            if (value.isPresent() && belongsToAnother(stronger, value.get(), customerp)) {
                return Optional.of(new Problem(
                        Reason.CONTRADICTION,
                        stronger.name(),
                        stronger.name() + " and " + found.name() + " name two different counterparts",
                        null,
                        List.of(candidate.id())));
            }
        }
        return Optional.empty();
    }

    private boolean belongsToAnother(MatchKey key, String value, RemoteRecord customerp) {
        Optional<String> owner = Slot.customerpId(value);
        if (owner.isPresent()) {
            return !owner.get().equals(customerp.id())
                    && systems.customerp().read(entity(), owner.get()).isPresent();
        }
        return hasAnotherHolder(key, value, customerp.id());
    }

    private Counterpart taken(MatchKey key, Map<String, Pointer> holders) {
        return new Counterpart.Unclear(new Problem(
                Reason.TAKEN,
                key.name(),
                "the PowerOffice record with the same " + key.name() + " is linked to another CustomERP record",
                null,
                List.copyOf(new TreeSet<>(holders.keySet()))));
    }

    private Counterpart contradiction(MatchKey key, List<Reading> candidates) {
        return new Counterpart.Unclear(new Problem(
                Reason.CONTRADICTION,
                key.name(),
                "a record with the same " + key.name() + " is there, but it cannot be the counterpart",
                null,
                candidates.stream().map(reading -> reading.record().id()).toList()));
    }

    private Counterpart ambiguous(MatchKey key, List<Reading> candidates) {
        return new Counterpart.Unclear(new Problem(
                Reason.AMBIGUOUS,
                key.name(),
                "several records have the same " + key.name() + "; link one of them by hand",
                null,
                candidates.stream()
                        .map(reading -> reading.record().id())
                        .sorted()
                        .toList()));
    }

    private Entity entity() {
        return mapping.entity();
    }
}
