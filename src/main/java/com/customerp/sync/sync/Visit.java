package com.customerp.sync.sync;

import org.jspecify.annotations.Nullable;

/**
 * One look at one record.
 *
 * @param customerpId CustomERP's id
 * @param customerp CustomERP's record as a list showed it a moment ago, or null to read it
 * @param powerOffice PowerOffice's record likewise; used only while it is fresh
 * @param cause what made the sync look
 * @param deletionSeen whether the cause itself says that CustomERP's record was deleted: a tombstone, or a webhook
 *     (mapping.md 1.8); a 404 then counts at once
 * @param searches whether a missing counterpart is searched with PowerOffice's filters too; a sweep that has just
 *     listed everything need not
 * @param forced whether both sides are read even when CustomERP shows nothing new
 */
public record Visit(
        String customerpId,
        @Nullable RemoteRecord customerp,
        @Nullable Reading powerOffice,
        Cause cause,
        boolean deletionSeen,
        boolean searches,
        boolean forced) {

    /** A webhook names a record and nothing else is believed. */
    public static Visit webhook(String customerpId, Cause cause) {
        return new Visit(customerpId, null, null, cause, true, true, false);
    }
}
