package com.customerp.sync.sync;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One look at one record.
 *
 * @param customerpId CustomERP's id
 * @param customerp CustomERP's record as a list showed it a moment ago, or null to read it
 * @param powerOffice PowerOffice's record likewise, with its lines; used only while it is fresh
 * @param cause what made the sync look
 * @param traits what else is known
 */
public record Visit(
        String customerpId,
        @Nullable Reading customerp,
        @Nullable Reading powerOffice,
        Cause cause,
        Set<Trait> traits) {

    /** What is known of the record or of what is wanted. */
    public enum Trait {
        /** The cause itself says that CustomERP's record was deleted: a tombstone, or a webhook (mapping.md 1.8). */
        DELETION_SEEN,
        /** A missing counterpart is searched with PowerOffice's filters too; a sweep that just listed all need not. */
        SEARCHES,
        /** Both sides are read even when CustomERP shows nothing new. */
        FORCED,
        /** It had no link a moment ago; whatever is stored for it is stored under the condition that this is still so. */
        UNLINKED,
        /** A record that is carried refers to it: it is created even when it is archived (mapping.md 1.6). */
        REFERRED_TO
    }

    public Visit {
        traits = Set.copyOf(traits);
    }

    /** A webhook names a record and nothing else is believed. */
    public static Visit webhook(String customerpId, Cause cause) {
        return new Visit(customerpId, null, null, cause, Set.of(Trait.DELETION_SEEN, Trait.SEARCHES));
    }

    /** Another record refers to this one and goes on when it is linked. */
    static Visit referredTo(String customerpId, Cause cause) {
        return new Visit(customerpId, null, null, cause, Set.of(Trait.SEARCHES, Trait.REFERRED_TO));
    }

    /** The record waited for another one, which is linked now. */
    static Visit woken(String customerpId, Cause cause) {
        return new Visit(customerpId, null, null, cause, Set.of(Trait.SEARCHES, Trait.FORCED));
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }
}
