package com.customerp.sync.link;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is kept about one CustomERP record and its counterpart (design.md 3). Values are not kept, only fingerprints.
 *
 * @param entity the pair
 * @param customerpId CustomERP's id, or a provisional one while CustomERP has no such record
 * @param powerOfficeId PowerOffice's key, or null while there is no counterpart
 * @param powerOfficeOwner PowerOffice's key of the contact below which the counterpart lives, or null (mapping.md 4.1)
 * @param version counts the writes of this item; 0 has not been stored
 * @param savedAt when this item was last written, by the clock of whoever did, or null when that is not known: what was
 *     read of the record before may be older than what the link says
 * @param state where the record stands
 * @param bases per field, by CustomERP's name; a field without an entry has not been compared yet
 * @param lines the record's lines, in their order
 * @param customerpSeen last reading of CustomERP's record, or null
 * @param powerOfficeSeen last reading of PowerOffice's record, or null
 * @param slotWritten whether the key slot was settled (mapping.md 1.5)
 * @param archived whether the pair is archived
 * @param notices held fields and tolerated surprises
 * @param problem why the record is parked or waiting, or null
 * @param attempts failed attempts in a row
 * @param nextAttemptAt when it is due, or null when only a change brings it back
 * @param lastError the last passing fault in one sentence, or null
 * @param lease who writes it now, or null
 * @param postedAt when a create was last sent and not yet confirmed, or null
 * @param missingSince when a side first answered that the record is gone, or null
 * @param intention what a create is found again by, or null when none was sent: in PowerOffice the fingerprint of its key,
 *     in CustomERP the number of the intention and the sealed body
 * @param waitingSince since when it waits for a record that it refers to, or null
 * @param unlocked whether the sync has unlocked PowerOffice's record and not locked it again (mapping.md 8.4)
 * @param events the last 20 events, oldest first
 */
public record Link(
        Entity entity,
        String customerpId,
        @Nullable String powerOfficeId,
        @Nullable String powerOfficeOwner,
        long version,
        @Nullable Instant savedAt,
        State state,
        Map<String, Bases> bases,
        List<LineLink> lines,
        @Nullable Seen customerpSeen,
        @Nullable Seen powerOfficeSeen,
        boolean slotWritten,
        boolean archived,
        List<Problem> notices,
        @Nullable Problem problem,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String lastError,
        @Nullable Lease lease,
        @Nullable Instant postedAt,
        @Nullable String intention,
        @Nullable Instant missingSince,
        @Nullable Instant waitingSince,
        boolean unlocked,
        List<Event> events) {

    /** How many events are kept. */
    public static final int EVENTS_KEPT = 20;

    public Link {
        bases = Map.copyOf(bases);
        lines = List.copyOf(lines);
        notices = List.copyOf(notices);
        events = List.copyOf(
                events.size() > EVENTS_KEPT ? events.subList(events.size() - EVENTS_KEPT, events.size()) : events);
    }

    /** What the id of a record begins with that CustomERP does not have yet; no id of CustomERP holds a colon. */
    private static final String PROVISIONAL = "poweroffice:";

    /**
     * The id by which a record of PowerOffice is known until CustomERP has given it one (mapping.md 1.5).
     *
     * @param powerOfficeId PowerOffice's key
     */
    public static String provisionalId(String powerOfficeId) {
        return PROVISIONAL + powerOfficeId;
    }

    /** Whether an id stands for a record that CustomERP does not have yet. */
    public static boolean isProvisional(String customerpId) {
        return customerpId.startsWith(PROVISIONAL);
    }

    /** PowerOffice's key in a provisional id. */
    public static String bornAs(String provisionalId) {
        return provisionalId.substring(PROVISIONAL.length());
    }

    /** A record of which nothing is stored yet. */
    public static Link unknown(Entity entity, String customerpId) {
        return new Link(
                entity,
                customerpId,
                null,
                null,
                0,
                null,
                State.CREATING,
                Map.of(),
                List.of(),
                null,
                null,
                false,
                false,
                List.of(),
                null,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                List.of());
    }

    /** A copy to change. */
    public LinkBuilder change() {
        return new LinkBuilder(this);
    }

    /** Whether another function may be writing the record at {@code now}. */
    public boolean isLeased(Instant now) {
        return lease != null && lease.until().isAfter(now);
    }

    /** Where PowerOffice keeps the counterpart, or null while there is none: its key, below its owner's if it has one. */
    public @Nullable String powerOfficePath() {
        return powerOfficeOwner == null ? powerOfficeId : powerOfficeOwner + "/" + powerOfficeId;
    }

    /** Whether a create was sent of which nobody knows what came of it (mapping.md 1.5). */
    public boolean isCreateUnclear() {
        return state == State.CREATING && postedAt != null;
    }

    /** Whether something of this record is stored. */
    public boolean isStored() {
        return version > 0;
    }
}
