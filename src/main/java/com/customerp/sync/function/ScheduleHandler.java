package com.customerp.sync.function;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.Deadline;
import com.customerp.sync.sync.Outcome;
import com.customerp.sync.sync.Outcome.Result;
import com.customerp.sync.sync.Summary;
import com.customerp.sync.sync.Sweep;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jboss.logging.Logger;

/** Serves the schedule function of any entity (functions.md "&lt;entity&gt;-schedule"). */
@Singleton
public class ScheduleHandler {
    private static final Logger LOG = Logger.getLogger(ScheduleHandler.class);

    private final SyncRuntime runtime;
    private final Metrics metrics;

    ScheduleHandler(SyncRuntime runtime, Metrics metrics) {
        this.runtime = runtime;
        this.metrics = metrics;
    }

    /**
     * Runs one sweep.
     *
     * @param event {@code {"mode":"full"}}; whatever else EventBridge may send means {@code changes}
     * @throws SweepFailedException when the whole sweep cannot go on
     */
    public JsonNode handle(Entity entity, JsonNode event) {
        boolean full = event != null && event.path("mode").asText("").equals("full");
        Sweep.Mode mode = full ? Sweep.Mode.FULL : Sweep.Mode.CHANGES;
        ObjectNode head = JsonNodeFactory.instance
                .objectNode()
                .put("entity", entity.key())
                .put("mode", full ? "full" : "changes");
        if (!runtime.settings().entity(entity).enabled()) {
            return head.put("complete", false).put("skipped", "disabled");
        }
        Deadline deadline = new Deadline(runtime.clock(), budget(event));
        try {
            Summary summary = runtime.patient()
                    .of(entity)
                    .sweep()
                    .run(mode, deadline, UUID.randomUUID().toString());
            if (!summary.isSkipped()) {
                metrics.publish(entity, head.path("mode").asText(), summary);
            }
            return answer(head, summary, deadline.used());
        } catch (RuntimeException fault) {
            String sentence = Faults.sentence(fault);
            LOG.error(sentence);
            throw new SweepFailedException(sentence);
        }
    }

    private Duration budget(JsonNode event) {
        double seconds = event == null ? 0 : event.path("budgetSeconds").asDouble(0);
        return seconds > 0
                ? Duration.ofMillis((long) (Math.min(seconds, 900) * 1000))
                : runtime.settings().timeBudget();
    }

    private static ObjectNode answer(ObjectNode answer, Summary summary, Duration used) {
        answer.put("complete", summary.isComplete());
        if (summary.isSkipped()) {
            return answer.put("skipped", "running");
        }
        answer.set("read", sides(summary::read));
        answer.put("created", summary.count(Result.CREATED)).put("matched", summary.count(Result.LINKED));
        answer.set("patched", sides(summary::patched));
        answer.put("archived", summary.count(Result.ARCHIVED) + summary.count(Result.CLOSED))
                .put("unchanged", summary.count(Result.UNCHANGED))
                .put("conflicts", summary.conflicts());
        for (Outcome.Result open : List.of(Result.WAITING, Result.PARKED, Result.RETRY, Result.EXCLUDED)) {
            answer.put(open.key(), summary.count(open));
        }
        answer.set("requests", sides(summary::requests));
        return answer.put("seconds", Math.round(used.toMillis() / 100.0) / 10.0);
    }

    private static ObjectNode sides(ToIntFunction<Side> count) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("customerp", count.applyAsInt(Side.CUSTOMERP))
                .put("poweroffice", count.applyAsInt(Side.POWEROFFICE));
    }
}
