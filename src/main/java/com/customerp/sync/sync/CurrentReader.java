package com.customerp.sync.sync;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.Seen;
import com.customerp.sync.mapping.Side;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads a linked record as it is now. A read right after a write may be old (mapping.md 1.4): an answer that is older
 * than what was seen before is not believed, because it would look like an edit back to the old value.
 */
final class CurrentReader {
    private static final int TRIES = 4;
    private static final Duration CATCH_UP = Duration.ofMillis(500);

    private final Systems systems;
    private final Quiet quiet;
    private final Waiter waiter;

    CurrentReader(Systems systems, Quiet quiet, Waiter waiter) {
        this.systems = systems;
        this.quiet = quiet;
        this.waiter = waiter;
    }

    /** CustomERP's record with its ETag, or null when there is none. */
    @Nullable
    RemoteRecord customerp(Link link) {
        return read(Side.CUSTOMERP, link, link.customerpId(), link.customerpSeen());
    }

    /** PowerOffice's record, or null when there is none. */
    @Nullable
    RemoteRecord powerOffice(Link link) {
        return read(Side.POWEROFFICE, link, link.powerOfficePath(), link.powerOfficeSeen());
    }

    /**
     * PowerOffice's record after it was written, or null when there is none.
     *
     * @param isShown whether a reading shows what was written; one that does not is late and asked for again
     * @return the last reading, if none shows it: then somebody else wrote too
     */
    @Nullable
    RemoteRecord written(Pair pair, Predicate<RemoteRecord> isShown) {
        Link written = pair.link
                .change()
                .powerOfficeSeen(new Seen("", pair.powerOffice.version()))
                .build();
        RemoteRecord record = powerOffice(written);
        for (int tries = 1; tries < TRIES && record != null && !isShown.test(record); tries++) {
            waiter.await(CATCH_UP);
            record = powerOffice(written);
        }
        return record;
    }

    private @Nullable RemoteRecord read(Side side, Link link, String id, @Nullable Seen seen) {
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<RemoteRecord> record = systems.of(side).read(link.entity(), id);
            if (record.isEmpty() || !quiet.isLate(record.get(), seen)) {
                return record.orElse(null);
            }
            waiter.await(CATCH_UP);
        }
        throw late(side);
    }

    private static RemoteException late(Side side) {
        return RemoteException.of(side, RemoteException.Kind.TRANSIENT)
                .detail("still shows an older version")
                .build();
    }
}
