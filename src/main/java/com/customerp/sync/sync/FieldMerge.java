package com.customerp.sync.sync;

import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.InvalidValueException;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.mapping.References;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.mapping.UnresolvedReferenceException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of one field in a {@link Merge}: left alone, agreed, carried to a side, or held. */
final class FieldMerge {
    final Field field;
    final JsonNode customerp;
    final JsonNode powerOffice;
    private final References references;

    private @Nullable Side target;
    private @Nullable JsonNode value;
    private boolean agreed;
    private @Nullable Problem notice;
    private @Nullable InvalidValueException invalid;
    private @Nullable UnresolvedReferenceException unresolved;
    private Plan.@Nullable Loss loss;

    FieldMerge(Field field, JsonNode customerp, JsonNode powerOffice, References references) {
        this.field = field;
        this.customerp = customerp;
        this.powerOffice = powerOffice;
        this.references = references;
    }

    JsonNode shown(Side side) {
        return side == Side.CUSTOMERP ? customerp : powerOffice;
    }

    boolean isNull(Side side) {
        return field.rule().canonical(side, shown(side)) == null;
    }

    /** Both sides hold the same: by mapping.md 1.3, or also by the wider section 10 of what a server may make of it. */
    boolean isSame(boolean tolerant) {
        try {
            JsonNode written = field.rule().write(Side.POWEROFFICE, customerp, references);
            if (tolerant) {
                return field.rule().tolerates(Side.POWEROFFICE, written, powerOffice);
            }
            return Objects.equals(
                    field.rule().canonical(Side.POWEROFFICE, written),
                    field.rule().canonical(Side.POWEROFFICE, powerOffice));
        } catch (InvalidValueException | UnresolvedReferenceException notWritable) {
            return false;
        }
    }

    void agree() {
        leave();
        agreed = true;
    }

    void carryTo(Side side) {
        leave();
        if (!field.direction().writes(side)) {
            agree();
            return;
        }
        target = side;
        try {
            value = field.rule().write(side, shown(side.other()), references);
        } catch (InvalidValueException cannotBeWritten) {
            invalid = cannotBeWritten;
        } catch (UnresolvedReferenceException notLinked) {
            hold(Problem.of(
                    Reason.MISSING_REFERENCE,
                    field.name(),
                    "the " + notLinked.record().entity().key() + " that it names is not linked yet"));
            unresolved = notLinked;
        }
    }

    void send(JsonNode powerOfficeValue) {
        leave();
        target = Side.POWEROFFICE;
        value = powerOfficeValue;
    }

    void sendBack(JsonNode customerpValue) {
        leave();
        target = Side.CUSTOMERP;
        value = customerpValue;
    }

    void hold(Problem why) {
        leave();
        notice = why;
    }

    void lose(Plan.Loss lost) {
        loss = lost;
    }

    void leave() {
        target = null;
        value = null;
        agreed = false;
        notice = null;
        invalid = null;
        unresolved = null;
    }

    Optional<Side> target() {
        return Optional.ofNullable(target);
    }

    JsonNode value() {
        return value == null ? NullNode.getInstance() : value;
    }

    boolean isAgreed() {
        return agreed;
    }

    Optional<Problem> notice() {
        return Optional.ofNullable(notice);
    }

    Optional<InvalidValueException> invalid() {
        return Optional.ofNullable(invalid);
    }

    /** The reference that could not be carried because the record it names is not linked. */
    Optional<UnresolvedReferenceException> unresolved() {
        return Optional.ofNullable(unresolved);
    }

    Optional<Plan.Loss> loss() {
        return Optional.ofNullable(loss);
    }

    /** What both sides will hold, in CustomERP's form. */
    JsonNode merged() {
        if (target == Side.CUSTOMERP && invalid == null) {
            return value();
        }
        return customerp.isMissingNode() ? NullNode.getInstance() : customerp;
    }
}
