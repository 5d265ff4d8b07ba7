package com.customerp.sync.link;

import com.customerp.sync.world.ManualClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedTable.class)
class DynamoLinkStoreTest extends LinkStoreContract {
    private LinkStore store;

    @BeforeEach
    void open(EmbeddedTable.Table table) {
        store = new DynamoLinkStore(table.client(), table.name(), new ManualClock());
    }

    @Override
    LinkStore store() {
        return store;
    }
}
