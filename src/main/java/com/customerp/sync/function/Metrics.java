package com.customerp.sync.function;

import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.Outcome.Result;
import com.customerp.sync.sync.Summary;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Publishes {@link Metric}s in CloudWatch's embedded metric format: a line of JSON on stdout, of which CloudWatch makes
 * metrics by itself, so that nothing is lost when the environment freezes. Numbers only, no record and no value of one.
 */
@Singleton
class Metrics {
    static final String NAMESPACE = "CustomErpSync";
    /** The table tells the installations of one account apart. */
    static final List<String> DIMENSIONS = List.of("table", "entity");

    private static final Logger LOG = Logger.getLogger("sync.metrics");

    private final Settings settings;
    private final Clock clock;

    Metrics(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What an invocation did.
     *
     * @param cause {@code webhook}, or the mode of a sweep
     */
    void publish(Entity entity, String cause, Summary summary) {
        publish(entity, cause, of(summary, clock.instant()));
    }

    /** How many records stand open: the answer of {@code status}. */
    void publish(JsonNode status) {
        for (Entity entity : Entity.values()) {
            publish(entity, "status", of(status.path("entities").path(entity.key())));
        }
    }

    private void publish(Entity entity, String cause, Map<Metric, Long> values) {
        if (!values.isEmpty()) {
            LOG.info(line(settings.table(), entity, cause, clock.instant(), values));
        }
    }

    static Map<Metric, Long> of(Summary summary, Instant now) {
        Map<Metric, Long> values = new EnumMap<>(Metric.class);
        values.put(Metric.CREATED, (long) summary.count(Result.CREATED));
        values.put(Metric.MATCHED, (long) summary.count(Result.LINKED));
        values.put(Metric.PATCHED_CUSTOMERP, (long) summary.patched(Side.CUSTOMERP));
        values.put(Metric.PATCHED_POWEROFFICE, (long) summary.patched(Side.POWEROFFICE));
        values.put(Metric.ARCHIVED, (long) summary.count(Result.ARCHIVED) + summary.count(Result.CLOSED));
        values.put(Metric.CONFLICTS, (long) summary.conflicts());
        values.put(Metric.WAITING, (long) summary.count(Result.WAITING));
        values.put(Metric.PARKED, (long) summary.count(Result.PARKED));
        values.put(Metric.RETRY, (long) summary.count(Result.RETRY));
        values.put(Metric.REQUESTS_CUSTOMERP, (long) summary.requests(Side.CUSTOMERP));
        values.put(Metric.REQUESTS_POWEROFFICE, (long) summary.requests(Side.POWEROFFICE));
        values.put(Metric.THROTTLED_CUSTOMERP, (long) summary.throttled(Side.CUSTOMERP));
        values.put(Metric.THROTTLED_POWEROFFICE, (long) summary.throttled(Side.POWEROFFICE));
        values.put(Metric.INCOMPLETE, summary.isComplete() ? 0L : 1L);
        values.values().removeIf(count -> count == 0);
        summary.knownAsOf().ifPresent(at -> {
            long lag = Duration.between(at, now).toSeconds();
            values.put(Metric.LAG_CUSTOMERP, lag);
            values.put(Metric.LAG_POWEROFFICE, lag);
        });
        return values;
    }

    static Map<Metric, Long> of(JsonNode statusOfEntity) {
        JsonNode states = statusOfEntity.path("states");
        Map<Metric, Long> values = new EnumMap<>(Metric.class);
        values.put(Metric.WAITING_RECORDS, states.path(State.WAITING.key()).asLong());
        values.put(Metric.PARKED_RECORDS, states.path(State.PARKED.key()).asLong());
        values.put(Metric.RETRY_RECORDS, states.path(State.RETRY.key()).asLong());
        values.put(Metric.OLDEST_OPEN, statusOfEntity.path("oldestOpenSeconds").asLong());
        return values;
    }

    static ObjectNode line(String table, Entity entity, String cause, Instant at, Map<Metric, Long> values) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        ObjectNode head = line.putObject("_aws").put("Timestamp", at.toEpochMilli());
        ObjectNode directive = head.putArray("CloudWatchMetrics").addObject().put("Namespace", NAMESPACE);
        DIMENSIONS.forEach(directive.putArray("Dimensions").addArray()::add);
        values.keySet().forEach(metric -> directive
                .withArray("/Metrics")
                .addObject()
                .put("Name", metric.key())
                .put("Unit", metric.unit()));
        line.put("table", table).put("entity", entity.key()).put("cause", cause);
        values.forEach((metric, value) -> line.put(metric.key(), value));
        return line;
    }
}
