package com.customerp.sync.sync;

import com.customerp.sync.link.Bases;
import com.customerp.sync.link.LineLink;
import com.customerp.sync.link.Link;
import com.customerp.sync.link.LinkBuilder;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.Seal;
import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.RecordKey;
import com.customerp.sync.mapping.Side;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Creates a record in CustomERP, once (mapping.md 1.5): the intention is stored with its body, and as long as CustomERP
 * remembers the key of the request the same one is sent again, whatever became of the first.
 */
final class CreationInCustomerp {
    /** How long CustomERP knows a key again (customerp.openapi.yaml, {@code Idempotency-Key}). */
    private static final Duration KEY_REMEMBERED = Duration.ofHours(24);

    private final Mapping mapping;
    private final Systems systems;
    private final LinkStore links;
    private final Seal seal;
    private final String client;
    private final Applier applier;
    private final Referrals referrals;
    private final Prerequisites prerequisites;
    private final CreationsUnderWay underWay;
    private final CurrentReader reader;
    private final PairWork pairs;
    private final Claims claims;
    private final Notes notes;
    private final Wakes wakes;
    private final Rows rows;
    private final Clock clock;

    CreationInCustomerp(Engine.Wiring wiring, PairWork pairs) {
        this.mapping = wiring.mapping();
        this.systems = wiring.parts().systems();
        this.links = wiring.parts().links();
        this.seal = wiring.parts().seal();
        this.client = wiring.parts().client();
        this.applier = wiring.applier();
        this.referrals = new Referrals(wiring);
        this.prerequisites = wiring.engines().prerequisites;
        this.underWay = wiring.underWay();
        this.reader = wiring.reader();
        this.pairs = pairs;
        this.claims = wiring.claims();
        this.notes = wiring.notes();
        this.wakes = wiring.engines().wakes;
        this.rows = wiring.rows();
        this.clock = wiring.parts().clock();
    }

    /** Stores the intention and creates the record; the plan has been made from PowerOffice's record just now. */
    Outcome create(Pair pair, Plan plan, Cause cause) {
        Effect.Create create = (Effect.Create) plan.effects().get(0);
        underWay.begin(pair.link);
        LinkBuilder intended = pair.link
                .change()
                .powerOfficeId(Link.bornAs(pair.link.customerpId()))
                .state(State.CREATING)
                .postedAt(clock.instant())
                .intention(Intention.next(pair.link.intention(), create.body(), seal))
                .problem(null)
                .bases(sources(create.carried()));
        if (plan.lines() != null) {
            intended.lines(plan.lines().stream()
                    .map(line -> new LineLink(
                            line.customerpId(),
                            line.powerOfficeId(),
                            sources(create.lines().get(line.customerpId()))))
                    .toList());
        }
        try {
            pair.link = claims.claimDue(intended.build()).orElseThrow(Claims.LostException::new);
        } catch (LinkStore.TakenException linkedMeanwhile) {
            throw new Claims.LostException();
        }
        Intention intention = Intention.read(pair.link.intention(), seal).orElseThrow();
        return post(pair, intention, cause);
    }

    /** What PowerOffice holds in the fields that are sent; CustomERP's side follows with its answer. */
    private static Map<String, Bases> sources(List<Carry> carried) {
        return carried.stream()
                .collect(Collectors.toMap(
                        carry -> carry.field().name(), carry -> new Bases(Bookkeeping.never(), carry.sourceBase())));
    }

    /** Sends an unclear create again; empty when CustomERP cannot know it again any more. */
    Optional<Outcome> again(Link link, Cause cause) {
        Optional<Intention> intention = Intention.read(link.intention(), seal)
                .filter(stored -> clock.instant().isBefore(link.postedAt().plus(KEY_REMEMBERED)));
        return intention.map(stored -> {
            Link claimed = claims.claimDue(link).orElseThrow(Claims.LostException::new);
            return post(new Pair(claimed, null, reader.powerOffice(claimed)), stored, cause);
        });
    }

    /** Ends an intention whose key is forgotten: the record is matched before it is created again. */
    Link giveUp(Link link) {
        return links.save(free(link).state(State.RETRY).postedAt(null).build()).orElseThrow(Claims.LostException::new);
    }

    private static LinkBuilder free(Link link) {
        return link.change()
                .powerOfficeId(null)
                .withoutBases(link.bases().keySet())
                .lines(List.of());
    }

    private Outcome post(Pair pair, Intention intention, Cause cause) {
        RemoteRecord answer;
        try {
            answer = systems.customerp()
                    .create(mapping.entity(), null, intention.body(), intention.key(client, pair.link));
        } catch (RemoteException refusal) {
            return notCreated(pair, refusal, cause);
        }
        return created(pair, intention, answer, cause);
    }

