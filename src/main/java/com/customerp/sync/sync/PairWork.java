package com.customerp.sync.sync;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.MatchKeys;
import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.mapping.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Works on a record that has a counterpart: merges, archives or closes. */
final class PairWork {
    private static final int ROUNDS = 8;
    private static final Duration GONE_AGAIN = Duration.ofMinutes(10);

    private final Mapping mapping;
    private final Decider decider;
    private final Precautions precautions;
    private final Applier applier;
    private final Refusals refusals;
    private final CurrentReader reader;
    private final Successor successor;
    private final Siblings siblings;
    private final Referrals referrals;
    private final Wakes wakes;
    private final Indexer indexer;
    private final Claims claims;
    private final Notes notes;
    private final Clock clock;

    PairWork(Engine.Wiring wiring, Siblings siblings) {
        this.mapping = wiring.mapping();
        this.decider = wiring.decider();
        this.precautions = new Precautions(wiring);
        this.applier = wiring.applier();
        this.refusals = wiring.refusals();
        this.reader = wiring.reader();
        this.successor = new Successor(wiring);
        this.siblings = siblings;
        this.referrals = new Referrals(wiring);
        this.wakes = wiring.engines().wakes;
        this.indexer = wiring.indexer();
        this.claims = wiring.claims();
        this.notes = wiring.notes();
        this.clock = wiring.parts().clock();
    }

    /** Takes the record, reads what is missing, and brings both sides to the same place. */
    Outcome work(Visit visit, Link link, @Nullable RemoteRecord customerp, Optional<Reading> hint) {
        if (Decider.isClosed(link)) {
            Pair pair = new Pair(claim(link), customerp, null);
            pair.powerOffice = hint.map(Reading::record).orElseGet(() -> reader.powerOffice(pair.link));
            return settle(pair, visit.cause());
        }
        boolean deleted = customerp == null && visit.is(Visit.Trait.DELETION_SEEN);
        Link known = deleted
                ? link.change().missingSince(clock.instant().minus(GONE_AGAIN)).build()
                : link;
        Pair pair = new Pair(claim(known), customerp, null);
        pair.powerOffice = hint.filter(reading -> reading.isFresh(clock.instant()))
                .map(Reading::record)
                .orElseGet(() -> reader.powerOffice(pair.link));
        return ended(pair, visit.cause()).orElseGet(() -> settle(pair, visit.cause()));
    }

    private Link claim(Link link) {
        return claims.claim(link).orElseThrow(Claims.LostException::new);
    }

    /** What comes of a pair of which one side is gone; empty when it can be settled. */
    private Optional<Outcome> ended(Pair pair, Cause cause) {
        if (pair.powerOffice == null && pair.customerp != null) {
            try {
                pair.successor = successor.of(pair.link, pair.customerp).orElse(null);
            } catch (Successor.UnclearException unclear) {
                return Optional.of(park(pair, unclear.problem(), cause));
            }
        }
        boolean missing = pair.customerp == null || pair.powerOffice == null && pair.successor == null;
        return missing && !isGoneForCertain(pair.link) ? Optional.of(missing(pair)) : Optional.empty();
    }

    private boolean isGoneForCertain(Link link) {
        return link.missingSince() != null
                && !clock.instant().isBefore(link.missingSince().plus(GONE_AGAIN));
    }

    /** A record that is missing is asked for again in ten minutes before that counts (mapping.md 1.8). */
    private Outcome missing(Pair pair) {
        Instant since = pair.link.missingSince() == null ? clock.instant() : pair.link.missingSince();
        Link noted = pair.link.change().missingSince(since).build();
        claims.save(notes.retry(noted, "one side answers 404; asked again before that counts", since.plus(GONE_AGAIN)));
        return Outcome.of(Outcome.Result.RETRY, pair.link.powerOfficeId());
    }

    /** Decides and applies until nothing is left to do; the pair is claimed. */
    Outcome settle(Pair pair, Cause cause) {
        try {
            for (int round = 0; round < ROUNDS; round++) {
                Plan plan = decide(pair).without(pair.refused);
                if (referrals.goFirst(pair, plan, cause) || siblings.goFirst(pair, plan, cause)) {
                    continue;
                }
                Optional<Outcome> ended = act(pair, plan, cause);
                if (ended.isPresent()) {
                    return ended.get();
                }
            }
        } catch (RemoteException fault) {
            if (!pair.patched.isEmpty()) {
                pair.link = claims.save(pair.link);
            }
            throw fault;
        }
        claims.save(notes.retry(pair.link, "the record keeps changing while it is written"));
        return Outcome.of(Outcome.Result.RETRY, pair.link.powerOfficeId());
    }

    /** The same for a pair that is only to be noted as settled, by one write; empty, and nothing was stored, if there is more to do. */
    Optional<Outcome> settleAtOnce(Pair pair, Cause cause) {
        Plan plan = decide(pair);
        return plan.isSettled() ? act(pair, plan, cause) : Optional.empty();
    }

    private Plan decide(Pair pair) {
        return pair.successor == null
                ? decider.decide(pair.link, pair.customerp, pair.powerOffice)
                : decider.decideFinal(pair.link, pair.customerp, pair.successor);
    }

    /** Does what a plan says; empty when the pair has to be decided again. */
    private Optional<Outcome> act(Pair pair, Plan plan, Cause cause) {
        if (plan.problem() != null) {
            return Optional.of(park(pair, plan.problem(), cause));
        }
        if (!plan.waitedFor().isEmpty()) {
            lockAgain(pair);
            return referrals.await(pair, plan, cause).map(noted -> waiting(pair, noted));
        }
        pair.held = plan.notices();
        pair.unresolved = plan.unresolved();
        pair.link = pair.link
                .change()
                .bases(plan.agreed())
                .withoutBases(plan.ignored())
                .lines(plan.lines() == null ? pair.link.lines() : plan.lines())
                .build();
        return apply(pair, plan, cause);
    }

