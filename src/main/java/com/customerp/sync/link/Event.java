package com.customerp.sync.link;

import com.customerp.sync.mapping.Side;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a record, for the operator (design.md 3). Holds names, never values.
 *
 * @param at when
 * @param cause what made the sync look, for example {@code webhook}
 * @param result what came of it, for example {@code patched}
 * @param fields names of the fields that were carried
 * @param direction the side that was written, or null when none was
 * @param rule why, for example {@code conflict: newest}; empty when nothing special applied
 * @param correlationId ties the event to log lines
 */
public record Event(
        Instant at,
        String cause,
        String result,
        List<String> fields,
        @Nullable Side direction,
        String rule,
        String correlationId) {

    public Event {
        fields = List.copyOf(fields);
    }
}
