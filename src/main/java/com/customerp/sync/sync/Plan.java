package com.customerp.sync.sync;

import com.customerp.sync.link.Bases;
import com.customerp.sync.mapping.Problem;
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
 * @param notices held fields
 * @param losses values that lose a conflict and are kept
 * @param problem why the record is parked, or null; then there are no effects
 * @param closes whether the link is closed after the effects
 * @param slotSettled whether nothing is left to do about the key slot after the effects
 */
public record Plan(
        List<Effect> effects,
        Map<String, Bases> agreed,
        Set<String> ignored,
        List<Problem> notices,
        List<Loss> losses,
        @Nullable Problem problem,
        boolean closes,
        boolean slotSettled) {

    public Plan {
        effects = List.copyOf(effects);
        agreed = Map.copyOf(agreed);
        ignored = Set.copyOf(ignored);
        notices = List.copyOf(notices);
        losses = List.copyOf(losses);
    }

    /** Nothing of the record is written. */
    public static Plan parked(Problem problem) {
        return new Plan(List.of(), Map.of(), Set.of(), List.of(), List.of(), problem, false, false);
    }

    /** The same without these fields, which the target refused; they are held, by name with the reason. */
    Plan without(Map<String, Problem> refused) {
        if (refused.isEmpty()) {
            return this;
        }
        List<Effect> rest = new ArrayList<>();
        for (Effect effect : effects) {
            Effect.Patch patch = (Effect.Patch) effect;
            List<Carry> carried = patch.carried().stream()
                    .filter(carry -> !refused.containsKey(carry.field().name()))
                    .toList();
            if (!carried.isEmpty() || patch.slot()) {
                rest.add(new Effect.Patch(patch.side(), carried, patch.slot()));
            }
        }
        List<Problem> held = new ArrayList<>(notices);
        held.addAll(refused.values());
        return new Plan(rest, agreed, ignored, held, losses, problem, closes, slotSettled);
    }

    /** The link is closed after these effects. */
    public static Plan closing(List<Effect> effects) {
        return new Plan(effects, Map.of(), Set.of(), List.of(), List.of(), null, true, false);
    }

    /**
     * A value that both sides changed and that is not kept.
     *
     * @param loser the side that held it
     * @param rule what decided, for the operator
     */
    public record Loss(String field, Side loser, JsonNode value, String rule) {}
}
