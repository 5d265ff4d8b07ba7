package com.customerp.sync.sync;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Facts;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.mapping.References;
import com.customerp.sync.mapping.Removal;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.mapping.Slot;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides what is to be done about one record. Writes nothing: the same plan serves the real run and the dry run. */
public final class Decider {
    private final Mapping mapping;
    private final Bookkeeping bookkeeping;
    private final Policy policy;
    private final Merge.Context context;
    private final Locking locking;
    private final Planner planner;

    public Decider(Mapping mapping, Bookkeeping bookkeeping, Policy policy, References references, Facts facts) {
        this.mapping = mapping;
        this.bookkeeping = bookkeeping;
        this.policy = policy;
        this.context = new Merge.Context(policy.conflict(), references, facts);
        this.locking = new Locking(mapping);
        this.planner = new Planner(mapping, bookkeeping);
    }

    /**
     * The plan for a pair as it stands now.
     *
     * @param link what is known of it
     * @param customerp CustomERP's record, or null when it is deleted, or while it is to be created
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

    /** The plan for a record of PowerOffice that CustomERP is to get (mapping.md 1.5). */
    Plan decideCreation(RemoteRecord powerOffice) {
        return decideMerge(Link.unknown(mapping.entity(), ""), null, powerOffice);
    }

    static boolean isClosed(Link link) {
        return link.state() == State.CLOSED || wasBroughtBack(link) || wasFinal(link);
    }

    private static boolean wasBroughtBack(Link link) {
        return link.problem() != null && link.problem().reason() == Reason.WAS_DELETED;
    }

    private static boolean wasFinal(Link link) {
        return link.state() == State.PARKED
                && link.problem() != null
                && link.problem().reason() == Reason.INVOICED;
    }

    /** Whether a person already knows that a side is gone: that it is not listed is no news. */
    static boolean isKnownGone(Link link) {
        return link.state() == State.PARKED
                && link.problem() != null
                && (isClosed(link)
                        || link.problem().reason() == Reason.DELETED_AND_EDITED
                        || link.problem().reason() == Reason.LOCKED);
    }

    private Plan decideMerge(Link link, @Nullable RemoteRecord customerp, @Nullable RemoteRecord powerOffice) {
        JsonNode theirs = powerOffice == null ? null : locking.asIfLocked(link, powerOffice.body());
        Pairing pairing = new Pairing(
                customerp == null ? null : customerp.body(),
                theirs,
                link.bases(),
                isCreatedByUs(link, powerOffice),
                newer(customerp, powerOffice));
        Merge merge = new Merge(mapping, bookkeeping, pairing, powerOffice == null ? null : powerOffice.id(), context);
        merge.run();
        LinesMerge lines = null;
        if (mapping.lines() != null) {
            lines = new LinesMerge(mapping.lines(), bookkeeping, link, pairing, context);
            lines.run();
        }
        SlotWork slot = powerOffice == null || customerp == null
                ? SlotWork.NONE
                : SlotWork.of(mapping, link, powerOffice, merge);
        return planner.plan(new Merged(link, customerp, powerOffice, merge, lines, slot));
    }

    private boolean isCreatedByUs(Link link, @Nullable RemoteRecord powerOffice) {
        if (powerOffice == null) {
            return false;
        }
        return mapping.slot() == null
                ? link.postedAt() != null
                : mapping.slot()
                        .read(powerOffice.body())
                        .filter(Slot.text(link.customerpId())::equals)
                        .isPresent();
    }

    /** The side whose record changed last; CustomERP when that cannot be told. */
    private static Side newer(@Nullable RemoteRecord customerp, @Nullable RemoteRecord powerOffice) {
        Optional<Instant> customerpAt = customerp == null ? Optional.empty() : Versions.newest(customerp.version());
        Optional<Instant> powerOfficeAt =
                powerOffice == null ? Optional.empty() : Versions.newest(powerOffice.version());
        boolean powerOfficeIsNewer = customerpAt.isPresent()
                && powerOfficeAt.isPresent()
                && powerOfficeAt.get().isAfter(customerpAt.get());
        return powerOfficeIsNewer ? Side.POWEROFFICE : Side.CUSTOMERP;
    }

