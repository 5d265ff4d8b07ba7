package com.customerp.sync.sync;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import java.util.HashSet;
import java.util.Set;

/** Which records look deleted to a pass, and whether that can be true. */
final class SweepDeletions {
    private static final int ALWAYS_ALLOWED = 20;
    private static final double SHARE = 0.05;

    private final Entity entity;
    private final LinkStore links;

    SweepDeletions(Entity entity, LinkStore links) {
        this.entity = entity;
        this.links = links;
    }

    /** Links of which a full list did not show one side. That alone proves nothing: each is asked for directly. */
    void addMissing(SweepRun run) {
        String from = null;
        do {
            LinkStore.Page page = links.all(entity, from);
            page.links().stream()
                    .filter(link -> link.state() != State.CLOSED && link.state() != State.EXCLUDED)
                    .filter(link -> !Decider.isKnownGone(link))
                    .filter(link -> !run.done.contains(link.customerpId()))
                    .filter(link -> isMissing(run, link))
                    .forEach(link -> add(run, link.customerpId()));
            from = page.next();
        } while (from != null);
    }

    /** What is known of a record that CustomERP does not have yet is no deletion. */
    private static void add(SweepRun run, String id) {
        run.deletions.add(id);
        if (Link.isProvisional(id)) {
            run.knownGone.add(id);
        }
    }

    private static boolean isMissing(SweepRun run, Link link) {
        if (Link.isProvisional(link.customerpId())) {
            return !run.listed(Side.POWEROFFICE).contains(Link.bornAs(link.customerpId()));
        }
        return !run.listed(Side.CUSTOMERP).contains(link.customerpId())
                || link.powerOfficeId() != null && !run.listed(Side.POWEROFFICE).contains(link.powerOfficeId());
    }

    /**
     * The safety stop (design.md 2).
     *
     * @throws SafetyStopException when more records look deleted than can be right
     */
    void checkShare(SweepRun run) {
        Set<String> deletions = new HashSet<>(run.deletions);
        deletions.removeAll(run.knownGone);
        if (deletions.size() <= ALWAYS_ALLOWED) {
            return;
        }
        int total = 0;
        String from = null;
        do {
            LinkStore.Page page = links.all(entity, from);
            total += (int) page.links().stream()
                    .filter(link -> link.powerOfficeId() != null && link.state() != State.CLOSED)
                    .count();
            from = page.next();
        } while (from != null);
        if (deletions.size() > total * SHARE) {
            throw SafetyStopException.deletions(entity.key(), deletions.size(), total);
        }
    }
}
