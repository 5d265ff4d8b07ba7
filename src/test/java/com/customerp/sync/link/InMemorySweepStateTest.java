package com.customerp.sync.link;

class InMemorySweepStateTest extends SweepStateContract {
    private final LinkStore store = new InMemoryLinkStore(clock);

    @Override
    LinkStore store() {
        return store;
    }
}
