package com.customerp.sync.link;

import com.customerp.sync.world.ManualClock;

class InMemoryLinkRaceTest extends LinkRaceContract {
    private final MatchIndex index = new InMemoryMatchIndex();
    private final LinkStore store = new InMemoryLinkStore(new ManualClock(), index);

    @Override
    LinkStore store() {
        return store;
    }

    @Override
    MatchIndex index() {
        return index;
    }
}