    private Outcome created(Pair provisional, Intention sent, RemoteRecord answer, Cause cause) {
        Link intended = provisional.link;
        Pair pair = new Pair(Link.unknown(mapping.entity(), answer.id()), null, provisional.powerOffice);
        pair.result = Outcome.Result.CREATED;
        pair.link = pair.link
                .change()
                .powerOfficeId(intended.powerOfficeId())
                .powerOfficeOwner(intended.powerOfficeOwner())
                .state(State.LINKED)
                .lines(intended.lines())
                .build();
        applier.take(pair, Side.CUSTOMERP, carried(mapping, intended.bases(), sent.body()), answer);
        if (mapping.lines() != null) {
            applier.takeLines(pair, lines(intended, sent), answer);
        }
        pair.link = claims.replace(intended, pair.link);
        underWay.end(intended);
        rows.put(Side.CUSTOMERP, answer, clock.instant());
        wakes.moved(pair.link);
        if (pair.powerOffice == null) {
            claims.save(notes.retry(pair.link, "PowerOffice's record is gone", clock.instant()));
            return Outcome.of(Outcome.Result.CREATED, pair.link.powerOfficeId());
        }
        return pairs.settle(pair, cause);
    }

    private static List<Carry> carried(Mapping table, Map<String, Bases> bases, JsonNode body) {
        return table.fields().stream()
                .filter(field -> bases.containsKey(field.name()))
                .map(field -> new Carry(
                        field,
                        body.at(field.pointer(Side.CUSTOMERP)),
                        bases.get(field.name()).powerOffice()))
                .toList();
    }

    private Effect.LinesBack lines(Link intended, Intention sent) {
        ArrayNode all = sent.body().withArray("/" + mapping.lines().name());
        Map<String, List<Carry>> carried = new HashMap<>();
        Map<String, String> keys = new HashMap<>();
        for (LineLink line : intended.lines()) {
            keys.put(line.customerpId(), line.powerOfficeId());
            all.forEach(body -> {
                if (body.path(mapping.lines().id()).asText().equals(line.customerpId())) {
                    carried.put(line.customerpId(), carried(mapping.lines().line(), line.bases(), body));
                }
            });
        }
        return new Effect.LinesBack(all, carried, keys);
    }

    /** Whatever is not refused may have happened: the same request is sent again later. */
    private Outcome notCreated(Pair pair, RemoteException refusal, Cause cause) {
        boolean refused =
                refusal.kind() == RemoteException.Kind.CONFLICT || refusal.kind() == RemoteException.Kind.INVALID;
        if (!refused) {
            throw refusal;
        }
        if (refusal.holder() == null) {
            return park(pair, Refusals.inCustomerp(refusal), cause);
        }
        Pair free = new Pair(giveUp(pair.link), null, pair.powerOffice);
        RecordKey holder = new RecordKey(mapping.entity(), Side.CUSTOMERP, refusal.holder());
        wakes.await(free.link, List.of(holder));
        prerequisites.lookAgain(List.of(holder), cause);
        String id = Link.bornAs(free.link.customerpId());
        return links.pointers(mapping.entity(), List.of(id)).isEmpty()
                ? park(free, Refusals.inCustomerp(refusal), cause)
                : discard(free.link);
    }

    /** CustomERP does not get the record until something changes. */
    Outcome park(Pair pair, Problem problem, Cause cause) {
        return note(pair, notes.parked(pair, problem, cause));
    }

    /** The record waits for one that it refers to. */
    Outcome await(Pair pair, Plan plan, Cause cause) {
        return note(pair, referrals.await(pair, plan, cause).orElseThrow(Claims.LostException::new));
    }

    /** The record is none that CustomERP could have; it is looked at again when it changes. */
    Outcome leave(Pair pair, Cause cause) {
        note(pair, notes.settled(pair, State.CLOSED, cause));
        return Outcome.of(Outcome.Result.CLOSED, Link.bornAs(pair.link.customerpId()));
    }

    private Outcome note(Pair pair, Link noted) {
        pair.link = links.save(free(noted).build()).orElseThrow(Claims.LostException::new);
        underWay.end(pair.link);
        return pair.outcome(noted.problem());
    }

    /** Nothing has to be known of the record any more: it is gone, archived or linked. */
    Outcome discard(Link link) {
        if (link.isStored() && !links.delete(link)) {
            throw new Claims.LostException();
        }
        if (link.isStored()) {
            underWay.end(link);
        }
        return Outcome.of(Outcome.Result.UNCHANGED, Link.bornAs(link.customerpId()));
    }
}
