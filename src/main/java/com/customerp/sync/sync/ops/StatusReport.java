package com.customerp.sync.sync.ops;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.Progress;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How many records stand where, how old the oldest open one is, and how far the sweeps are behind. */
record StatusReport(LinkStore links, Clock clock) {

    /** The answer of {@code status}. */
    ObjectNode answer() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode entities = answer.putObject("entities");
        for (Entity entity : Entity.values()) {
            entities.set(entity.key(), of(entity));
        }
        return answer;
    }

    private ObjectNode of(Entity entity) {
        Instant now = clock.instant();
        Map<String, Integer> states = new TreeMap<>();
        Instant oldest = now;
        String from = null;
        do {
            LinkStore.Page page = links.all(entity, from);
            for (Link link : page.links()) {
                states.merge(link.state().key(), 1, Integer::sum);
                Instant since = OpenRecords.isOpen(link) ? OpenRecords.since(link, now) : now;
                oldest = since.isBefore(oldest) ? since : oldest;
            }
            from = page.next();
        } while (from != null);
        ObjectNode status = JsonNodeFactory.instance
                .objectNode()
                .put(
                        "total",
                        states.values().stream().mapToInt(Integer::intValue).sum());
        ObjectNode counts = status.putObject("states");
        states.forEach(counts::put);
        status.put("oldestOpenSeconds", Duration.between(oldest, now).toSeconds());
        Long lag = lag(links.progress(entity), now);
        ObjectNode lags = status.putObject("lagSeconds");
        for (Side side : Side.values()) {
            lags.put(side.key(), lag);
        }
        return status;
    }

    /** One pass reads both systems, so both are known as of its start; null before the first one. */
    private static @Nullable Long lag(Progress progress, Instant now) {
        return progress.sweptAt() == null
                ? null
                : Duration.between(Instant.parse(progress.sweptAt()), now).toSeconds();
    }
}
