package com.customerp.sync.link;

import com.customerp.sync.world.ManualClock;

class InMemoryLinkStoreTest extends LinkStoreContract {
    private final LinkStore store = new InMemoryLinkStore(new ManualClock());

    @Override
    LinkStore store() {
        return store;
    }
}
