package com.customerp.sync.link;

class InMemoryMatchIndexTest extends MatchIndexContract {
    private final MatchIndex index = new InMemoryMatchIndex();

    @Override
    MatchIndex index() {
        return index;
    }
}
