package com.customerp.sync.sync;

import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.Progress;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Side;
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
    private final Indexer indexer;

    IndexFiller(Mapping mapping, Systems systems, LinkStore links, Indexer indexer) {
        this.mapping = mapping;
        this.systems = systems;
        this.links = links;
        this.indexer = indexer;
    }

    /**
     * Reads what changed on both sides since the last sweep, or everything before the first one.
     *
     * @throws RemoteException of kind {@code TRANSIENT} when that is more than a few pages: a sweep has to come first
     */
    void refresh() {
        Progress progress = links.progress(mapping.entity());
        boolean complete = progress.indexedAt() != null;
        read(Side.POWEROFFICE, complete ? Cursors.since(Side.POWEROFFICE, progress) : null);
        read(Side.CUSTOMERP, complete ? Cursors.since(Side.CUSTOMERP, progress) : null);
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
