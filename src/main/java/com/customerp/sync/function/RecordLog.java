package com.customerp.sync.function;

import com.customerp.sync.http.PlainText;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.sync.Cause;
import com.customerp.sync.sync.Journal;
import com.customerp.sync.sync.Outcome;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One line of JSON for every record that was looked at: names and counts, never a value. What comes from outside stays
 * within its line.
 */
final class RecordLog implements Journal {
    private static final Logger LOG = Logger.getLogger("sync.record");
    /** Far more than any id or name of a member. */
    private static final int LONGEST = 200;

    @Override
    public void reconciled(
            Entity entity, String customerpId, Cause cause, Outcome outcome, int requests, Duration took) {
        LOG.info(line(entity, customerpId, cause, outcome, requests, took));
    }

    @Override
    public void failed(Entity entity, Cause cause, String sentence) {
        LOG.error(JsonNodeFactory.instance
                .objectNode()
                .put("entity", entity.key())
                .put("cause", cause.kind())
                .put("error", sentence)
                .put("correlationId", shown(cause.correlationId())));
    }

    static ObjectNode line(
            Entity entity, String customerpId, Cause cause, Outcome outcome, int requests, Duration took) {
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("entity", entity.key())
                .put("customerpId", shown(customerpId))
                .put("powerofficeId", shown(outcome.powerOfficeId()))
                .put("cause", cause.kind())
                .put("result", outcome.result().key());
        if (outcome.problem() != null) {
            line.put("reason", outcome.problem().reason().code())
                    .put("field", shown(outcome.problem().field()));
        }
        if (outcome.fault() != null) {
            line.put("error", outcome.fault().sentence());
        }
        outcome.fields().stream().map(RecordLog::shown).forEach(line.withArray("/fields")::add);
        return line.put("requests", requests)
                .put("ms", took.toMillis())
                .put("correlationId", shown(cause.correlationId()));
    }

    private static @Nullable String shown(@Nullable String text) {
        return text == null ? null : PlainText.of(text, LONGEST);
    }
}
