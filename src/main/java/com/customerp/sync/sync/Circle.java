package com.customerp.sync.sync;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Notices a list that goes round: one that names a page again, or shows the same rows again and again. */
final class Circle {
    /** A list is read once, and one of changes once by each change time: no page comes three times. */
    private static final int ALIKE = 3;

    private final Side side;
    private final Entity entity;
    private final Set<String> named = new HashSet<>();
    /** How often a page came, by the hash of its ids: a list has a million of them. */
    private final Map<Integer, Integer> shown = new HashMap<>();

    Circle(Side side, Entity entity) {
        this.side = side;
        this.entity = entity;
    }

    /**
     * Takes notice of the next page.
     *
     * @throws SafetyStopException when the list goes round
     */
    void check(RemotePage page) {
        if (page.next() != null && (!named.add(page.next()) || times(page.records()) >= ALIKE)) {
            throw SafetyStopException.circle(side.key(), entity.key());
        }
    }

    private int times(List<RemoteRecord> rows) {
        List<String> ids = rows.stream().map(RemoteRecord::id).toList();
        return ids.isEmpty() ? 0 : shown.merge(ids.hashCode(), 1, Integer::sum);
    }
}
