package com.customerp.sync.sync;

import com.customerp.sync.link.Bases;
import com.customerp.sync.mapping.Direction;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.mapping.Trait;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Decides which way one field goes, by its two bases and the policy (mapping.md 1.2). */
final class FieldDecider {
    private final Bookkeeping bookkeeping;
    private final Pairing pairing;
    private final ConflictPolicy policy;

    FieldDecider(Bookkeeping bookkeeping, Pairing pairing, ConflictPolicy policy) {
        this.bookkeeping = bookkeeping;
        this.pairing = pairing;
        this.policy = policy;
    }

    /**
     * Decides one field.
     *
     * @param alike whether both sides hold the same although they show it differently; asked only when it matters
     * @return why the record is parked, when policy {@code manual} leaves a conflict to an operator
     */
    Optional<Problem> decide(FieldMerge merge, BooleanSupplier alike) {
        Bases bases = pairing.bases().get(merge.field.name());
        boolean conflict = false;
        if (pairing.missing() != null) {
            decideCreate(merge, pairing.missing());
        } else if (merge.field.direction() != Direction.BOTH) {
            decideOneWay(merge, bases, alike);
        } else {
            conflict = bases == null ? decideFirst(merge, alike) : decideChanges(merge, bases, alike);
        }
        if (conflict && policy == ConflictPolicy.MANUAL) {
            return Optional.of(Problem.of(
                    Reason.CONFLICT,
                    merge.field.name(),
                    "both sides changed it to different values; resolve it for one side"));
        }
        if (conflict) {
            win(merge, winner());
        }
        if (merge.field.is(Trait.NEVER_CLEARED)
                && merge.target().filter(Side.POWEROFFICE::equals).isPresent()
                && merge.isNull(Side.CUSTOMERP)) {
            merge.carryTo(Side.CUSTOMERP);
        }
        return Optional.empty();
    }

    private static void decideCreate(FieldMerge merge, Side target) {
        boolean has = !merge.shown(target.other()).isNull() && !merge.isNull(target.other());
        boolean sent = target == Side.CUSTOMERP || !merge.field.is(Trait.UPDATE_ONLY);
        if (sent && has && merge.field.direction().writes(target)) {
            merge.carryTo(target);
        }
    }

    /** The target's own value is not compared: only a change of the other side counts (mapping.md 8.1, "never"). */
    private void decideOneWay(FieldMerge merge, Bases bases, BooleanSupplier alike) {
        Side target = merge.field.direction() == Direction.TO_CUSTOMERP ? Side.CUSTOMERP : Side.POWEROFFICE;
        if (bases != null && !changed(target.other(), merge, bases)) {
            return;
        }
        if (merge.isSame(false) || alike.getAsBoolean()) {
            merge.agree();
        } else {
            merge.carryTo(target);
        }
    }

    /** mapping.md 1.2, point 5: no bases yet. Whether both sides hold different values. */
    private boolean decideFirst(FieldMerge merge, BooleanSupplier alike) {
        // What the server made of a value that the sync itself sent is not an edit (mapping.md 10).
        if (merge.isSame(pairing.createdByUs()) || alike.getAsBoolean()) {
            merge.agree();
        } else if (pairing.createdByUs() && merge.field.is(Trait.UPDATE_ONLY)) {
            merge.carryTo(Side.POWEROFFICE);
        } else if (merge.isNull(Side.CUSTOMERP)) {
            merge.carryTo(Side.CUSTOMERP);
        } else if (merge.isNull(Side.POWEROFFICE)) {
            merge.carryTo(Side.POWEROFFICE);
        } else {
            return true;
        }
        return false;
    }

    /** mapping.md 1.2, points 1 and 4. Whether both sides changed the field to different values. */
    private boolean decideChanges(FieldMerge merge, Bases bases, BooleanSupplier alike) {
        boolean customerpChanged = changed(Side.CUSTOMERP, merge, bases);
        boolean powerOfficeChanged = changed(Side.POWEROFFICE, merge, bases);
        if (!customerpChanged && !powerOfficeChanged) {
            return false;
        }
        // What a server made of a value is not an edit of its side (mapping.md 10); an edit in CustomERP always is one.
        if (merge.isSame(powerOfficeChanged) || alike.getAsBoolean()) {
            merge.agree();
        } else if (!powerOfficeChanged) {
            merge.carryTo(Side.POWEROFFICE);
        } else if (!customerpChanged) {
            merge.carryTo(Side.CUSTOMERP);
        } else {
            return true;
        }
        return false;
    }

    private boolean changed(Side side, FieldMerge merge, Bases bases) {
        return !bookkeeping.base(side, merge.field, merge.shown(side)).equals(bases.of(side));
    }

    private Side winner() {
        return switch (policy) {
            case CUSTOMERP -> Side.CUSTOMERP;
            case POWEROFFICE -> Side.POWEROFFICE;
            default -> pairing.newer();
        };
    }

    private void win(FieldMerge merge, Side winner) {
        merge.carryTo(winner.other());
        if (merge.target().isPresent() && merge.invalid().isEmpty()) {
            merge.lose(new Plan.Loss(
                    merge.field.name(),
                    winner.other(),
                    merge.shown(winner.other()),
                    "policy " + policy.name().toLowerCase(Locale.ROOT)));
        }
    }
}
