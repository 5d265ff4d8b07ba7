package com.customerp.sync.link;

import org.jspecify.annotations.Nullable;

/**
 * How far the sweeps of an entity have come.
 *
 * @param customerpCursor highest {@code updatedAt} up to which every change is reconciled or noted, or null
 * @param powerOfficeCursor highest {@code LastChangedDateTimeOffset} likewise, or null
 * @param indexedAt when the match index was first complete (ISO 8601), or null while it is not
 * @param fullAt when a full sweep last came to its end (ISO 8601), or null
 * @param sweptAt when the last sweep that came to its end began (ISO 8601), or null: both systems are known as of then
 */
public record Progress(
        @Nullable String customerpCursor,
        @Nullable String powerOfficeCursor,
        @Nullable String indexedAt,
        @Nullable String fullAt,
        @Nullable String sweptAt) {

    /** Nothing has been swept yet. */
    public static final Progress NONE = new Progress(null, null, null, null, null);
}
