package com.customerp.sync.history;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** What people have done since everything was last quiet, and who made which record. */
final class Ledger {
    /** A record on one side. */
    record Place(Side side, Entity entity, String id) {}

    /**
     * The last edit of a field on one side.
     *
     * @param number counts all edits of the history
     * @param shown what the side showed right afterwards
     * @param before what it had shown before the first edit: a value that comes back to it may look like no edit at all
     * @param linked whether it was linked from the first edit on
     * @param asLastSeen whether it put back what the sync had last seen there, while the end of a write may be unknown:
     *     then it looks like no edit (guarantees.md, "Not promised")
     */
    record Edit(int number, JsonNode shown, JsonNode before, boolean linked, boolean asLastSeen) {}

    private final Map<Place, Map<String, Edit>> edits = new HashMap<>();
    private final Set<Place> born = new HashSet<>();
    private final Set<Place> bornSinceQuiet = new HashSet<>();
    private final Map<Place, Map<String, JsonNode>> beside = new LinkedHashMap<>();
    private int count;
    private boolean unclear;

    void born(Side side, Entity entity, String id) {
        born.add(new Place(side, entity, id));
        bornSinceQuiet.add(new Place(side, entity, id));
    }

    void edited(Place place, String field, JsonNode before, JsonNode shown, boolean linked, boolean asLastSeen) {
        count++;
        boolean unseen = asLastSeen && unclear;
        edits.computeIfAbsent(place, key -> new HashMap<>())
                .merge(
                        field,
                        new Edit(count, shown, before, linked, unseen),
                        (first, now) ->
                                new Edit(now.number(), now.shown(), first.before(), first.linked(), now.asLastSeen()));
    }

    /** A function is killed or a system fails: whether a write was done may be unknown. */
    void unclear() {
        unclear = true;
    }

    /** A member that no mapping names was set. */
    void noted(Place place, String member, JsonNode value) {
        beside.computeIfAbsent(place, key -> new HashMap<>()).put(member, value);
    }

    Optional<Edit> edit(Place place, String field) {
        return Optional.ofNullable(edits(place).get(field));
    }

    Map<String, Edit> edits(Place place) {
        return edits.getOrDefault(place, Map.of());
    }

    /** Whether a person made the record. */
    boolean isOfPeople(Place place) {
        return born.contains(place);
    }

    boolean isNew(Place place) {
        return bornSinceQuiet.contains(place);
    }

    Map<Place, Map<String, JsonNode>> beside() {
        return beside;
    }

    /**
     * Everything is quiet: what was edited has arrived.
     *
     * @param pending whether an edit of this field is not carried yet, by the rules: it still counts when things go on
     */
    void close(BiPredicate<Place, String> pending) {
        unclear = false;
        edits.forEach((place, fields) -> fields.keySet().removeIf(field -> !pending.test(place, field)));
        bornSinceQuiet.clear();
    }
}
