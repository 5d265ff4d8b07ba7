package com.customerp.sync.sync;

import com.customerp.sync.link.Bases;
import com.customerp.sync.link.Link;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.mapping.Slot;
import com.customerp.sync.mapping.Trait;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides which way one field goes, by its two bases and the policy (mapping.md 1.2). */
final class FieldDecider {
    private final Mapping mapping;
    private final Bookkeeping bookkeeping;
    private final Link link;
    private final RemoteRecord customerp;
    private final @Nullable RemoteRecord powerOffice;
    private final ConflictPolicy policy;

    FieldDecider(
            Mapping mapping,
            Bookkeeping bookkeeping,
            Link link,
            RemoteRecord customerp,
            @Nullable RemoteRecord powerOffice,
            ConflictPolicy policy) {
        this.mapping = mapping;
        this.bookkeeping = bookkeeping;
        this.link = link;
        this.customerp = customerp;
        this.powerOffice = powerOffice;
        this.policy = policy;
    }

    /**
     * Decides one field.
     *
     * @return why the record is parked, when policy {@code manual} leaves a conflict to an operator
     */
    Optional<Problem> decide(FieldMerge merge) {
        Bases bases = link.bases().get(merge.field.name());
        boolean conflict = false;
        if (powerOffice == null) {
            decideCreate(merge);
        } else {
            conflict = bases == null ? decideFirst(merge) : decideChanges(merge, bases);
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

    private void decideCreate(FieldMerge merge) {
        boolean absent = merge.customerp.isNull() || merge.isNull(Side.CUSTOMERP);
        if (!merge.field.is(Trait.UPDATE_ONLY) && !merge.customerp.isMissingNode() && !absent) {
            merge.carryTo(Side.POWEROFFICE);
        }
    }

    /** mapping.md 1.2, point 5: no bases yet. Whether both sides hold different values. */
    private boolean decideFirst(FieldMerge merge) {
        // What the server made of a value that the sync itself sent is not an edit (mapping.md 10).
        if (merge.isSame(isCreatedByUs())) {
            merge.agree();
        } else if (merge.isNull(Side.CUSTOMERP)) {
            merge.carryTo(Side.CUSTOMERP);
        } else if (merge.isNull(Side.POWEROFFICE)) {
            merge.carryTo(Side.POWEROFFICE);
        } else {
            return true;
        }
        return false;
    }

    private boolean isCreatedByUs() {
        return mapping.slot() != null
                && mapping.slot()
                        .read(powerOffice.body())
                        .filter(Slot.text(link.customerpId())::equals)
                        .isPresent();
    }

    /** mapping.md 1.2, points 1 and 4. Whether both sides changed the field to different values. */
    private boolean decideChanges(FieldMerge merge, Bases bases) {
        boolean customerpChanged = changed(Side.CUSTOMERP, merge.field, bases);
        boolean powerOfficeChanged = changed(Side.POWEROFFICE, merge.field, bases);
        if (!customerpChanged && !powerOfficeChanged) {
            return false;
        }
        // What a server made of a value is not an edit of its side (mapping.md 10); an edit in CustomERP always is one.
        if (merge.isSame(powerOfficeChanged)) {
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

    private boolean changed(Side side, Field field, Bases bases) {
        JsonNode body = side == Side.CUSTOMERP ? customerp.body() : powerOffice.body();
        return !bookkeeping.base(side, field, body).equals(bases.of(side));
    }

    private Side winner() {
        return switch (policy) {
            case CUSTOMERP -> Side.CUSTOMERP;
            case POWEROFFICE -> Side.POWEROFFICE;
            default -> newest();
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

    /** The side whose record changed last; CustomERP when that cannot be told. */
    private Side newest() {
        Optional<Instant> customerpAt = Versions.newest(customerp.version());
        Optional<Instant> powerOfficeAt = Versions.newest(powerOffice.version());
        boolean powerOfficeIsNewer = customerpAt.isPresent()
                && powerOfficeAt.isPresent()
                && powerOfficeAt.get().isAfter(customerpAt.get());
        return powerOfficeIsNewer ? Side.POWEROFFICE : Side.CUSTOMERP;
    }
}
