package com.customerp.sync.sync;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.mapping.RecordId;
import com.customerp.sync.mapping.Side;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds or creates the counterpart of a CustomERP record that has none, once (mapping.md 1.5 and 1.6): search, reserve,
 * create with our key in the slot, confirm. Whoever finds a reservation whose owner died searches before anything else.
 */
final class UnlinkedWork {
    private final Mapping mapping;
    private final LinkStore links;
    private final Matcher matcher;
    private final IndexFiller index;
    private final Indexer indexer;
    private final Decider decider;
    private final Referrals referrals;
    private final CurrentReader reader;
    private final Quiet quiet;
    private final PairWork pairs;
    private final Creation creation;
    private final Claims claims;
    private final Notes notes;
    private final Wakes wakes;

    UnlinkedWork(Engine.Wiring wiring, PairWork pairs, Siblings siblings) {
        this.mapping = wiring.mapping();
        this.links = wiring.parts().links();
        this.matcher = wiring.matcher();
        this.index = wiring.filler();
        this.indexer = wiring.indexer();
        this.decider = wiring.decider();
        this.referrals = new Referrals(wiring);
        this.reader = wiring.reader();
        this.quiet = wiring.quiet();
        this.pairs = pairs;
        this.creation = new Creation(wiring, pairs, siblings);
        this.claims = wiring.claims();
        this.notes = wiring.notes();
        this.wakes = wiring.engines().wakes;
    }

    Outcome work(Visit visit, Link link, @Nullable RemoteRecord customerp) {
        if (customerp == null) {
            return forget(link);
        }
        if (!RecordId.isAllowed(customerp.id())) {
            return park(link, customerp, badId(customerp.id()), visit.cause());
        }
        Pair pair = new Pair(link, customerp, null);
        boolean archived = mapping.isArchived(Side.CUSTOMERP, customerp.body());
        boolean creates = !archived || visit.is(Visit.Trait.REFERRED_TO);
        Plan plan = decider.decide(link, customerp, null);
        if (creates && referrals.goFirst(pair, plan, visit.cause())) {
            plan = decider.decide(link, customerp, null);
        }
        if (plan.problem() == null && !plan.waitedFor().isEmpty()) {
            return creates ? await(pair, plan, visit.cause()) : leave(link);
        }
        Counterpart counterpart = search(visit, link, customerp);
        if (counterpart instanceof Counterpart.Unclear unclear) {
            return park(link, customerp, unclear.problem(), visit.cause());
        }
        if (counterpart instanceof Counterpart.Found found) {
            return link(link, customerp, found.powerOffice(), visit.cause());
        }
        if (link.isCreateUnclear()) {
            return creation.again(pair, plan, visit.cause());
        }
        if (!creates) {
            return leave(link);
        }
        return plan.problem() == null
                ? creation.create(pair, plan, visit.cause())
                : park(link, customerp, plan.problem(), visit.cause());
    }

    private Counterpart search(Visit visit, Link link, RemoteRecord customerp) {
        if (visit.is(Visit.Trait.SEARCHES)) {
            index.refresh();
            indexer.put(Side.CUSTOMERP, List.of(customerp));
        }
        return matcher.find(customerp, visit.is(Visit.Trait.SEARCHES) || link.isStored());
    }

    /** A record that is gone before it had a counterpart leaves nothing behind, unless a create is still unclear. */
    private Outcome forget(Link link) {
        if (!link.isStored()) {
            return Outcome.of(Outcome.Result.UNCHANGED, null);
        }
        Optional<Outcome> unclear = link.isCreateUnclear() ? creation.adopt(link) : Optional.empty();
        return unclear.orElseGet(() -> delete(link));
    }

    private Outcome delete(Link link) {
        if (!links.delete(link)) {
            throw new Claims.LostException();
        }
        return Outcome.of(Outcome.Result.UNCHANGED, null);
    }

    /** An archived record that has no counterpart gets none (mapping.md 1.6). */
    private Outcome leave(Link link) {
        return link.isStored() ? delete(link) : Outcome.of(Outcome.Result.UNCHANGED, null);
    }

    /** mapping.md 1.5: a longer id, or one with other characters, breaks the contract. */
    static Problem badId(String id) {
        return id.length() > RecordId.LONGEST
                ? Problem.of(Reason.TOO_LONG, "id", "the id is longer than " + RecordId.LONGEST + " characters")
                : Problem.of(Reason.NOT_ALLOWED, "id", "the id is empty or holds characters that are not allowed");
    }

    private Outcome link(Link link, RemoteRecord customerp, Reading powerOffice, Cause cause) {
        RemoteRecord found = powerOffice.record();
        Link reserved = link.change()
                .powerOfficeId(found.id())
                .powerOfficeOwner(mapping.ownerIn(found.body()))
                .state(State.LINKED)
                .problem(null)
                .build();
        Link claimed;
        try {
            claimed = claims.claimDue(reserved).orElseThrow(Claims.LostException::new);
        } catch (LinkStore.TakenException linkedMeanwhile) {
            throw new Claims.LostException();
        }
        wakes.moved(claimed);
        Pair pair = new Pair(claimed, customerp, found);
        if (!quiet.isWhole(Side.POWEROFFICE, found)) {
            pair.powerOffice = reader.powerOffice(claimed);
        }
        pair.result = Outcome.Result.LINKED;
        return pairs.settle(pair, cause);
    }

    private Outcome await(Pair pair, Plan plan, Cause cause) {
        Link noted = referrals.await(pair, plan, cause).orElseThrow(Claims.LostException::new);
        save(noted);
        return noted.state() == State.WAITING
                ? Outcome.waiting(null, noted.problem())
                : Outcome.parked(null, noted.problem());
    }

    private Outcome park(Link link, RemoteRecord customerp, Problem problem, Cause cause) {
        Pair pair = new Pair(link, customerp, null);
        referrals.watch(pair, problem);
        save(notes.parked(pair, problem, cause));
        return Outcome.parked(null, problem);
    }

    private void save(Link link) {
        links.save(link).orElseThrow(Claims.LostException::new);
    }
}
