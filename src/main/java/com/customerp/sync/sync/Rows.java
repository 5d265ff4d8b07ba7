package com.customerp.sync.sync;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import java.time.Instant;
import java.util.Optional;

/** The {@link Readings} of one entity. */
record Rows(Readings readings, Entity entity) {
    void put(Side side, RemoteRecord record, Instant at) {
        readings.put(side, entity, record, at);
    }

    Optional<Reading> last(Side side, String id) {
        return readings.last(side, entity, id);
    }

    Optional<Reading> fresh(Side side, String id) {
        return readings.fresh(side, entity, id);
    }
}
