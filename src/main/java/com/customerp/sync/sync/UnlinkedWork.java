package com.customerp.sync.sync;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.mapping.Slot;
import com.customerp.sync.sync.RemoteException.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds or creates the counterpart of a CustomERP record that has none, once (mapping.md 1.5 and 1.6): search, reserve,
 * create with our key in the slot, confirm. Whoever finds a reservation whose owner died searches before anything else.
 */
final class UnlinkedWork {
    private static final Duration SEARCH_AGAIN = Duration.ofSeconds(30);

    private final Mapping mapping;
    private final Systems systems;
    private final LinkStore links;
    private final Matcher matcher;
    private final IndexFiller index;
    private final Indexer indexer;
    private final Decider decider;
    private final Applier applier;
    private final Refusals refusals;
    private final PairWork pairs;
    private final Claims claims;
    private final Notes notes;
    private final Clock clock;

    UnlinkedWork(Engine.Parts parts, Engine.Wiring wiring, PairWork pairs) {
        this.mapping = parts.mapping();
        this.systems = parts.systems();
        this.links = parts.links();
        this.matcher = wiring.matcher();
        this.index = wiring.filler();
        this.indexer = wiring.indexer();
        this.decider = wiring.decider();
        this.applier = new Applier(parts.mapping(), parts.bookkeeping(), parts.systems());
        this.refusals = new Refusals(parts.mapping());
        this.pairs = pairs;
        this.claims = wiring.claims();
        this.notes = wiring.notes();
        this.clock = parts.clock();
    }

    Outcome work(Visit visit, Link link, @Nullable RemoteRecord customerp) {
        if (customerp == null) {
            return forget(link);
        }
        Optional<Problem> badId = badId(customerp.id());
        if (badId.isPresent()) {
            return park(link, customerp, badId.get(), visit.cause());
        }
        boolean searches = visit.searches() || link.isStored();
        if (visit.searches()) {
            index.refresh();
            indexer.put(Side.CUSTOMERP, List.of(customerp));
        }
        Counterpart counterpart = matcher.find(customerp, searches);
        if (counterpart instanceof Counterpart.Unclear unclear) {
            return park(link, customerp, unclear.problem(), visit.cause());
        }
        if (counterpart instanceof Counterpart.Found found) {
            return link(link, customerp, found.powerOffice(), visit.cause());
        }
        return create(link, customerp, visit.cause());
    }

    /** A record that is gone before it had a counterpart leaves nothing behind, unless a create is still unclear. */
    private Outcome forget(Link link) {
        if (!link.isStored()) {
            return Outcome.of(Outcome.Result.UNCHANGED, null);
        }
        if (isUnclear(link)) {
            Optional<RemoteRecord> created = matcher.findInSlot(link.customerpId());
            if (created.isPresent()) {
                Link found = link.change()
                        .powerOfficeId(created.get().id())
                        .state(State.LINKED)
                        .postedAt(null)
                        .nextAttemptAt(clock.instant())
                        .build();
                save(found);
                return Outcome.of(Outcome.Result.RETRY, created.get().id());
            }
            if (clock.instant().isBefore(link.postedAt().plus(SEARCH_AGAIN))) {
                return searchAgain(link);
            }
        }
        if (!links.delete(link)) {
            throw new Claims.LostException();
        }
        return Outcome.of(Outcome.Result.UNCHANGED, null);
    }

    private static boolean isUnclear(Link link) {
        return link.state() == State.CREATING && link.postedAt() != null;
    }

    /** mapping.md 1.5: a longer id, or one with other characters, breaks the contract. */
    private static Optional<Problem> badId(String id) {
        if (id.length() > 40) {
            return Optional.of(Problem.of(Reason.TOO_LONG, "id", "the id is longer than 40 characters"));
        }
        return id.matches("[A-Za-z0-9._~-]+")
                ? Optional.empty()
                : Optional.of(Problem.of(Reason.NOT_ALLOWED, "id", "the id holds characters that are not allowed"));
    }

    private Outcome link(Link link, RemoteRecord customerp, Reading powerOffice, Cause cause) {
        Link reserved = link.change()
                .powerOfficeId(powerOffice.record().id())
                .state(State.LINKED)
                .problem(null)
                .postedAt(null)
                .build();
        Link claimed;
        try {
            claimed = claims.claimDue(reserved).orElseThrow(Claims.LostException::new);
        } catch (LinkStore.TakenException linkedMeanwhile) {
            throw new Claims.LostException();
        }
        Pair pair = new Pair(claimed, customerp, powerOffice.record());
        pair.result = Outcome.Result.LINKED;
        return pairs.settle(pair, cause);
    }

