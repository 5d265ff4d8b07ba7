package com.customerp.sync.sync;

import com.customerp.sync.link.Bases;
import com.customerp.sync.link.LinkBuilder;
import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Direction;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Side;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What follows a create that PowerOffice has confirmed: the record is linked, whoever waited for it is woken. */
final class Confirmation {
    private final Mapping mapping;
    private final Bookkeeping bookkeeping;
    private final Applier applier;
    private final IndexAhead index;
    private final Rows rows;
    private final Siblings siblings;
    private final PairWork pairs;
    private final Claims claims;
    private final Wakes wakes;
    private final Clock clock;

    Confirmation(Engine.Wiring wiring, PairWork pairs, Siblings siblings) {
        this.mapping = wiring.mapping();
        this.bookkeeping = wiring.bookkeeping();
        this.applier = wiring.applier();
        this.index = wiring.index();
        this.rows = wiring.rows();
        this.siblings = siblings;
        this.pairs = pairs;
        this.claims = wiring.claims();
        this.wakes = wiring.engines().wakes;
        this.clock = wiring.parts().clock();
    }

    /** Takes the record that PowerOffice answered, or showed when it was searched for, and brings the pair to an end. */
    Outcome take(Pair pair, Effect.Create create, RemoteRecord answer, Cause cause) {
        pair.result = Outcome.Result.CREATED;
        applier.take(pair, Side.POWEROFFICE, create.carried(), answer);
        if (mapping.lines() != null) {
            applier.takeCreatedLines(pair, create.lines(), answer);
        }
        LinkBuilder confirmed = pair.link
                .change()
                .powerOfficeId(answer.id())
                .powerOfficeOwner(create.owner())
                .state(State.LINKED)
                .slotWritten(mapping.slot() != null);
        notSent(pair, answer).forEach(confirmed::base);
        pair.link = confirmed.build();
        rows.put(Side.POWEROFFICE, answer, clock.instant());
        index.created(mapping.entity(), Side.POWEROFFICE, answer.id());
        Optional<Outcome> settled = pairs.settleAtOnce(pair, cause);
        if (settled.isEmpty()) {
            pair.link = claims.save(pair.link);
        }
        wakes.moved(pair.link);
        siblings.after(pair, create);
        return settled.orElseGet(() -> pairs.settle(pair, cause));
    }

    /** Values of CustomERP that the create could not carry are still to be carried, whatever PowerOffice filled in. */
    private Map<String, Bases> notSent(Pair pair, RemoteRecord answer) {
        Map<String, Bases> bases = new HashMap<>();
        for (Field field : mapping.fields()) {
            if (field.direction() == Direction.BOTH
                    && !pair.link.bases().containsKey(field.name())
                    && field.canonical(Side.CUSTOMERP, pair.customerp.body()) != null
                    && !field.read(Side.CUSTOMERP, pair.customerp.body()).isNull()) {
                bases.put(
                        field.name(),
                        new Bases(
                                Bookkeeping.never(),
                                bookkeeping.base(
                                        Side.POWEROFFICE, field, field.read(Side.POWEROFFICE, answer.body()))));
            }
        }
        return bases;
    }
}
