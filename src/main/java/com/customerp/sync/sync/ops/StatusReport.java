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
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How many records stand where, how old the oldest open one is, and how far the sweeps are behind. */
record StatusReport(LinkStore links, Clock clock) {
    private static final Set<Entity> ALL = EnumSet.allOf(Entity.class);

    /** What was counted of one entity. */
    private static final class Count {
        private final Map<String, Integer> states = new TreeMap<>();
        private @Nullable Instant oldest;

        private void add(Link link, Instant now) {
            states.merge(link.state().key(), 1, Integer::sum);
            if (OpenRecords.isOpen(link)) {
                Instant since = OpenRecords.since(link, now);
                oldest = oldest == null || since.isBefore(oldest) ? since : oldest;
            }
        }

        private int total() {
            return states.values().stream().mapToInt(Integer::intValue).sum();
        }

        private long oldestOpenSeconds(Instant now) {
            return oldest == null ? 0 : Duration.between(oldest, now).toSeconds();
        }
    }

    /** The answer of {@code status}. */
    ObjectNode answer() {
        Instant now = clock.instant();
        Map<Entity, Count> counts = count(now);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode entities = answer.putObject("entities");
        counts.forEach((entity, count) -> entities.set(entity.key(), told(entity, count, now)));
        return answer;
    }

    private Map<Entity, Count> count(Instant now) {
        Map<Entity, Count> counts = new EnumMap<>(Entity.class);
        ALL.forEach(entity -> counts.put(entity, new Count()));
        String from = null;
        do {
            LinkStore.Page page = links.all(ALL, from);
            page.links().forEach(link -> counts.get(link.entity()).add(link, now));
            from = page.next();
        } while (from != null);
        return counts;
    }

    private ObjectNode told(Entity entity, Count count, Instant now) {
        ObjectNode status = JsonNodeFactory.instance.objectNode().put("total", count.total());
        ObjectNode states = status.putObject("states");
        count.states.forEach(states::put);
        status.put("oldestOpenSeconds", count.oldestOpenSeconds(now));
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