    private Outcome create(Link link, RemoteRecord customerp, Cause cause) {
        if (isUnclear(link) && clock.instant().isBefore(link.postedAt().plus(SEARCH_AGAIN))) {
            return searchAgain(link);
        }
        if (mapping.isArchived(Side.CUSTOMERP, customerp.body())) {
            return link.isStored()
                    ? forget(link.change().postedAt(null).build())
                    : Outcome.of(Outcome.Result.UNCHANGED, null);
        }
        Plan plan = decider.decide(link, customerp, null);
        if (plan.problem() != null) {
            return park(link, customerp, plan.problem(), cause);
        }
        Effect.Create create = (Effect.Create) plan.effects().get(0);
        Link reserved = claims.claimDue(link.change()
                        .state(State.CREATING)
                        .postedAt(clock.instant())
                        .problem(null)
                        .build())
                .orElseThrow(Claims.LostException::new);
        return post(new Pair(reserved, customerp, null), create, cause);
    }

    private Outcome post(Pair pair, Effect.Create create, Cause cause) {
        try {
            RemoteRecord answer = systems.powerOffice()
                    .create(mapping.entity(), create.owner(), create.body(), Slot.text(pair.link.customerpId()));
            return created(pair, create, answer, cause);
        } catch (RemoteException refusal) {
            return notCreated(pair, create, refusal, cause);
        }
    }

    private Outcome created(Pair pair, Effect.Create create, RemoteRecord answer, Cause cause) {
        pair.result = Outcome.Result.CREATED;
        applier.take(pair, Side.POWEROFFICE, create.carried(), answer);
        Link confirmed = pair.link
                .change()
                .powerOfficeId(answer.id())
                .powerOfficeOwner(create.owner())
                .state(State.LINKED)
                .postedAt(null)
                .slotWritten(true)
                .build();
        pair.link = claims.save(confirmed);
        return pairs.settle(pair, cause);
    }

    private Outcome notCreated(Pair pair, Effect.Create create, RemoteException refusal, Cause cause) {
        if (refusal.kind() == Kind.UNCLEAR) {
            Optional<RemoteRecord> created = matcher.findInSlot(pair.link.customerpId());
            if (created.isPresent()) {
                return created(pair, create, created.get(), cause);
            }
            pair.link = pair.link.change().postedAt(clock.instant()).build();
            return searchAgain(pair.link);
        }
        if (refusal.kind() == Kind.INVALID && refusal.holder() != null) {
            Optional<RemoteRecord> holder = systems.powerOffice()
                    .read(mapping.entity(), refusal.holder())
                    .filter(record -> isOurs(record, pair.link.customerpId()));
            if (holder.isPresent()) {
                return created(pair, create, holder.get(), cause);
            }
        }
        if (refusal.kind() == Kind.GONE) {
            return park(
                    pair.link,
                    pair.customerp,
                    Problem.of(
                            Reason.MISSING_REFERENCE, "", "a record that it refers to does not exist in PowerOffice"),
                    cause);
        }
        if (refusal.kind() == Kind.INVALID || refusal.kind() == Kind.CONFLICT) {
            return park(pair.link, pair.customerp, refusals.explain(refusal, create.carried()), cause);
        }
        // Nothing was done: the reservation need not be searched for.
        pair.link = claims.save(pair.link.change().postedAt(null).build());
        throw refusal;
    }

    private boolean isOurs(RemoteRecord record, String customerpId) {
        return mapping.slot() != null
                && mapping.slot()
                        .read(record.body())
                        .filter(Slot.text(customerpId)::equals)
                        .isPresent();
    }

    /** A create of which nobody knows is searched for once more after 30 seconds (mapping.md 1.5). */
    private Outcome searchAgain(Link link) {
        Instant at = link.postedAt().plus(SEARCH_AGAIN);
        Link noted =
                notes.retry(link, "it is not known whether PowerOffice created the record; it is searched for", at);
        save(noted);
        return Outcome.of(Outcome.Result.RETRY, null);
    }

    private Outcome park(Link link, RemoteRecord customerp, Problem problem, Cause cause) {
        Pair pair = new Pair(link, customerp, null);
        save(notes.parked(pair, problem, cause));
        return Outcome.parked(null, problem);
    }

    private void save(Link link) {
        links.save(link).orElseThrow(Claims.LostException::new);
    }
}
