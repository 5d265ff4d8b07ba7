package com.customerp.sync.link;

import com.customerp.sync.world.ManualClock;

class InMemoryLinkRaceTest extends LinkRaceContract {
    private final LinkStore store = new InMemoryLinkStore(new ManualClock());

    @Override
    LinkStore store() {
        return store;
    }
}
