package com.customerp.sync.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

@ExtendWith(EmbeddedTable.class)
class DynamoMatchIndexTest extends MatchIndexContract {
    private EmbeddedTable.Table table;
    private StubClient client;
    private MatchIndex index;

    @BeforeEach
    void open(EmbeddedTable.Table empty) {
        table = empty;
        client = new StubClient(empty.client());
        index = new DynamoMatchIndex(client, empty.name());
    }

    @Override
    MatchIndex index() {
        return index;
    }

    @Test
    void theSameKeysAgainWriteNothing() {
        put("C-1", Map.of("email", "f1", "name", "f2"));
        assertEquals(3, client.writes(), "the record and two values");
        put("C-1", Map.of("email", "f1", "name", "f2"));
        assertEquals(0, client.writes());
        put("C-2", Map.of());
        assertEquals(0, client.writes());
    }

    @Test
    void aValueThatNobodyShowsLeavesNoItem() {
        put("C-1", Map.of("email", "f1"));
        put("C-2", Map.of("email", "f1"));
        put("C-1", Map.of());
        assertEquals(Set.of("customer#keys#customerp#C-2", "customer#match#customerp#email#f1"), items());
        put("C-2", Map.of());
        assertEquals(Set.of(), items());
    }

    @Test
    void aFaultOfDynamoDbIsThrownAsItIs() {
        DynamoDbException fault =
                (DynamoDbException) DynamoDbException.builder().message("down").build();
        StubClient down = new StubClient(table.client()) {
            @Override
            public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
                throw fault;
            }
        };
        MatchIndex unreachable = new DynamoMatchIndex(down, table.name());
        Map<String, Map<String, String>> keys = Map.of("C-1", Map.of("email", "f1"));
        assertSame(
                fault,
                assertThrows(DynamoDbException.class, () -> unreachable.put(Entity.CUSTOMER, Side.CUSTOMERP, keys)));
        assertEquals(Set.of(), items());
    }

    private Set<String> items() {
        return table.client().scan(request -> request.tableName(table.name())).items().stream()
                .map(item -> item.get("pk").s())
                .collect(Collectors.toSet());
    }
}
