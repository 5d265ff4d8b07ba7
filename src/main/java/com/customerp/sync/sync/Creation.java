package com.customerp.sync.sync;

import com.customerp.sync.link.Bases;
import com.customerp.sync.link.LineLink;
import com.customerp.sync.link.Link;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.mapping.Slot;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Creates the counterpart of a CustomERP record in PowerOffice, once (mapping.md 1.5): the intention is stored first, and
 * a create of which nobody knows is searched for before another one.
 */
final class Creation {
    private static final Duration SEARCH_AGAIN = Duration.ofSeconds(30);

    private final Mapping mapping;
    private final Bookkeeping bookkeeping;
    private final Systems systems;
    private final LinkStore links;
    private final Matcher matcher;
    private final IndexFiller filler;
    private final Refusals refusals;
    private final Referrals referrals;
    private final Successor successor;
    private final PairWork pairs;
    private final Confirmation confirmation;
    private final Claims claims;
    private final Notes notes;
    private final Clock clock;

    Creation(Engine.Wiring wiring, PairWork pairs, Siblings siblings) {
        this.mapping = wiring.mapping();
        this.bookkeeping = wiring.bookkeeping();
        this.systems = wiring.parts().systems();
        this.links = wiring.parts().links();
        this.matcher = wiring.matcher();
        this.filler = wiring.filler();
        this.refusals = wiring.refusals();
        this.referrals = new Referrals(wiring);
        this.successor = new Successor(wiring);
        this.pairs = pairs;
        this.confirmation = new Confirmation(wiring, pairs, siblings);
        this.claims = wiring.claims();
        this.notes = wiring.notes();
        this.clock = wiring.parts().clock();
    }

    /** Goes on with a create that was unclear, of which a search found nothing: not before 30 seconds have passed. */
    Outcome again(Pair pair, Plan plan, Cause cause) {
        if (clock.instant().isBefore(pair.link.postedAt().plus(SEARCH_AGAIN))) {
            return searchAgain(pair.link);
        }
        Optional<RemoteRecord> ended = successor.ofUnclear(pair.link, pair.customerp);
        if (ended.isPresent()) {
            return end(pair, ended.get(), cause);
        }
        return plan.problem() == null ? create(pair, plan, cause) : park(pair, plan.problem(), cause);
    }

    /** The record was created and has come to its end since: it is linked to that. */
    private Outcome end(Pair pair, RemoteRecord last, Cause cause) {
        JsonNode shown = pair.customerp.body();
        Link linked = pair.link
                .change()
                .powerOfficeId(last.id())
                .state(State.LINKED)
                .postedAt(null)
                .bases(shown(mapping, shown))
                .lines(Lines.inOrder(mapping.lines(), Side.CUSTOMERP, shown).stream()
                        .map(line -> new LineLink(
                                line.id(), line.id(), shown(mapping.lines().line(), line.body())))
                        .toList())
                .build();
        pair.link = claims.claimDue(linked).orElseThrow(Claims.LostException::new);
        pair.successor = last;
        return pairs.settle(pair, cause);
    }

    /** What CustomERP holds now is no edit of a record that has ended. */
    private Map<String, Bases> shown(Mapping table, JsonNode customerp) {
        return table.fields().stream()
                .collect(Collectors.toMap(
                        Field::name,
                        field -> new Bases(
                                bookkeeping.base(Side.CUSTOMERP, field, field.read(Side.CUSTOMERP, customerp)),
                                Bookkeeping.never())));
    }

    /**
     * CustomERP's record is gone and a create is unclear: what it made is linked, so that it follows its record.
     *
     * @return empty when nothing was made
     */
    Optional<Outcome> adopt(Link link) {
        filler.refresh();
        Optional<RemoteRecord> created = matcher.findCreated(link);
        if (created.isPresent()) {
            save(link.change()
                    .powerOfficeId(created.get().id())
                    .state(State.LINKED)
                    .postedAt(null)
                    .nextAttemptAt(clock.instant())
                    .build());
            return Optional.of(Outcome.of(Outcome.Result.RETRY, created.get().id()));
        }
        return clock.instant().isBefore(link.postedAt().plus(SEARCH_AGAIN))
                ? Optional.of(searchAgain(link))
                : Optional.empty();
    }

