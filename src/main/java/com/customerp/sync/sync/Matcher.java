package com.customerp.sync.sync;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.Pointer;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Facts;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.MatchKey;
import com.customerp.sync.mapping.References;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.mapping.Slot;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds PowerOffice's counterpart of an unlinked CustomERP record, key by key in order of trust (mapping.md 1.6). A
 * filter or an index entry only names candidates: every row is compared again in full.
 */
final class Matcher {
    private final Mapping mapping;
    private final Bookkeeping bookkeeping;
    private final Systems systems;
    private final LinkStore links;
    private final Candidates candidates;
    private final References references;
    private final Facts facts;

    Matcher(Engines.Parts parts, Engines engines, Mapping mapping, Bookkeeping bookkeeping, Candidates candidates) {
        this.mapping = mapping;
        this.bookkeeping = bookkeeping;
        this.systems = parts.systems();
        this.links = parts.links();
        this.candidates = candidates;
        this.references = engines.references;
        this.facts = engines.facts;
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
                .flatMap(wanted -> candidates.search(key, wanted, customerp.body()).values().stream())
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
            return candidates
                    .search(mapping.keys().get(0), Slot.text(link.customerpId()), MissingNode.getInstance())
                    .values()
                    .stream()
                    .findFirst()
                    .map(Reading::record);
        }
        MatchKey key = mapping.keys().get(0);
        return Optional.ofNullable(link.intention()).stream()
                .flatMap(fingerprint -> candidates.inIndex(Side.POWEROFFICE, key.name(), fingerprint).stream())
                .filter(id -> links.pointers(entity(), List.of(id)).isEmpty())
                .flatMap(id -> systems.powerOffice().read(entity(), id).stream())
                .findFirst();
    }

    private Counterpart find(RemoteRecord customerp, MatchKey key, String wanted, boolean searches) {
        String value = key.form().apply(wanted);
        boolean asks = key.filter() != null && (searches || !candidates.isAsked(key, value));
        Map<String, Reading> holders = asks ? candidates.search(key, wanted, customerp.body()) : new LinkedHashMap<>();
        Set<String> ids = new TreeSet<>(holders.keySet());
        ids.addAll(candidates.inIndex(Side.POWEROFFICE, key, value));
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
                candidates.confirm(id, customerp, holders, key, value).ifPresent(confirmed::add);
            }
        }
        List<Reading> free = judged(customerp, key, confirmed, MatchKey.Verdict.SAME);
        List<Reading> unclear = judged(customerp, key, confirmed, MatchKey.Verdict.UNCLEAR);
        List<Reading> impossible = judged(customerp, key, confirmed, MatchKey.Verdict.CONTRADICTION);
        if (!impossible.isEmpty()) {
            return Counterpart.Unclear.impossible(key, ids(impossible));
        }
        if (free.isEmpty() && !unclear.isEmpty()) {
            return Counterpart.Unclear.ambiguous(key, ids(unclear));
        }
        if (free.isEmpty()) {
            return heldElsewhere && key.scope() == MatchKey.Scope.UNIQUE
                    ? held(customerp, key, value, linked.keySet())
                    : new Counterpart.None();
        }
        List<Reading> known = new ArrayList<>(confirmed);
        known.addAll(shown(linked.keySet(), holders));
        int others = judged(customerp, key, known, MatchKey.Verdict.OTHER).size();
        if (free.size() > 1 || !isUnique(customerp.id(), key, value, linked.size() + confirmed.size() - others)) {
            return Counterpart.Unclear.ambiguous(key, ids(free));
        }
        return contradiction(customerp, key, free.get(0).record()).orElseGet(() -> new Counterpart.Found(free.get(0)));
    }

    /** Its counterpart is linked to another record already, or one that may be it is (mapping.md 6.2, 7.3). */
    private Counterpart held(RemoteRecord customerp, MatchKey key, String value, Set<String> linked) {
        List<Reading> holders = linked.stream()
                .flatMap(id -> candidates.confirm(id, customerp, Map.of(), key, value).stream())
                .toList();
        List<Reading> unclear = judged(customerp, key, holders, MatchKey.Verdict.UNCLEAR);
        return unclear.isEmpty()
                ? Counterpart.Unclear.taken(key, List.copyOf(linked))
                : Counterpart.Unclear.ambiguous(key, ids(unclear));
    }

    private List<Reading> shown(Set<String> ids, Map<String, Reading> holders) {
        return ids.stream()
                .flatMap(id -> candidates.atHand(id, holders).stream())
                .toList();
    }

    private static List<String> ids(List<Reading> readings) {
        return readings.stream().map(reading -> reading.record().id()).toList();
    }

    private List<Reading> judged(
            RemoteRecord customerp, MatchKey key, List<Reading> candidates, MatchKey.Verdict verdict) {
        return candidates.stream()
                .filter(reading -> verdict
                        == key.agreement().of(customerp.body(), reading.record().body(), references))
                .toList();
    }

    private boolean isUnique(String customerpId, MatchKey key, String value, int powerOfficeHolders) {
        return key.scope() != MatchKey.Scope.UNIQUE_ON_BOTH_SIDES
                || powerOfficeHolders == 1 && !hasAnotherHolder(key, value, customerpId);
    }

    private boolean hasAnotherHolder(MatchKey key, String value, String customerpId) {
        return candidates.inIndex(Side.CUSTOMERP, key, value).stream().anyMatch(id -> !id.equals(customerpId));
    }

    /** A stronger key of the candidate names another CustomERP record (mapping.md 1.6). */
    private Optional<Counterpart> contradiction(RemoteRecord customerp, MatchKey found, RemoteRecord candidate) {
        for (MatchKey stronger : mapping.keys().subList(0, mapping.keys().indexOf(found))) {
            Optional<String> value = stronger.of(Side.POWEROFFICE, candidate.body());
            if (value.isPresent() && belongsToAnother(stronger, value.get(), customerp)) {
                return Optional.of(Counterpart.Unclear.contradiction(stronger, found, List.of(candidate.id())));
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

    private Entity entity() {
        return mapping.entity();
    }
}
