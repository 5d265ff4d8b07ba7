package com.customerp.sync.sync;

import com.customerp.sync.link.Bases;
import com.customerp.sync.link.Link;
import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Facts;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.mapping.References;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.mapping.Slot;
import com.customerp.sync.mapping.Trait;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides what is to be done about one record. Writes nothing: the same plan serves the real run and the dry run. */
public final class Decider {
    private final Mapping mapping;
    private final Bookkeeping bookkeeping;
    private final Policy policy;
    private final References references;
    private final Facts facts;

    public Decider(Mapping mapping, Bookkeeping bookkeeping, Policy policy, References references, Facts facts) {
        this.mapping = mapping;
        this.bookkeeping = bookkeeping;
        this.policy = policy;
        this.references = references;
        this.facts = facts;
    }

    /**
     * The plan for a pair as it stands now.
     *
     * @param link what is known of it
     * @param customerp CustomERP's record, or null when it is deleted
     * @param powerOffice PowerOffice's record, or null when there is none: not yet created while the link names no
     *     counterpart, else deleted
     */
    public Plan decide(Link link, @Nullable RemoteRecord customerp, @Nullable RemoteRecord powerOffice) {
        if (isClosed(link)) {
            return decideClosed(link, customerp, powerOffice);
        }
        boolean deletedInPowerOffice = powerOffice == null && link.powerOfficeId() != null;
        if (customerp == null && (powerOffice == null || policy.delete() == DeletePolicy.IGNORE)) {
            return Plan.closing(List.of());
        }
        if (customerp == null) {
            return decideDeleted(link, Side.POWEROFFICE, powerOffice, powerOffice);
        }
        if (deletedInPowerOffice) {
            return policy.delete() == DeletePolicy.IGNORE
                    ? Plan.closing(List.of())
                    : decideDeleted(link, Side.CUSTOMERP, customerp, null);
        }
        return decideMerge(link, customerp, powerOffice);
    }

    static boolean isClosed(Link link) {
        return link.state() == State.CLOSED || wasBroughtBack(link);
    }

    private static boolean wasBroughtBack(Link link) {
        return link.problem() != null && link.problem().reason() == Reason.WAS_DELETED;
    }

    /** Whether a person already knows that a side is gone: that it is not listed is no news. */
    static boolean isKnownGone(Link link) {
        return link.state() == State.PARKED
                && link.problem() != null
                && (wasBroughtBack(link) || link.problem().reason() == Reason.DELETED_AND_EDITED);
    }

    private Plan decideMerge(Link link, RemoteRecord customerp, @Nullable RemoteRecord powerOffice) {
        Merge merge = new Merge(mapping, bookkeeping, link, customerp, powerOffice, context());
        merge.run();
        SlotWork slot = powerOffice == null ? SlotWork.NONE : SlotWork.of(mapping, link, powerOffice, merge);
        if (merge.problem().isPresent()) {
            return Plan.parked(merge.problem().get());
        }
        List<Effect> effects = powerOffice == null
                ? List.of(create(link, merge, customerp))
                : patches(merge, customerp, powerOffice, slot == SlotWork.WRITE);
        List<Problem> notices = new ArrayList<>();
        merge.fields().stream()
                .flatMap(field -> field.notice().stream())
                .distinct()
                .forEach(notices::add);
        if (slot == SlotWork.FOREIGN) {
            notices.add(Problem.of(
                    Reason.TAKEN, "id", "the key slot holds another integration's key; the link is kept here only"));
        }
        return new Plan(
                effects,
                agreed(merge, customerp, powerOffice),
                ignored(link, merge),
                notices,
                merge.fields().stream().flatMap(field -> field.loss().stream()).toList(),
                null,
                false,
                powerOffice != null);
    }

    private Merge.Context context() {
        return new Merge.Context(policy.conflict(), references, facts);
    }

    /** The counterpart of a deleted record is archived, unless somebody edited it meanwhile (mapping.md 1.8). */
    private Plan decideDeleted(Link link, Side target, RemoteRecord left, @Nullable RemoteRecord powerOffice) {
        if (isEdited(link, target, left)) {
            return Plan.parked(Problem.of(
                    Reason.DELETED_AND_EDITED,
                    "",
                    "deleted in one system and edited in the other since; decide which of the two is meant"));
        }
        if (mapping.isArchived(target, left.body())) {
            return Plan.closing(List.of());
        }
        Merge merge = new Merge(mapping, bookkeeping, link, left, powerOffice, context());
        merge.archive(target);
        if (merge.problem().isPresent()) {
            return Plan.parked(merge.problem().get());
        }
        List<Carry> carried = merge.fields().stream()
                .map(field -> new Carry(field.field, field.value(), bookkeeping.base(target, field.field, left.body())))
                .toList();
        return Plan.closing(List.of(new Effect.Patch(target, carried, false)));
    }

