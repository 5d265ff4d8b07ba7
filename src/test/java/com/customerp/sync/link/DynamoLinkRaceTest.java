package com.customerp.sync.link;

import com.customerp.sync.world.ManualClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedTable.class)
class DynamoLinkRaceTest extends LinkRaceContract {
    private LinkStore store;
    private MatchIndex index;

    @BeforeEach
    void open(EmbeddedTable.Table table) {
        store = new DynamoLinkStore(table.client(), table.name(), new ManualClock());
        index = new DynamoMatchIndex(table.client(), table.name());
    }

    @Override
    LinkStore store() {
        return store;
    }

    @Override
    MatchIndex index() {
        return index;
    }
}
