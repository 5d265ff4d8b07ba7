package com.customerp.sync.sync;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.MatchIndex;
import com.customerp.sync.link.Pointer;
import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.MatchKey;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.mapping.RecordKey;
import com.customerp.sync.mapping.Side;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Works on a record that was first made in PowerOffice and that CustomERP is to get (mapping.md 1.5). Until it has one
 * there, what is known of it is kept in a provisional link, which names the PowerOffice record only while it is created.
 */
final class Newborn {
    private final Mapping mapping;
    private final boolean wanted;
    private final Systems systems;
    private final LinkStore links;
    private final MatchIndex index;
    private final Bookkeeping bookkeeping;
    private final IndexFiller filler;
    private final Indexer indexer;
    private final Decider decider;
    private final Quiet quiet;
    private final Referrals referrals;
    private final Prerequisites prerequisites;
    private final Wakes wakes;
    private final CreationInCustomerp creation;
    private final Clock clock;

    Newborn(Engine.Wiring wiring, PairWork pairs) {
        this.mapping = wiring.mapping();
        this.wanted = wiring.policy().createInCustomerp();
        this.systems = wiring.parts().systems();
        this.links = wiring.parts().links();
        this.index = wiring.parts().index();
        this.bookkeeping = wiring.bookkeeping();
        this.filler = wiring.filler();
        this.indexer = wiring.indexer();
        this.decider = wiring.decider();
        this.quiet = wiring.quiet();
        this.referrals = new Referrals(wiring);
        this.prerequisites = wiring.engines().prerequisites;
        this.wakes = wiring.engines().wakes;
        this.creation = new CreationInCustomerp(wiring, pairs);
        this.clock = wiring.parts().clock();
    }

    Outcome work(Visit visit, Link link) {
        if (isLinked(link)) {
            return creation.discard(link);
        }
        Link known = link;
        if (link.isCreateUnclear()) {
            Optional<Outcome> ended = creation.again(link, visit.cause());
            if (ended.isPresent()) {
                return ended.get();
            }
            known = creation.giveUp(link);
        }
        RemoteRecord powerOffice = wanted ? current(visit, known) : null;
        if (powerOffice == null) {
            return creation.discard(known);
        }
        if (!visit.is(Visit.Trait.FORCED)
                && quiet.isSettled(known)
                && quiet.isSeen(Side.POWEROFFICE, powerOffice, known.powerOfficeSeen())) {
            return Reconciler.settled(known);
        }
        if (mapping.isArchived(Side.POWEROFFICE, powerOffice.body()) && !visit.is(Visit.Trait.REFERRED_TO)) {
            return creation.discard(known);
        }
        Link owned = known.change()
                .powerOfficeOwner(mapping.ownerIn(powerOffice.body()))
                .build();
        return decide(visit, new Pair(owned, null, powerOffice));
    }

    /** Whether the PowerOffice record has found its counterpart in another way. */
    private boolean isLinked(Link link) {
        String id = Link.bornAs(link.customerpId());
        Pointer pointer = links.pointers(mapping.entity(), List.of(id)).get(id);
        return pointer != null && !pointer.customerpId().equals(link.customerpId());
    }

    /** The record as it is now, or null when there is none, or when nobody knows below which contact to look for it. */
    private @Nullable RemoteRecord current(Visit visit, Link link) {
        Optional<RemoteRecord> fresh = Optional.ofNullable(visit.powerOffice())
                .filter(reading -> reading.isFresh(clock.instant()))
                .map(Reading::record)
                .filter(record -> quiet.isWhole(Side.POWEROFFICE, record));
        if (fresh.isPresent()) {
            return fresh.get();
        }
        String owner = visit.powerOffice() == null
                ? link.powerOfficeOwner()
                : mapping.ownerIn(visit.powerOffice().record().body());
        if (mapping.owner() != null && owner == null) {
            return null;
        }
        String id = Link.bornAs(link.customerpId());
        return systems.powerOffice()
                .read(mapping.entity(), owner == null ? id : owner + "/" + id)
                .orElse(null);
    }

