package com.customerp.sync.sync;

import com.customerp.sync.link.MatchIndex;
import com.customerp.sync.link.Seen;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Side;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the match index up to what was read (mapping.md 1.4). */
final class Indexer {
    private final Mapping mapping;
    private final Bookkeeping bookkeeping;
    private final MatchIndex index;

    Indexer(Mapping mapping, Bookkeeping bookkeeping, MatchIndex index) {
        this.mapping = mapping;
        this.bookkeeping = bookkeeping;
        this.index = index;
    }

    /**
     * Takes the match keys of these rows; tombstones leave the index.
     *
     * @return the rows whose keys are not what the index had, each with the keys that it had
     */
    Map<String, Map<String, String>> put(Side side, Collection<RemoteRecord> rows) {
        Map<String, Map<String, String>> keys = new HashMap<>();
        rows.forEach(row -> keys.put(row.id(), row.deleted() ? Map.of() : bookkeeping.keys(side, row.body())));
        return keys.isEmpty() ? Map.of() : index.put(mapping.entity(), side, keys);
    }

    /** Takes the match keys of a pair where a side is not as it was last seen. */
    void put(Pair pair) {
        put(Side.CUSTOMERP, pair.customerp, pair.link.customerpSeen());
        put(Side.POWEROFFICE, pair.powerOffice, pair.link.powerOfficeSeen());
    }

    private void put(Side side, @Nullable RemoteRecord record, @Nullable Seen before) {
        if (record != null
                && (before == null
                        || !before.digest()
                                .equals(bookkeeping.seen(side, record).digest()))) {
            put(side, List.of(record));
        }
    }
}
