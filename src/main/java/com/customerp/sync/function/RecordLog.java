package com.customerp.sync.function;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.sync.Cause;
import com.customerp.sync.sync.Journal;
import com.customerp.sync.sync.Outcome;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.jboss.logging.Logger;

/** One line of JSON for every record that was looked at: names and counts, never a value. */
final class RecordLog implements Journal {
    private static final Logger LOG = Logger.getLogger("sync.record");

    @Override
    public void reconciled(
            Entity entity, String customerpId, Cause cause, Outcome outcome, int requests, Duration took) {
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("entity", entity.key())
                .put("customerpId", customerpId)
                .put("powerofficeId", outcome.powerOfficeId())
                .put("cause", cause.kind())
                .put("result", outcome.result().key());
        if (outcome.problem() != null) {
            line.put("reason", outcome.problem().reason().code())
                    .put("field", outcome.problem().field());
        }
        outcome.fields().forEach(line.withArray("/fields")::add);
        line.put("requests", requests).put("ms", took.toMillis()).put("correlationId", cause.correlationId());
        LOG.info(line);
    }
}
