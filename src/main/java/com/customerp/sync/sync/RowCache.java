package com.customerp.sync.sync;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Rows of a list that was just read, so that a sweep need not ask for them again. Bounded; forgets the oldest. */
final class RowCache {
    private static final int ROWS = 2_000;

    private final Clock clock;
    private final Map<String, Reading> rows = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Reading> eldest) {
            return size() > ROWS;
        }
    };

    RowCache(Clock clock) {
        this.clock = clock;
    }

    void put(RemoteRecord row, Instant at) {
        rows.put(row.id(), new Reading(row, at));
    }

    /** The row as it was last listed, however long ago. */
    Optional<Reading> last(String id) {
        return Optional.ofNullable(rows.get(id));
    }

    /** The row, if it is known and fresh enough to rest a write on. */
    Optional<Reading> fresh(String id) {
        return Optional.ofNullable(rows.get(id)).filter(reading -> reading.isFresh(clock.instant()));
    }
}
