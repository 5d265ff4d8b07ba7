package com.customerp.sync.sync;

import com.customerp.sync.mapping.Direction;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.InvalidValueException;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.mapping.References;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.mapping.Slot;
import com.customerp.sync.mapping.Trait;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a finished merge into writes, in the order that the systems need (mapping.md 1.4, 8.4). */
final class Planner {
    private final Mapping mapping;
    private final Bookkeeping bookkeeping;
    private final Locking locking;

    Planner(Mapping mapping, Bookkeeping bookkeeping) {
        this.mapping = mapping;
        this.bookkeeping = bookkeeping;
        this.locking = new Locking(mapping);
    }

    Plan plan(Merged merged) {
        List<Plan.Unresolved> unresolved = merged.unresolved();
        Optional<Problem> problem = merged.problem();
        if (problem.isPresent()) {
            return Plan.parked(problem.get(), unresolved);
        }
        List<Effect> effects =
                merged.powerOffice() == null || merged.customerp() == null ? List.of(create(merged)) : patches(merged);
        boolean writesSlot = effects.stream().anyMatch(effect -> effect instanceof Effect.Patch patch && patch.slot());
        return new Plan(
                effects,
                merged.merge().agreed(),
                merged.merge().ignored(merged.link().bases().keySet()),
                merged.lines() == null ? null : merged.lines().links(),
                notices(merged),
                merged.losses(),
                unresolved,
                null,
                false,
                merged.powerOffice() != null && (merged.slot() != SlotWork.WRITE || writesSlot));
    }

    private List<Problem> notices(Merged merged) {
        List<Problem> notices = new ArrayList<>();
        merged.merge().fields().stream()
                .flatMap(field -> field.notice().stream())
                .distinct()
                .forEach(notices::add);
        if (merged.slot() == SlotWork.FOREIGN) {
            notices.add(Problem.of(
                    Reason.TAKEN, "id", "the key slot holds another integration's key; the link is kept here only"));
        }
        boolean otherLines = merged.lines() != null
                && merged.powerOffice() != null
                && Lines.hasOthers(mapping.lines(), merged.powerOffice().body());
        if (otherLines) {
            notices.add(Problem.of(
                    Reason.NOT_ALLOWED,
                    mapping.lines().name(),
                    "PowerOffice has lines of a kind that is not carried; they are left alone"));
        }
        return notices;
    }

    private Effect create(Merged merged) {
        Side side = merged.powerOffice() == null ? Side.POWEROFFICE : Side.CUSTOMERP;
        Merge merge = merged.merge();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (side == Side.POWEROFFICE && mapping.slot() != null) {
            Bodies.set(
                    body,
                    mapping.slot().pointer(),
                    body.textNode(Slot.text(merged.link().customerpId())));
        }
        List<Carry> sent = merge.carried(side);
        sent.stream()
                .filter(carry -> !carry.value().isNull())
                .filter(carry -> side == Side.CUSTOMERP || !isOwner(carry))
                .forEach(carry -> Bodies.set(body, carry.field().pointer(side), carry.value()));
        // What is sent although CustomERP has no value is no carried edit: PowerOffice's answer is carried back.
        List<Carry> carried = sent.stream()
                .filter(carry -> side == Side.CUSTOMERP
                        || !merge.isNull(Side.CUSTOMERP, carry.field().name()))
                .toList();
        String owner = side == Side.POWEROFFICE && mapping.owner() != null
                ? merge.sent(mapping.owner().field()).asText()
                : null;
        LineWrites lines = merged.lines() == null ? null : new LineWrites(merged.lines());
        if (lines != null) {
            Bodies.set(body, lines.pointer(side), lines.created(side));
        }
        return new Effect.Create(side, owner, body, carried, lines == null ? Map.of() : lines.createdCarries(side));
    }

    private boolean isOwner(Carry carry) {
        return mapping.owner() != null
                && mapping.owner().field().equals(carry.field().name());
    }