    /** The counterpart of a deleted record is archived or deleted, unless somebody edited it (mapping.md 1.8). */
    private Plan decideDeleted(Link link, Side target, RemoteRecord left, @Nullable RemoteRecord powerOffice) {
        Edits edits = new Edits(mapping, bookkeeping, link);
        if (mapping.removal() instanceof Removal.Delete) {
            return decideDeletion(edits, target, left);
        }
        boolean archived = mapping.isArchived(target, left.body());
        // Archived already is what is wanted, also when a function died before it could say that it did it.
        Set<String> wanted = archived ? mapping.archive().keySet() : Set.of();
        if (edits.firstBut(wanted, target, left.body()).isPresent()) {
            return Plan.parked(deletedAndEdited(""));
        }
        if (archived) {
            return Plan.closing(List.of());
        }
        JsonNode customerp = target == Side.CUSTOMERP ? left.body() : null;
        Pairing pairing = new Pairing(
                customerp, powerOffice == null ? null : powerOffice.body(), link.bases(), false, Side.CUSTOMERP);
        Merge merge = new Merge(mapping, bookkeeping, pairing, powerOffice == null ? null : powerOffice.id(), context);
        merge.archive(target);
        if (merge.problem().isPresent()) {
            return Plan.parked(merge.problem().get());
        }
        List<Carry> carried = merge.fields().stream()
                .map(field -> new Carry(
                        field.field,
                        field.value(),
                        bookkeeping.base(target, field.field, field.field.read(target, left.body()))))
                .toList();
        return Plan.closing(List.of(new Effect.Patch(target, carried, false, null)));
    }

    /** Only an open record is deleted; what locks it needs a person (mapping.md 8.6). */
    private Plan decideDeletion(Edits edits, Side target, RemoteRecord left) {
        boolean locked = !locking.isOpen(target, left.body());
        if (target == Side.POWEROFFICE && locked) {
            return Plan.parked(Problem.of(
                    Reason.LOCKED,
                    mapping.lock().field(),
                    "deleted in CustomERP and " + mapping.lock().locked()
                            + " in PowerOffice: unlock it there, or bring it back"));
        }
        Optional<String> edited = target == Side.POWEROFFICE
                ? edits.firstBut(Set.of(mapping.lock().field()), target, left.body())
                : edits.first(target, left.body());
        return locked || edited.isPresent()
                ? Plan.parked(deletedAndEdited(mapping.lock().field()))
                : Plan.closing(List.of(new Effect.Delete(target)));
    }

    private static Problem deletedAndEdited(String field) {
        return Problem.of(
                Reason.DELETED_AND_EDITED,
                field,
                "deleted in one system and edited in the other since; decide which of the two is meant");
    }

    /**
     * A closed link stays closed. An archived counterpart that is brought back needs a person (mapping.md 1.8), and so
     * does an edit of a record that has ended for good (mapping.md 8.7).
     */
    private Plan decideClosed(Link link, @Nullable RemoteRecord customerp, @Nullable RemoteRecord powerOffice) {
        if (customerp != null && locking.isFinal(customerp.body())) {
            return new Edits(mapping, bookkeeping, link)
                    .first(Side.CUSTOMERP, customerp.body())
                    .map(field -> Plan.parked(Problem.of(
                            Reason.INVOICED, field, "it is invoiced and changes no more; make a credit order")))
                    .orElseGet(() -> Plan.closing(List.of()));
        }
        boolean inUse = powerOffice != null && !mapping.isArchived(Side.POWEROFFICE, powerOffice.body())
                || powerOffice == null && customerp != null && !mapping.isArchived(Side.CUSTOMERP, customerp.body());
        return (link.archived() || wasBroughtBack(link)) && inUse
                ? Plan.parked(Problem.of(
                        Reason.WAS_DELETED,
                        "",
                        "its counterpart was deleted and it is in use again; link it anew or leave it out"))
                : Plan.closing(List.of());
    }

    /** The plan for a record whose counterpart has ended for good and shows these values last (mapping.md 8.6). */
    Plan decideFinal(Link link, RemoteRecord customerp, RemoteRecord last) {
        return locking.isFinal(customerp.body())
                ? decideClosed(link, customerp, null)
                : planner.ending(customerp, last);
    }
}