    private boolean isEdited(Link link, Side side, RemoteRecord record) {
        return mapping.fields().stream().anyMatch(field -> {
            Bases bases = link.bases().get(field.name());
            return bases != null
                    && !bookkeeping.base(side, field, record.body()).equals(bases.of(side));
        });
    }

    /** A closed link stays closed; only an archived counterpart that is brought back needs a person (mapping.md 1.8). */
    private Plan decideClosed(Link link, @Nullable RemoteRecord customerp, @Nullable RemoteRecord powerOffice) {
        boolean inUse = powerOffice != null && !mapping.isArchived(Side.POWEROFFICE, powerOffice.body())
                || powerOffice == null && customerp != null && !mapping.isArchived(Side.CUSTOMERP, customerp.body());
        return (link.archived() || wasBroughtBack(link)) && inUse
                ? Plan.parked(Problem.of(
                        Reason.WAS_DELETED,
                        "",
                        "its counterpart was deleted and it is in use again; link it anew or leave it out"))
                : Plan.closing(List.of());
    }

    private Effect create(Link link, Merge merge, RemoteRecord customerp) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (mapping.slot() != null) {
            Bodies.set(body, mapping.slot().pointer(), body.textNode(Slot.text(link.customerpId())));
        }
        List<FieldMerge> sent = sentTo(Side.POWEROFFICE, merge);
        sent.stream()
                .filter(field -> !field.value().isNull() && !field.field.name().equals(mapping.owner()))
                .forEach(field -> Bodies.set(body, field.field.pointer(Side.POWEROFFICE), field.value()));
        // What is sent although CustomERP has no value is no carried edit: PowerOffice's answer is carried back.
        List<FieldMerge> carried =
                sent.stream().filter(field -> !field.isNull(Side.CUSTOMERP)).toList();
        return new Effect.Create(owner(merge), body, carries(Side.POWEROFFICE, carried, customerp));
    }

    private @Nullable String owner(Merge merge) {
        return mapping.owner() == null ? null : merge.sent(mapping.owner()).asText();
    }

    private List<Effect> patches(Merge merge, RemoteRecord customerp, RemoteRecord powerOffice, boolean writesSlot) {
        List<Effect> first = new ArrayList<>();
        List<Effect> last = new ArrayList<>();
        List<FieldMerge> together = new ArrayList<>();
        for (FieldMerge field : sentTo(Side.POWEROFFICE, merge)) {
            if (field.field.is(Trait.OWN_PATCH)) {
                boolean archives = Objects.equals(mapping.archive().get(field.field.name()), field.value());
                (archives ? last : first)
                        .add(new Effect.Patch(
                                Side.POWEROFFICE, carries(Side.POWEROFFICE, List.of(field), customerp), false));
            } else {
                together.add(field);
            }
        }
        List<Effect> effects = new ArrayList<>(first);
        if (!together.isEmpty() || writesSlot) {
            effects.add(new Effect.Patch(Side.POWEROFFICE, carries(Side.POWEROFFICE, together, customerp), writesSlot));
        }
        effects.addAll(last);
        List<FieldMerge> back = sentTo(Side.CUSTOMERP, merge);
        if (!back.isEmpty()) {
            effects.add(new Effect.Patch(Side.CUSTOMERP, carries(Side.CUSTOMERP, back, powerOffice), false));
        }
        return effects;
    }

    /** In the order of the table, whatever the order in which the fields were decided. */
    private List<FieldMerge> sentTo(Side side, Merge merge) {
        return mapping.fields().stream()
                .flatMap(row -> merge.fields().stream().filter(field -> field.field == row))
                .filter(field -> field.target().filter(side::equals).isPresent())
                .toList();
    }

    private List<Carry> carries(Side target, List<FieldMerge> fields, RemoteRecord source) {
        return fields.stream()
                .map(field -> new Carry(
                        field.field, field.value(), bookkeeping.base(target.other(), field.field, source.body())))
                .toList();
    }

    private Map<String, Bases> agreed(Merge merge, RemoteRecord customerp, @Nullable RemoteRecord powerOffice) {
        Map<String, Bases> agreed = new HashMap<>();
        if (powerOffice != null) {
            merge.fields().stream()
                    .filter(FieldMerge::isAgreed)
                    .forEach(field -> agreed.put(
                            field.field.name(), bookkeeping.bases(field.field, customerp.body(), powerOffice.body())));
        }
        return agreed;
    }

    private Set<String> ignored(Link link, Merge merge) {
        Set<String> ignored = new HashSet<>(link.bases().keySet());
        mapping.fields().stream().filter(merge::applies).map(Field::name).forEach(ignored::remove);
        return ignored;
    }
}