    private Optional<Outcome> apply(Pair pair, Plan plan, Cause cause) {
        if (plan.effects().isEmpty()) {
            return Optional.of(finish(pair, plan, cause));
        }
        for (Effect effect : plan.effects()) {
            if (needsEtag(pair, effect)) {
                pair.customerp = reader.customerp(pair.link);
                return pair.customerp == null ? Optional.of(missing(pair)) : Optional.empty();
            }
            precautions.take(pair, plan, effect);
            try {
                if (effect instanceof Effect.ReadBack) {
                    pair.powerOffice = reader.written(pair, shown -> applier.isShown(pair, shown));
                    if (pair.powerOffice == null) {
                        return ended(pair, cause);
                    }
                } else {
                    applier.apply(pair, effect);
                    siblings.after(pair, effect);
                }
            } catch (RemoteException refusal) {
                return handle(pair, effect, refusal, cause);
            }
        }
        return plan.closes() ? Optional.of(finish(pair, plan, cause)) : Optional.empty();
    }

    private static boolean needsEtag(Pair pair, Effect effect) {
        return effect.side() == Side.CUSTOMERP && pair.customerp != null && pair.customerp.etag() == null;
    }

    /** What a refused write means; empty when the pair has to be decided again. */
    private Optional<Outcome> handle(Pair pair, Effect effect, RemoteException refusal, Cause cause) {
        return switch (refusal.kind()) {
            case STALE -> readAgain(pair, effect.side());
            case INVALID, CONFLICT -> refused(pair, effect, refusal, cause);
            case GONE -> gone(pair, effect, cause);
            default -> throw refusal;
        };
    }

    private Optional<Outcome> readAgain(Pair pair, Side side) {
        pair.show(side, side == Side.CUSTOMERP ? reader.customerp(pair.link) : reader.powerOffice(pair.link));
        return pair.record(side) == null ? Optional.of(missing(pair)) : Optional.empty();
    }

    private Optional<Outcome> refused(Pair pair, Effect effect, RemoteException refusal, Cause cause) {
        if (effect instanceof Effect.Patch patch) {
            Map<String, Problem> held = refusals.held(refusal, patch, pair.record(patch.side()));
            if (!held.isEmpty()) {
                pair.refused.putAll(held);
                return Optional.empty();
            }
        }
        // mapping.md 8.7: it may just have been invoiced.
        if (effect.side() == Side.POWEROFFICE && successor.exists()) {
            pair.powerOffice = reader.powerOffice(pair.link);
            if (pair.powerOffice == null) {
                return ended(pair, cause);
            }
        }
        return Optional.of(park(pair, refusals.explain(refusal, effect), cause));
    }

    /** mapping.md 12.1: when the record itself is there, the 404 meant a reference. */
    private Optional<Outcome> gone(Pair pair, Effect effect, Cause cause) {
        pair.show(
                effect.side(),
                effect.side() == Side.POWEROFFICE ? reader.powerOffice(pair.link) : reader.customerp(pair.link));
        if (pair.record(effect.side()) == null) {
            return ended(pair, cause);
        }
        if (effect instanceof Effect.PatchLine) {
            return Optional.empty();
        }
        lockAgain(pair);
        return Optional.of(waiting(pair, referrals.lookAgain(pair, effect.carried(), cause)));
    }

    private Outcome park(Pair pair, Problem problem, Cause cause) {
        if (problem.reason() != Reason.LOCKED) {
            lockAgain(pair);
        }
        referrals.watch(pair, problem);
        List<MatchKeys> keys = indexer.changes(pair);
        pair.link = claims.save(notes.parked(pair, problem, cause), keys);
        return pair.outcome(problem);
    }

    private Outcome waiting(Pair pair, Link noted) {
        pair.link = claims.save(noted, indexer.changes(pair));
        return pair.outcome(noted.problem());
    }

    /** Nobody is left with an open record because the sync cannot go on; where PowerOffice refuses, it stays open. */
    private void lockAgain(Pair pair) {
        try {
            applier.lockAgain(pair);
        } catch (RemoteException refused) {
            if (refused.kind() != RemoteException.Kind.INVALID && refused.kind() != RemoteException.Kind.CONFLICT) {
                throw refused;
            }
        }
    }

    private Outcome finish(Pair pair, Plan plan, Cause cause) {
        if (plan.closes()) {
            pair.result = pair.patched.isEmpty() ? Outcome.Result.CLOSED : Outcome.Result.ARCHIVED;
        } else if (pair.result == Outcome.Result.UNCHANGED && !pair.patched.isEmpty()) {
            pair.result = Outcome.Result.PATCHED;
        }
        if (plan.slotSettled()) {
            pair.link = pair.link.change().slotWritten(true).build();
        }
        List<MatchKeys> keys = indexer.changes(pair);
        Link settled = notes.settled(pair, plan.closes() ? State.CLOSED : State.LINKED, cause);
        boolean due = referrals.hold(pair);
        pair.link = claims.save(
                due ? settled.change().nextAttemptAt(clock.instant()).build() : settled, keys);
        // Whoever waited for a record that was created has been woken then.
        if (!pair.patched.isEmpty() && pair.result != Outcome.Result.CREATED) {
            wakes.moved(pair.link);
        }
        return pair.outcome(null);
    }
}