    /** Reserves the link and creates the record; the plan has been made for this pair just now. */
    Outcome create(Pair pair, Plan plan, Cause cause) {
        pair.unresolved = plan.unresolved();
        Effect.Create create = (Effect.Create) plan.effects().get(0);
        String intention = matcher.intention(pair.customerp);
        if (mapping.slot() == null
                && !links.lease(lease(intention), claims.owner(), clock.instant(), claims.leaseEnd())) {
            save(notes.retry(pair.link, "another function is creating a record with the same code"));
            return Outcome.of(Outcome.Result.RETRY, null);
        }
        try {
            return post(pair, create, intention, cause);
        } finally {
            if (mapping.slot() == null) {
                links.release(lease(intention), claims.owner());
            }
        }
    }

    private String lease(String intention) {
        return mapping.entity().key() + "#create#" + intention;
    }

    private Outcome post(Pair pair, Effect.Create create, String intention, Cause cause) {
        Link reserved = pair.link
                .change()
                .state(State.CREATING)
                .postedAt(clock.instant())
                .intention(intention)
                .problem(null)
                .build();
        pair.link = claims.claimDue(reserved).orElseThrow(Claims.LostException::new);
        try {
            RemoteRecord answer = systems.powerOffice()
                    .create(mapping.entity(), create.owner(), create.body(), Slot.text(pair.link.customerpId()));
            return confirmation.take(pair, create, answer, cause);
        } catch (RemoteException refusal) {
            return notCreated(pair, create, refusal, cause);
        }
    }

    private Outcome notCreated(Pair pair, Effect.Create create, RemoteException refusal, Cause cause) {
        switch (refusal.kind()) {
            case UNCLEAR -> {
                Optional<RemoteRecord> created = matcher.findCreated(pair.customerp);
                if (created.isPresent() && mapping.slot() != null) {
                    return confirmation.take(pair, create, created.get(), cause);
                }
                if (created.isPresent()) {
                    // Found by its code only: it is matched like any other.
                    throw new Claims.LostException();
                }
                pair.link = pair.link.change().postedAt(clock.instant()).build();
                return searchAgain(pair.link);
            }
            case INVALID -> {
                Optional<RemoteRecord> holder = holder(refusal, pair);
                return holder.isPresent()
                        ? confirmation.take(pair, create, holder.get(), cause)
                        : park(pair, refusals.explain(refusal, create), cause);
            }
            case CONFLICT -> {
                return park(pair, refusals.explain(refusal, create), cause);
            }
            case GONE -> {
                Link noted = referrals.lookAgain(pair, create.carried(), cause);
                pair.link = claims.save(noted.change().postedAt(null).build());
                return pair.outcome(noted.problem());
            }
            default -> {
                // Nothing was done: the reservation need not be searched for.
                pair.link = claims.save(pair.link.change().postedAt(null).build());
                throw refusal;
            }
        }
    }

    /** The record that holds our slot already, when a refusal names one (mapping.md 1.5). */
    private Optional<RemoteRecord> holder(RemoteException refusal, Pair pair) {
        if (refusal.holder() == null || mapping.slot() == null) {
            return Optional.empty();
        }
        Optional<RemoteRecord> named = mapping.owner() == null
                ? systems.powerOffice().read(mapping.entity(), refusal.holder())
                : matcher.findCreated(pair.customerp);
        return named.filter(record -> mapping.slot()
                .read(record.body())
                .filter(Slot.text(pair.link.customerpId())::equals)
                .isPresent());
    }

    /** A create of which nobody knows is searched for once more after 30 seconds. */
    private Outcome searchAgain(Link link) {
        Instant at = link.postedAt().plus(SEARCH_AGAIN);
        save(notes.retry(link, "it is not known whether PowerOffice created the record; it is searched for", at));
        return Outcome.of(Outcome.Result.RETRY, null);
    }

    private Outcome park(Pair pair, Problem problem, Cause cause) {
        referrals.watch(pair, problem);
        save(notes.parked(new Pair(pair.link, pair.customerp, null), problem, cause));
        return Outcome.parked(null, problem);
    }

    private void save(Link link) {
        links.save(link).orElseThrow(Claims.LostException::new);
    }
}
