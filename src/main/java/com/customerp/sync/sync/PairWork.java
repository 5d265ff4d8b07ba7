package com.customerp.sync.sync;

import com.customerp.sync.link.Conflict;
import com.customerp.sync.link.Link;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.RemoteException.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Works on a record that has a counterpart: merges, archives or closes. */
final class PairWork {
    private static final int ROUNDS = 6;
    private static final Duration GONE_AGAIN = Duration.ofMinutes(10);
    private static final Duration CONFLICT_KEPT = Duration.ofDays(90);

    private final Mapping mapping;
    private final Decider decider;
    private final Applier applier;
    private final Refusals refusals;
    private final CurrentReader reader;
    private final LinkStore links;
    private final Indexer indexer;
    private final Claims claims;
    private final Notes notes;
    private final Clock clock;

    PairWork(Engine.Parts parts, Engine.Wiring wiring) {
        this.mapping = parts.mapping();
        this.decider = wiring.decider();
        this.applier = new Applier(parts.mapping(), parts.bookkeeping(), parts.systems());
        this.refusals = new Refusals(parts.mapping());
        this.reader = new CurrentReader(parts);
        this.links = parts.links();
        this.indexer = wiring.indexer();
        this.claims = wiring.claims();
        this.notes = wiring.notes();
        this.clock = parts.clock();
    }

    /** Takes the record, reads what is missing, and brings both sides to the same place. */
    Outcome work(Visit visit, Link link, @Nullable RemoteRecord customerp, Optional<Reading> hint) {
        if (Decider.isClosed(link)) {
            Pair pair = new Pair(claim(link), customerp, null);
            pair.powerOffice = hint.map(Reading::record).orElseGet(() -> reader.powerOffice(pair.link));
            return settle(pair, visit.cause());
        }
        boolean deleted = customerp == null && visit.deletionSeen();
        Link known = deleted
                ? link.change().missingSince(clock.instant().minus(GONE_AGAIN)).build()
                : link;
        Pair pair = new Pair(claim(known), customerp, null);
        pair.powerOffice = hint.filter(reading -> reading.isFresh(clock.instant()))
                .map(Reading::record)
                .orElseGet(() -> reader.powerOffice(pair.link));
        return isMissing(pair) && !isGoneForCertain(pair.link) ? missing(pair) : settle(pair, visit.cause());
    }

    private Link claim(Link link) {
        return claims.claim(link).orElseThrow(Claims.LostException::new);
    }

    private static boolean isMissing(Pair pair) {
        return pair.customerp == null || pair.powerOffice == null;
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
                Plan plan = decider.decide(pair.link, pair.customerp, pair.powerOffice)
                        .without(pair.refused);
                if (plan.problem() != null) {
                    return park(pair, plan.problem(), cause);
                }
                pair.held = plan.notices();
                pair.link = pair.link
                        .change()
                        .bases(plan.agreed())
                        .withoutBases(plan.ignored())
                        .build();
                Optional<Outcome> ended = apply(pair, plan, cause);
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

    /** Applies one plan; empty when the pair has to be decided again. */
    private Optional<Outcome> apply(Pair pair, Plan plan, Cause cause) {
        if (plan.effects().isEmpty()) {
            return Optional.of(finish(pair, plan, cause));
        }
        for (Effect effect : plan.effects()) {
            Effect.Patch patch = (Effect.Patch) effect;
            if (needsEtag(pair, patch)) {
                pair.customerp = reader.customerp(pair.link);
                if (pair.customerp == null) {
                    return Optional.of(missing(pair));
                }
                return Optional.empty();
            }
            pair.link = claims.renew(pair.link);
            keepLosses(pair, plan, patch);
            try {
                applier.patch(pair, patch);
            } catch (RemoteException refusal) {
                return handle(pair, patch, refusal, cause);
            }
        }
        return plan.closes() ? Optional.of(finish(pair, plan, cause)) : Optional.empty();
    }

    private static boolean needsEtag(Pair pair, Effect.Patch patch) {
        return patch.side() == Side.CUSTOMERP && pair.customerp != null && pair.customerp.etag() == null;
    }

    /** What a refused write means; empty when the pair has to be decided again. */
    private Optional<Outcome> handle(Pair pair, Effect.Patch patch, RemoteException refusal, Cause cause) {
        if (refusal.kind() == Kind.STALE) {
            pair.customerp = reader.customerp(pair.link);
            return pair.customerp == null ? Optional.of(missing(pair)) : Optional.empty();
        }
        if (refusal.kind() == Kind.INVALID || refusal.kind() == Kind.CONFLICT) {
            Map<String, Problem> held = refusals.held(refusal, patch, pair.record(patch.side()));
            if (!held.isEmpty()) {
                pair.refused.putAll(held);
                return Optional.empty();
            }
            return Optional.of(park(pair, refusals.explain(refusal, patch.carried()), cause));
        }
        if (refusal.kind() == Kind.GONE) {
            boolean isThere = patch.side() == Side.POWEROFFICE
                    ? reader.powerOffice(pair.link) != null
                    : reader.customerp(pair.link) != null;
            // mapping.md 12.1: when the record itself is there, the 404 meant a reference.
            return Optional.of(
                    isThere
                            ? park(
                                    pair,
                                    Problem.of(
                                            Reason.MISSING_REFERENCE, "", "a record that it refers to does not exist"),
                                    cause)
                            : missing(pair));
        }
        throw refusal;
    }

    private void keepLosses(Pair pair, Plan plan, Effect.Patch patch) {
        List<String> carried =
                patch.carried().stream().map(carry -> carry.field().name()).toList();
        plan.losses().stream()
                .filter(loss -> carried.contains(loss.field()) && !pair.losses.contains(loss))
                .forEach(loss -> {
                    links.keepConflict(
                            new Conflict(
                                    mapping.entity(),
                                    pair.link.customerpId(),
                                    loss.field(),
                                    loss.loser(),
                                    loss.value().toString(),
                                    loss.rule(),
                                    clock.instant()),
                            CONFLICT_KEPT);
                    pair.losses.add(loss);
                });
    }

    private Outcome park(Pair pair, Problem problem, Cause cause) {
        indexer.put(pair);
        pair.link = claims.save(notes.parked(pair, problem, cause));
        return pair.outcome(problem);
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
        indexer.put(pair);
        pair.link = claims.save(notes.settled(pair, plan.closes() ? State.CLOSED : State.LINKED, cause));
        return pair.outcome(null);
    }
}
