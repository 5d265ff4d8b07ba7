package com.customerp.sync.sync;

import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.Progress;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Side;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Brings the match index up to the present before a record is created outside a sweep, so that a counterpart that was
 * made since the last sweep is found.
 */
final class IndexFiller {
    private static final int PAGES = 3;

    private final Mapping mapping;
    private final Systems systems;
    private final LinkStore links;
    private final Clock clock;
    private final Indexer indexer;
    private Instant refreshedAt = Instant.MIN;

    IndexFiller(Mapping mapping, Engines.Parts parts, Indexer indexer) {
        this.mapping = mapping;
        this.systems = parts.systems();
        this.links = parts.links();
        this.clock = parts.clock();
        this.indexer = indexer;
    }

    /**
     * Reads what changed on both sides since the last sweep, or everything before the first one; not again at once.
     *
     * @throws RemoteException of kind {@code TRANSIENT} when that is more than a few pages: a sweep has to come first
     */
    void refresh() {
        Instant now = clock.instant();
        if (refreshedAt.plus(Reading.FRESH).isAfter(now)) {
            return;
        }
        Progress progress = links.progress(mapping.entity());
        boolean complete = progress.indexedAt() != null;
        read(Side.POWEROFFICE, complete ? Cursors.since(Side.POWEROFFICE, progress, now) : null);
        read(Side.CUSTOMERP, complete ? Cursors.since(Side.CUSTOMERP, progress, now) : null);
        refreshedAt = now;
    }

    private void read(Side side, @Nullable String since) {
        String next = null;
        for (int pages = 0; pages < PAGES; pages++) {
            RemotePage page = systems.of(side).list(mapping.entity(), since, next);
            indexer.put(side, page.records());
            next = page.next();
            if (next == null) {
                return;
            }
        }
        throw RemoteException.of(side, RemoteException.Kind.TRANSIENT)
                .detail("the match index is not complete yet; a sweep fills it")
                .build();
    }
}
