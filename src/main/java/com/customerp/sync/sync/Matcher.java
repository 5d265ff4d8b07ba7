package com.customerp.sync.sync;

import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.MatchIndex;
import com.customerp.sync.link.Pointer;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Facts;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.MatchKey;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.mapping.References;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.mapping.Slot;
import java.time.Clock;
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
    private final MatchIndex index;
    private final References references;
    private final Facts facts;
    private final RowCache rows;
    private final Clock clock;

    Matcher(Engine.Parts parts, Bookkeeping bookkeeping, RowCache rows) {
        this.mapping = parts.mapping();
        this.bookkeeping = bookkeeping;
        this.systems = parts.systems();
        this.links = parts.links();
        this.index = parts.index();
        this.references = parts.references();
        this.facts = parts.facts();
        this.rows = rows;
        this.clock = parts.clock();
    }

    /** Ids that the index names for the strongest key that it knows: what {@link #find} will want to read. */
    Set<String> candidates(RemoteRecord customerp) {
        for (MatchKey key : mapping.keys()) {
            Set<String> ids = key.of(Side.CUSTOMERP, customerp.body())
                    .map(value ->
                            index.find(entity(), Side.POWEROFFICE, key.name(), bookkeeping.keyFingerprint(key, value)))
                    .orElse(Set.of());
            if (!ids.isEmpty()) {
                return ids;
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

    /** The record that holds our key in its slot, asked of PowerOffice itself. */
    Optional<RemoteRecord> findInSlot(String customerpId) {
        return search(mapping.keys().get(0), Slot.text(customerpId)).values().stream()
                .findFirst()
                .map(Reading::record);
    }

    private Counterpart find(RemoteRecord customerp, MatchKey key, String wanted, boolean searches) {
        String value = key.form().apply(wanted);
        Map<String, Reading> holders = searches && key.filter() != null ? search(key, wanted) : new LinkedHashMap<>();
        Set<String> ids = new TreeSet<>(holders.keySet());
        ids.addAll(index.find(entity(), Side.POWEROFFICE, key.name(), bookkeeping.keyFingerprint(key, value)));
        if (ids.isEmpty()) {
            return new Counterpart.None();
        }
        Map<String, Pointer> linked = links.pointers(entity(), ids);
        List<Reading> confirmed = new ArrayList<>();
        boolean heldElsewhere = false;
        for (String id : ids) {
            if (linked.containsKey(id)) {
                heldElsewhere |= !linked.get(id).customerpId().equals(customerp.id());
            } else {
                confirm(id, holders, key, value).ifPresent(confirmed::add);
            }
        }
        List<Reading> free = judged(customerp, key, confirmed, MatchKey.Verdict.SAME);
        List<Reading> unclear = judged(customerp, key, confirmed, MatchKey.Verdict.UNCLEAR);
        if (free.isEmpty() && !unclear.isEmpty()) {
            return ambiguous(key, unclear);
        }
        if (free.isEmpty()) {
            return heldElsewhere && key.scope() == MatchKey.Scope.UNIQUE ? taken(key, linked) : new Counterpart.None();
        }
        if (free.size() > 1 || !isUnique(customerp.id(), key, value, linked.size() + confirmed.size())) {
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

    private Map<String, Reading> search(MatchKey key, String wanted) {
        Map<String, Reading> found = new LinkedHashMap<>();
        var at = clock.instant();
        String value = key.form().apply(wanted);
        for (RemoteRecord row : systems.powerOffice().search(entity(), key.filter(), wanted)) {
            if (key.of(Side.POWEROFFICE, row.body()).filter(value::equals).isPresent()) {
                found.put(row.id(), new Reading(row, at));
            }
        }
        return found;
    }

    /** The candidate as it is now, if it still has the key. */
    private Optional<Reading> confirm(String id, Map<String, Reading> holders, MatchKey key, String value) {
        Optional<Reading> known = Optional.ofNullable(holders.get(id)).or(() -> rows.fresh(id));
        return known.or(() -> {
                    var at = clock.instant();
                    return systems.powerOffice().read(entity(), id).map(row -> new Reading(row, at));
                })
                .filter(reading -> key.of(Side.POWEROFFICE, reading.record().body())
                        .filter(value::equals)
                        .isPresent());
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
