package com.customerp.sync.sync;

import com.customerp.sync.link.Bases;
import com.customerp.sync.link.LineLink;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.RecordKey;
import com.customerp.sync.mapping.Side;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done about one record; nothing of it has been done yet.
 *
 * @param effects writes, in order
 * @param agreed bases of fields that need no write, by field name
 * @param ignored fields that the record does not have now: their bases are dropped
 * @param lines what is known of the lines, or null when that stays as it is
 * @param notices held fields
 * @param losses values that lose a conflict and are kept
 * @param unresolved references that cannot be carried yet
 * @param problem why the record is parked, or null; then there are no effects
 * @param closes whether the link is closed after the effects
 * @param slotSettled whether nothing is left to do about the key slot after the effects
 */
public record Plan(
        List<Effect> effects,
        Map<String, Bases> agreed,
        Set<String> ignored,
        @Nullable List<LineLink> lines,
        List<Problem> notices,
        List<Loss> losses,
        List<Unresolved> unresolved,
        @Nullable Problem problem,
        boolean closes,
        boolean slotSettled) {

    public Plan {
        effects = List.copyOf(effects);
        agreed = Map.copyOf(agreed);
        ignored = Set.copyOf(ignored);
        lines = lines == null ? null : List.copyOf(lines);
        notices = List.copyOf(notices);
        losses = List.copyOf(losses);
        unresolved = List.copyOf(unresolved);
    }

    /** Nothing of the record is written. */
    public static Plan parked(Problem problem) {
        return parked(problem, List.of());
    }

    /** Nothing of the record is written; perhaps because these references are not linked yet. */
    static Plan parked(Problem problem, List<Unresolved> unresolved) {
        return new Plan(List.of(), Map.of(), Set.of(), null, List.of(), List.of(), unresolved, problem, false, false);
    }

    /** The same without these fields, which the target refused; they are held, by name with the reason. */
    Plan without(Map<String, Problem> refused) {
        if (refused.isEmpty()) {
            return this;
        }
        List<Effect> rest = new ArrayList<>();
        for (Effect effect : effects) {
            if (effect instanceof Effect.Patch patch) {
                List<Carry> carried = patch.carried().stream()
                        .filter(carry -> !refused.containsKey(carry.field().name()))
                        .toList();
                if (!carried.isEmpty() || patch.slot() || patch.lines() != null) {
                    rest.add(new Effect.Patch(patch.side(), carried, patch.slot(), patch.lines()));
                }
            } else {
                rest.add(effect);
            }
        }
        List<Problem> held = new ArrayList<>(notices);
        held.addAll(refused.values());
        return new Plan(rest, agreed, ignored, lines, held, losses, unresolved, problem, closes, slotSettled);
    }

    /** The link is closed after these effects. */
    public static Plan closing(List<Effect> effects) {
        return new Plan(effects, Map.of(), Set.of(), null, List.of(), List.of(), List.of(), null, true, false);
    }

    /** Whether nothing is to be done, now or later. */
    boolean isSettled() {
        return effects.isEmpty() && unresolved.isEmpty() && problem == null && !closes;
    }

    /** The references without which the record waits. */
    List<Unresolved> waitedFor() {
        return unresolved.stream().filter(Unresolved::waits).toList();
    }

    /**
     * A value that both sides changed and that is not kept.
     *
     * @param loser the side that held it
     * @param rule what decided, for the operator
     */
    public record Loss(String field, Side loser, JsonNode value, String rule) {}

    /**
     * A reference that names a record without a link (mapping.md 1.7).
     *
     * @param record the record that it names
     * @param waits whether the whole record waits for it; else the field is held
     */
    public record Unresolved(String field, RecordKey record, boolean waits) {}
}
