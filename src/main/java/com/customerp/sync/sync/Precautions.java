package com.customerp.sync.sync;

import com.customerp.sync.link.Conflict;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.mapping.Direction;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.Mapping;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What must be stored before a write is sent, so that nothing is lost when nobody sees it end. */
final class Precautions {
    private static final Duration CONFLICT_KEPT = Duration.ofDays(90);

    private final Mapping mapping;
    private final LinkStore links;
    private final Claims claims;
    private final Clock clock;

    Precautions(Engine.Wiring wiring) {
        this.mapping = wiring.mapping();
        this.links = wiring.parts().links();
        this.claims = wiring.claims();
        this.clock = wiring.parts().clock();
    }

    /**
     * Stores that a lock is about to be opened, what is unclear until the write is answered, and the values that lose by it,
     * and makes the lease outlast it.
     *
     * @throws Claims.LostException when another function has taken the record over
     */
    void take(Pair pair, Plan plan, Effect effect) {
        if (effect instanceof Effect.Relock relock && !relock.locks()) {
            pair.link = claims.save(pair.link.change().unlocked(true).build());
        }
        Set<String> oneWay = oneWay(pair, effect);
        if (!oneWay.isEmpty()) {
            pair.link = claims.save(pair.link.change().withoutBases(oneWay).build());
        }
        pair.link = claims.renew(pair.link);
        keepLosses(pair, plan, effect);
    }

    /**
     * Fields that are carried one way only are compared with what was carried last. When nobody sees the end of a write,
     * that is not known: without bases they are carried again.
     */
    private static Set<String> oneWay(Pair pair, Effect effect) {
        return effect.carried().stream()
                .map(Carry::field)
                .filter(field -> field.direction() != Direction.BOTH)
                .map(Field::name)
                .filter(pair.link.bases()::containsKey)
                .collect(Collectors.toSet());
    }

    private void keepLosses(Pair pair, Plan plan, Effect effect) {
        String lines = mapping.lines() == null ? "" : mapping.lines().name();
        List<String> carried = Pair.names(lines, effect);
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
}
