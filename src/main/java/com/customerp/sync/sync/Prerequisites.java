package com.customerp.sync.sync;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.mapping.RecordKey;
import com.customerp.sync.mapping.Side;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Reconciles the records that others refer to, before them (mapping.md 1.7). Rings are cut: a record whose turn has come
 * already is not begun again. Not thread-safe.
 */
final class Prerequisites {
    /** More levels than projects or managers have. */
    private static final int DEPTH = 10;

    private final Engines engines;
    private final LinkStore links;
    private final Set<RecordKey> begun = new LinkedHashSet<>();

    Prerequisites(Engines engines, LinkStore links) {
        this.engines = engines;
        this.links = links;
    }

    /** Reconciles these records, unless they are begun; one of PowerOffice only if CustomERP is to get such records. */
    void reconcile(Collection<RecordKey> records, Cause cause) {
        for (RecordKey record : records) {
            boolean born = record.side() == Side.POWEROFFICE;
            RecordKey key =
                    born ? new RecordKey(record.entity(), Side.CUSTOMERP, Link.provisionalId(record.id())) : record;
            if (begun.size() < DEPTH && !begun.contains(key)) {
                engines.find(record.entity())
                        .filter(engine -> !born || engine.policy().createInCustomerp())
                        .ifPresent(engine -> reconcile(engine, key, cause));
            }
        }
    }

    /** A system that shows us nothing of an entity stops that entity, not those that refer to it (mapping.md 1.9). */
    private static void reconcile(Engine engine, RecordKey record, Cause cause) {
        try {
            engine.reconciler().reconcile(Visit.referredTo(record.id(), cause));
        } catch (RemoteException refused) {
            if (refused.kind() != RemoteException.Kind.FORBIDDEN) {
                throw refused;
            }
        }
    }

    /** Reads both sides of these records again, unless they are begun or known to be gone: one of them may be gone. */
    void lookAgain(Collection<RecordKey> records, Cause cause) {
        records.stream()
                .filter(record -> !begun.contains(record) && !isKnownGone(record))
                .forEach(record -> engines.find(record.entity())
                        .ifPresent(engine -> engine.reconciler().reconcile(Visit.woken(record.id(), cause))));
    }

    private boolean isKnownGone(RecordKey record) {
        return links.find(record.entity(), record.id())
                .filter(Decider::isKnownGone)
                .isPresent();
    }

    /**
     * Marks a record as begun.
     *
     * @return false when it was
     */
    boolean begin(RecordKey record) {
        return begun.add(record);
    }

    boolean isBegun(RecordKey record) {
        return begun.contains(record);
    }

    void end(RecordKey record) {
        begun.remove(record);
    }
}
