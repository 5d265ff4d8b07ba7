package com.customerp.sync.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.customerp.sync.mapping.Entity;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

@ExtendWith(EmbeddedTable.class)
class BulkReaderTest {

    @Test
    void whatDynamoDbLeavesUnprocessedIsAskedForAgain(EmbeddedTable.Table table) {
        LinkStore store = new DynamoLinkStore(table.client(), table.name(), Clock.systemUTC());
        List<String> ids = IntStream.range(0, 5).mapToObj(i -> "C-" + i).toList();
        ids.forEach(id -> store.save(Links.unlinked(id)));
        List<Integer> asked = new ArrayList<>();
        StubClient oneAtATime = new StubClient(table.client()) {
            @Override
            public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
                KeysAndAttributes wanted = request.requestItems().get(table.name());
                asked.add(wanted.keys().size());
                KeysAndAttributes rest = part(wanted, 1, wanted.keys().size());
                Map<String, KeysAndAttributes> first = Map.of(table.name(), part(wanted, 0, 1));
                return super.batchGetItem(
                                request.toBuilder().requestItems(first).build())
                        .toBuilder()
                        .unprocessedKeys(rest.keys().isEmpty() ? Map.of() : Map.of(table.name(), rest))
                        .build();
            }
        };
        LinkStore slow = new DynamoLinkStore(oneAtATime, table.name(), Clock.systemUTC());
        assertEquals(Set.copyOf(ids), slow.findAll(Entity.CUSTOMER, ids).keySet());
        assertEquals(List.of(5, 4, 3, 2, 1), asked);
    }

    @Test
    void atMostAHundredKeysAreReadAtOnceAndStronglyConsistent(EmbeddedTable.Table table) {
        List<String> asked = new ArrayList<>();
        StubClient client = new StubClient(table.client()) {
            @Override
            public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
                KeysAndAttributes wanted = request.requestItems().get(table.name());
                asked.add(wanted.keys().size() + " " + wanted.consistentRead());
                return super.batchGetItem(request);
            }
        };
        List<String> ids = IntStream.range(0, 201).mapToObj(i -> "C-" + i).toList();
        new DynamoLinkStore(client, table.name(), Clock.systemUTC()).findAll(Entity.CUSTOMER, ids);
        assertEquals(List.of("100 true", "100 true", "1 true"), asked);
    }

    private static KeysAndAttributes part(KeysAndAttributes all, int from, int to) {
        return all.toBuilder().keys(all.keys().subList(from, to)).build();
    }
}
