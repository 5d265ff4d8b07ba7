package com.customerp.sync.poweroffice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.customerp.sync.link.EmbeddedTable;
import com.customerp.sync.link.StubClient;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedTable.class)
class DynamoRequestBudgetTest extends RequestBudgetContract {
    private EmbeddedTable.Table table;
    private StubClient client;

    @BeforeEach
    void open(EmbeddedTable.Table empty) {
        table = empty;
        client = new StubClient(empty.client());
    }

    @Override
    RequestBudget budget(Clock other) {
        return new DynamoRequestBudget(client, table.name(), other, RATE);
    }

    @Test
    void aRequestCostsOneWriteAndAForeseeableRefusalNone() {
        RequestBudget budget = budget(clock);
        budget.take(false);
        assertEquals(1, client.writes());
        budget.take(false);
        assertEquals(0, client.writes());
        budget.take(true);
        budget.take(true);
        assertEquals(2, client.writes());
        clock.pass(Duration.ofSeconds(1));
        budget.take(false);
        assertEquals(1, client.writes());
    }

    @Test
    void theNextSlotIsStoredInMilliseconds() {
        budget(clock).take(false);
        String nextSlot = table.client()
                .scan(request -> request.tableName(table.name()))
                .items()
                .get(0)
                .get("nextSlot")
                .n();
        assertEquals(clock.millis() + 120, Long.parseLong(nextSlot));
    }
}