    private List<Effect> patches(Merged merged) {
        LineWrites lines = merged.lines() == null ? null : new LineWrites(merged.lines());
        List<Effect> powerOffice = toPowerOffice(merged, lines);
        // Lines move the amounts: they are read first, and all of CustomERP's side goes in one write then.
        if (lines != null && !powerOffice.isEmpty()) {
            powerOffice.add(new Effect.ReadBack());
            return powerOffice;
        }
        List<Carry> back = merged.merge().carried(Side.CUSTOMERP);
        Effect.LinesBack linesBack = lines == null ? null : lines.back().orElse(null);
        if (!back.isEmpty() || linesBack != null) {
            powerOffice.add(new Effect.Patch(Side.CUSTOMERP, back, false, linesBack));
        }
        return powerOffice;
    }

    private List<Effect> toPowerOffice(Merged merged, @Nullable LineWrites lines) {
        List<Effect> first = new ArrayList<>();
        List<Effect> last = new ArrayList<>();
        List<Carry> together = new ArrayList<>();
        for (Carry carry : merged.merge().carried(Side.POWEROFFICE)) {
            if (carry.field().is(Trait.OWN_PATCH)) {
                (goesLast(carry) ? last : first).add(new Effect.Patch(Side.POWEROFFICE, List.of(carry), false, null));
            } else {
                together.add(carry);
            }
        }
        List<Effect> content = new ArrayList<>();
        boolean writesSlot = merged.slot() == SlotWork.WRITE
                && (locking.isOpen(Side.POWEROFFICE, merged.powerOffice().body()) || !together.isEmpty());
        if (!together.isEmpty() || writesSlot) {
            content.add(new Effect.Patch(Side.POWEROFFICE, together, writesSlot, null));
        }
        if (lines != null) {
            content.addAll(lines.toPowerOffice());
        }
        List<Effect> effects = new ArrayList<>(first);
        boolean unlocks = first.isEmpty()
                && !content.isEmpty()
                && !locking.isOpen(Side.POWEROFFICE, merged.powerOffice().body());
        if (unlocks) {
            effects.add(new Effect.Relock(false));
        }
        effects.addAll(content);
        effects.addAll(last);
        boolean unlocked = unlocks
                || merged.link().unlocked()
                        && locking.isOpen(Side.POWEROFFICE, merged.powerOffice().body());
        if (last.isEmpty() && unlocked && locking.locks(merged.merge())) {
            effects.add(new Effect.Relock(true));
        }
        return effects;
    }

    /** Archiving and locking go last, the way back first (mapping.md 1.4, 8.4). */
    private boolean goesLast(Carry carry) {
        return Objects.equals(mapping.archive().get(carry.field().name()), carry.value()) || locking.locks(carry);
    }

    /**
     * The last write: CustomERP gets the final status and the values that only PowerOffice knows (mapping.md 8.6).
     *
     * @param last what became of PowerOffice's record, with members of the same names
     */
    Plan ending(RemoteRecord customerp, RemoteRecord last) {
        Field status = mapping.field(mapping.lock().field());
        List<Carry> carried = new ArrayList<>();
        carried.add(new Carry(status, TextNode.valueOf(mapping.lock().last()), Bookkeeping.never()));
        for (Field field : mapping.fields()) {
            JsonNode shown = field.read(Side.POWEROFFICE, last.body());
            if (field.direction() == Direction.TO_CUSTOMERP
                    && field.rule().canonical(Side.POWEROFFICE, shown) != null) {
                try {
                    JsonNode value = field.rule().write(Side.CUSTOMERP, shown, References.NONE);
                    carried.add(new Carry(field, value, bookkeeping.base(Side.POWEROFFICE, field, shown)));
                } catch (InvalidValueException cannotBeWritten) {
                    return Plan.parked(Problem.of(cannotBeWritten, field.name()));
                }
            }
        }
        return new Plan(
                List.of(new Effect.Patch(Side.CUSTOMERP, carried, false, null)),
                Map.of(),
                Set.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                false,
                false);
    }
}
