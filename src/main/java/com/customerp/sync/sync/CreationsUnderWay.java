package com.customerp.sync.sync;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.State;
import com.customerp.sync.link.WaitingList;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.RecordKey;
import com.customerp.sync.mapping.Side;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which records of PowerOffice are being created in CustomERP. A record of CustomERP without a link may be one of these:
 * until that is known it must not be created in PowerOffice once more. Each is noted before its request is sent, and
 * stays noted until its link is stored, also through a crash.
 */
final class CreationsUnderWay {
    /** Stands for the CustomERP record that a creation waits for: it has no id yet, and no id holds an asterisk. */
    private static final String NOT_KNOWN_YET = "*";

    private final Engines engines;
    private final Entity entity;
    private final WaitingList waiting;
    private final LinkStore links;
    private final RecordKey created;

    CreationsUnderWay(Engines engines, Engines.Parts parts, Entity entity) {
        this.engines = engines;
        this.entity = entity;
        this.waiting = parts.waiting();
        this.links = parts.links();
        this.created = new RecordKey(entity, Side.CUSTOMERP, NOT_KNOWN_YET);
    }

    void begin(Link provisional) {
        waiting.add(created, key(provisional));
    }

    void end(Link provisional) {
        waiting.remove(created, Set.of(key(provisional)));
    }

    /**
     * Brings those to their end that nobody works on.
     *
     * @return whether one is left
     */
    boolean remain(Cause cause) {
        return waiting.waiters(List.of(created)).getOrDefault(created, Set.of()).stream()
                .filter(key -> !engines.prerequisites.isBegun(key))
                .filter(this::isCreating)
                .peek(key -> engines.prerequisites.lookAgain(List.of(key), cause))
                .anyMatch(this::isCreating);
    }

    private boolean isCreating(RecordKey provisional) {
        Optional<Link> link = links.find(entity, provisional.id());
        return link.filter(found -> found.state() == State.CREATING).isPresent();
    }

    private static RecordKey key(Link provisional) {
        return new RecordKey(provisional.entity(), Side.CUSTOMERP, provisional.customerpId());
    }
}