    private Outcome decide(Visit visit, Pair pair) {
        Optional<Problem> rival = rival(visit, pair);
        if (isLinked(pair.link)) {
            return creation.discard(pair.link);
        }
        if (rival.isPresent()) {
            return creation.park(pair, rival.get(), visit.cause());
        }
        Plan plan = decider.decideCreation(pair.powerOffice);
        if (referrals.goFirst(pair, plan, visit.cause())) {
            plan = decider.decideCreation(pair.powerOffice);
        }
        if (!plan.waitedFor().isEmpty()) {
            return isOfAnotherRole(pair.link)
                    ? creation.leave(pair, visit.cause())
                    : creation.await(pair, plan, visit.cause());
        }
        return plan.problem() == null
                ? creation.create(pair, plan, visit.cause())
                : creation.park(pair, plan.problem(), visit.cause());
    }

    /** A contact person whose contact is no customer belongs to a supplier and is left alone (mapping.md 4.3). */
    private boolean isOfAnotherRole(Link link) {
        return mapping.owner() != null
                && mapping.field(mapping.owner().field())
                        .rule()
                        .reference()
                        .filter(entity -> systems.powerOffice()
                                .read(entity, link.powerOfficeOwner())
                                .isEmpty())
                        .isPresent();
    }

    /**
     * A CustomERP record that has one of the same match keys. One without a link is looked at first: it may be the
     * counterpart, and then the two are linked.
     */
    private Optional<Problem> rival(Visit visit, Pair pair) {
        if (visit.is(Visit.Trait.SEARCHES)) {
            filler.refresh();
            indexer.put(Side.POWEROFFICE, List.of(pair.powerOffice));
        }
        for (MatchKey key : mapping.keys()) {
            Set<String> holders = key.of(Side.POWEROFFICE, pair.powerOffice.body())
                    .map(value ->
                            index.find(entity(), Side.CUSTOMERP, key.name(), bookkeeping.keyFingerprint(key, value)))
                    .orElse(Set.of());
            Optional<Problem> problem = holders.isEmpty() ? Optional.empty() : rival(key, holders, pair, visit.cause());
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private Optional<Problem> rival(MatchKey key, Set<String> holders, Pair pair, Cause cause) {
        Set<String> linked = linked(holders);
        List<RecordKey> free = holders.stream()
                .filter(id -> !linked.contains(id))
                .map(id -> new RecordKey(entity(), Side.CUSTOMERP, id))
                .toList();
        prerequisites.lookAgain(free, cause);
        Set<String> parked = new TreeSet<>();
        links.findAll(entity(), free.stream().map(RecordKey::id).toList()).values().stream()
                .filter(link -> link.powerOfficeId() == null)
                .forEach(link -> parked.add(link.customerpId()));
        if (!parked.isEmpty()) {
            return Optional.of(problem(
                    pair,
                    Reason.AMBIGUOUS,
                    key,
                    "CustomERP records with the same " + key.name() + " are open; settle those first",
                    parked));
        }
        return key.scope() == MatchKey.Scope.UNIQUE && !linked.isEmpty()
                ? Optional.of(problem(
                        pair,
                        Reason.TAKEN,
                        key,
                        "the CustomERP record with the same " + key.name() + " is linked to another PowerOffice record",
                        linked))
                : Optional.empty();
    }

    private Set<String> linked(Set<String> holders) {
        Set<String> linked = new TreeSet<>();
        links.findAll(entity(), holders).values().stream()
                .filter(link -> link.powerOfficeId() != null && link.state() != State.CLOSED)
                .forEach(link -> linked.add(link.customerpId()));
        return linked;
    }

    /** Why CustomERP does not get the record; it is looked at again when one of these is linked or patched. */
    private Problem problem(Pair pair, Reason reason, MatchKey key, String sentence, Set<String> rivals) {
        wakes.await(
                pair.link,
                rivals.stream()
                        .map(id -> new RecordKey(entity(), Side.CUSTOMERP, id))
                        .toList());
        return new Problem(reason, key.name(), sentence, null, List.copyOf(rivals));
    }

    private Entity entity() {
        return mapping.entity();
    }
}
