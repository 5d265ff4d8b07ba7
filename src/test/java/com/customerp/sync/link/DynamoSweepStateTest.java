package com.customerp.sync.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.customerp.sync.mapping.Entity;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedTable.class)
class DynamoSweepStateTest extends SweepStateContract {
    private EmbeddedTable.Table table;
    private LinkStore store;

    @BeforeEach
    void open(EmbeddedTable.Table empty) {
        table = empty;
        store = new DynamoLinkStore(table.client(), table.name(), clock);
    }

    @Override
    LinkStore store() {
        return store;
    }

    @Test
    void allLinksAreListedOverManyPagesOfTheTable() {
        String long100k = "x".repeat(100_000);
        List<Link> links = IntStream.range(0, 12)
                .mapToObj(i -> save(
                        Links.unlinked("C-" + i).change().lastError(long100k).build()))
                .toList();
        assertNotNull(store.all(Entity.CUSTOMER, null).next(), "a page holds at most 1 MB");
        assertEquals(byId(links.stream()), byId(all(Entity.CUSTOMER).stream()));
    }

    @Test
    void onlyLinksThatAreDueSomeTimeAreInTheIndex() {
        Link due = save(Links.due("C-1", clock.instant()));
        save(Links.unlinked("C-2"));
        assertEquals(1, indexed());
        save(due.change().nextAttemptAt(null).build());
        assertEquals(0, indexed());
    }

    @Test
    void conflictsExpireWithTheNewest() {
        store.keepConflict(conflict("C-1", 1), Duration.ofDays(91));
        store.keepConflict(conflict("C-1", 2), Duration.ofDays(90));
        String expiresAt = table.client()
                .getItem(request -> request.tableName(table.name()).key(PartitionKey.of("customer#conflicts#C-1")))
                .item()
                .get("expiresAt")
                .n();
        assertEquals(clock.instant().plus(Duration.ofDays(91)).getEpochSecond(), Long.parseLong(expiresAt));
    }

    private int indexed() {
        return table.client()
                .scan(request -> request.tableName(table.name()).indexName("due"))
                .count();
    }
}
