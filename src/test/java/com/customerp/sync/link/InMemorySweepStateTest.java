package com.customerp.sync.link;

class InMemorySweepStateTest extends SweepStateContract {
    private final LinkStore store = new InMemoryLinkStore(clock, new InMemoryMatchIndex());

    @Override
    LinkStore store() {
        return store;
    }
}
