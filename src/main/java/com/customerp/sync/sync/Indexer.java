package com.customerp.sync.sync;

import com.customerp.sync.link.MatchKeys;
import com.customerp.sync.link.Seen;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the match index up to what was read (mapping.md 1.4). */
final class Indexer {
    private final Mapping mapping;
    private final Bookkeeping bookkeeping;
    private final IndexAhead index;

    Indexer(Mapping mapping, Bookkeeping bookkeeping, IndexAhead index) {
        this.mapping = mapping;
        this.bookkeeping = bookkeeping;
        this.index = index;
    }

    /** Takes the match keys of these rows; tombstones leave the index. Says what was replaced. */
    List<MatchKeys> put(Side side, Collection<RemoteRecord> rows) {
        Map<String, Map<String, String>> keys = keys(side, rows);
        return keys.isEmpty() ? List.of() : index.put(mapping.entity(), side, keys);
    }

    private Map<String, Map<String, String>> keys(Side side, Collection<RemoteRecord> rows) {
        Map<String, Map<String, String>> keys = new HashMap<>();
        rows.forEach(row -> keys.put(row.id(), row.deleted() ? Map.of() : bookkeeping.keys(side, row.body())));
        return keys;
    }

    /** The match keys of a pair where a side is not as it was last seen, to be stored together with its link. */
    List<MatchKeys> changes(Pair pair) {
        List<MatchKeys> changes = new ArrayList<>(changes(Side.CUSTOMERP, pair.customerp, pair.link.customerpSeen()));
        changes.addAll(changes(Side.POWEROFFICE, pair.powerOffice, pair.link.powerOfficeSeen()));
        changes.forEach(index::forget);
        return changes;
    }

    private List<MatchKeys> changes(Side side, @Nullable RemoteRecord record, @Nullable Seen before) {
        boolean isSeen = record == null
                || before != null
                        && before.digest().equals(bookkeeping.seen(side, record).digest());
        return isSeen ? List.of() : index.changes(mapping.entity(), side, keys(side, List.of(record)));
    }
}
