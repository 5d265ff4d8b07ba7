package com.customerp.sync.sync;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A record as one system showed it.
 *
 * @param id the system's id
 * @param body all members; of a tombstone only its own
 * @param etag CustomERP's ETag with its quotes, when it was read alone; null from lists and from PowerOffice
 * @param version change time for ordering readings: CustomERP's {@code updatedAt}; PowerOffice's
 *     {@code LastChangedDateTimeOffset} as an instant with nanoseconds, followed by a blank and the one of the mail
 *     address or of the stock if it has one; null when the system shows none
 * @param deleted a tombstone of CustomERP's list
 */
public record RemoteRecord(
        String id,
        JsonNode body,
        @Nullable String etag,
        @Nullable String version,
        boolean deleted) {}
