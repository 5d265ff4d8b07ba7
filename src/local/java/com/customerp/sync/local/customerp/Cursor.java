package com.customerp.sync.local.customerp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * Where the next page of a list starts; opaque to callers.
 *
 * @param after {@code updatedAt} of the last item that was shown
 * @param issuedAt when this cursor was given out
 * @param query {@link ListQuery#fixedPart()} of the list
 */
record Cursor(Instant after, Instant issuedAt, String query) {
    private static final Duration VALID = Duration.ofHours(1);

    String text() {
        ObjectNode parts = Json.object()
                .put("after", after.toEpochMilli())
                .put("issuedAt", issuedAt.toEpochMilli())
                .put("query", query);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.bytes(parts));
    }

    /** Throws 400 when the cursor is not ours, is from another list or is more than an hour old. */
    static Cursor of(String text, ListQuery query, Instant now) {
        Cursor cursor = parsed(text);
        if (!cursor.query.equals(query.fixedPart())) {
            throw ProblemException.badRequest("The other parameters are not those of the first page.");
        }
        if (now.isAfter(cursor.issuedAt.plus(VALID))) {
            throw new ProblemException(
                    400, "/problems/cursor-expired", "Cursor has expired", "Start the list from its first page.");
        }
        return cursor;
    }

    private static Cursor parsed(String text) {
        try {
            byte[] json = Base64.getUrlDecoder().decode(text.getBytes(StandardCharsets.US_ASCII));
            ObjectNode parts = Json.object(json);
            return new Cursor(
                    Instant.ofEpochMilli(parts.path("after").asLong()),
                    Instant.ofEpochMilli(parts.path("issuedAt").asLong()),
                    parts.path("query").asText());
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("cursor is not one of ours.");
        }
    }
}
