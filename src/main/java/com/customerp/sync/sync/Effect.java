package com.customerp.sync.sync;

import com.customerp.sync.mapping.Side;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One write to a system. Only {@link Applier} executes effects; a dry run prints them. */
public sealed interface Effect {

    /** The side that is written. */
    Side side();

    /** The fields that are carried. */
    List<Carry> carried();

    /**
     * Creates the counterpart on a side.
     *
     * @param owner PowerOffice's key of the contact below which it is created, or null
     * @param lines what is carried of each line, by CustomERP's id of the line
     */
    record Create(
            Side side, @Nullable String owner, ObjectNode body, List<Carry> carried, Map<String, List<Carry>> lines)
            implements Effect {}

    /**
     * Changes members, in this order, in one request.
     *
     * @param slot whether our key is written into the slot too
     * @param lines all lines as CustomERP is to have them, or null when they stay
     */
    record Patch(
            Side side,
            List<Carry> carried,
            boolean slot,
            @Nullable LinesBack lines) implements Effect {}

    /**
     * The lines of CustomERP's record, which are written as a whole.
     *
     * @param all every line, in its order
     * @param carried what is new in each line, by its id
     * @param added PowerOffice's keys of the lines that CustomERP did not have, by their new id
     */
    record LinesBack(ArrayNode all, Map<String, List<Carry>> carried, Map<String, String> added) {}

    /** Deletes the record. */
    record Delete(Side side) implements Effect {
        @Override
        public List<Carry> carried() {
            return List.of();
        }
    }

    /**
     * Sets PowerOffice's status so that the record can be changed, or back (mapping.md 8.4).
     *
     * @param locks whether it is the way back
     */
    record Relock(boolean locks) implements OnPowerOffice {}

    /** Adds a line to PowerOffice's record; {@code line} is CustomERP's id of it. */
    record CreateLine(String line, ObjectNode body, List<Carry> carried) implements OnPowerOffice {}

    /**
     * Changes a line of PowerOffice's record.
     *
     * @param line CustomERP's id of it
     * @param more members beside the fields: slot and position
     */
    record PatchLine(String line, String powerOfficeId, List<Carry> carried, List<Change> more)
            implements OnPowerOffice {}

    /** Deletes a line of PowerOffice's record. */
    record DeleteLine(String powerOfficeId) implements OnPowerOffice {}

    /** Reads PowerOffice's record again after its lines were written: the amounts follow them (mapping.md 8.4). */
    record ReadBack() implements OnPowerOffice {}

    /** An effect that only PowerOffice knows. */
    sealed interface OnPowerOffice extends Effect {
        @Override
        default Side side() {
            return Side.POWEROFFICE;
        }

        @Override
        default List<Carry> carried() {
            return List.of();
        }
    }
}
