package com.customerp.sync.sync;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Records that one invocation has just read, of all entities and both sides, so that none is asked for again. */
final class Readings {
    private record Shelf(Side side, Entity entity) {}

    private final Clock clock;
    private final Map<Shelf, RowCache> shelves = new HashMap<>();

    Readings(Clock clock) {
        this.clock = clock;
    }

    void put(Side side, Entity entity, RemoteRecord record, Instant at) {
        shelf(side, entity).put(record, at);
    }

    /** The record as it was last read, however long ago. */
    Optional<Reading> last(Side side, Entity entity, String id) {
        return shelf(side, entity).last(id);
    }

    /** The record, if it is known and fresh enough to rest a write on. */
    Optional<Reading> fresh(Side side, Entity entity, String id) {
        return shelf(side, entity).fresh(id);
    }

    /** Reads these records together, but for those that are known and fresh. */
    void readAhead(RemoteSystem system, Side side, Entity entity, Collection<String> ids) {
        Map<String, String> missing = ids.stream()
                .filter(id -> fresh(side, entity, id).isEmpty())
                .collect(Collectors.toMap(id -> id, id -> ""));
        if (missing.size() > 1) {
            Instant at = clock.instant();
            system.readAll(entity, missing).values().forEach(record -> put(side, entity, record, at));
        }
    }

    private RowCache shelf(Side side, Entity entity) {
        return shelves.computeIfAbsent(new Shelf(side, entity), key -> new RowCache(clock));
    }
}
