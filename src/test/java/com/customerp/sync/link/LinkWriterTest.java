package com.customerp.sync.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.customerp.sync.link.LinkStore.TakenException;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

@ExtendWith(EmbeddedTable.class)
class LinkWriterTest {
    private static final Link LINKED = Links.linked("C-1", "20550001");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ConditionalCheckFailed,None",
                "ConditionalCheckFailed,ConditionalCheckFailed",
                "TransactionConflict,None",
                "None,TransactionConflict",
                "TransactionConflict,ConditionalCheckFailed"
            })
    void aLostVersionOrAConflictMeansReadAgain(String codes, EmbeddedTable.Table table) {
        assertEquals(Optional.empty(), storeCancelling(table, cancelled(codes)).save(LINKED));
    }

    @Test
    void aHeldPointerMeansTaken(EmbeddedTable.Table table) {
        LinkStore store = storeCancelling(table, cancelled("None,ConditionalCheckFailed"));
        assertThrows(TakenException.class, () -> store.save(LINKED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ThrottlingError,None",
                "None,ProvisionedThroughputExceeded",
                "ValidationError,ConditionalCheckFailed",
                "ConditionalCheckFailed,ThrottlingError"
            })
    void anyOtherReasonIsThrown(String codes, EmbeddedTable.Table table) {
        TransactionCanceledException cancelled = cancelled(codes);
        LinkStore store = storeCancelling(table, cancelled);
        assertSame(cancelled, assertThrows(TransactionCanceledException.class, () -> store.save(LINKED)));
    }

    @Test
    void aConflictOfASinglePutMeansReadAgain(EmbeddedTable.Table table) {
        StubClient client = new StubClient(table.client()) {
            @Override
            public PutItemResponse putItem(PutItemRequest request) {
                throw TransactionConflictException.builder().build();
            }
        };
        LinkStore store = new DynamoLinkStore(client, table.name(), Clock.systemUTC());
        assertEquals(Optional.empty(), store.save(Links.unlinked("C-1")));
    }

    /** Items in a write: 1 is the link alone, 2 with its pointer, 3 with the old pointer too. */
    @ParameterizedTest
    @CsvSource({
        "RETRY,    20550001, false, 1",
        "WAITING,  20550001, false, 1",
        "RETRY,    20550001, true,  1 + 2",
        "LINKED,   20550001, true,  2",
        "LINKED,   20550002, true,  2 + 3",
        "LINKED,   ,         false, 1 + 2",
    })
    void whatIsWrittenOverALink(State state, String id, boolean read, String expected, EmbeddedTable.Table table) {
        StubClient client = new StubClient(table.client());
        LinkStore store = new DynamoLinkStore(client, table.name(), Clock.systemUTC());
        Link stored = store.save(LINKED).orElseThrow();
        assertEquals(2, client.writes());
        LinkBuilder next = stored.change().state(state).powerOfficeId(id);
        store.save(read ? next.powerOfficeSeen(new Seen("new", null)).build() : next.build())
                .orElseThrow();
        int sum = Arrays.stream(expected.split(" \\+ "))
                .mapToInt(Integer::parseInt)
                .sum();
        assertEquals(sum, client.writes());
    }

    @Test
    void aLinkWithItsMatchKeysIsOneTransaction(EmbeddedTable.Table table) {
        StubClient client = new StubClient(table.client());
        LinkStore store = new DynamoLinkStore(client, table.name(), Clock.systemUTC());
        MatchKeys keys = new MatchKeys(
                Entity.CUSTOMER, Side.POWEROFFICE, "20550001", Map.of(), Map.of("email", "f1", "name", "f2"));
        store.save(LINKED, List.of(keys)).orElseThrow();
        assertEquals(5, client.writes(), "link and pointer, the record's keys and two values");
    }

    @Test
    void aReservationIsOneItem(EmbeddedTable.Table table) {
        StubClient client = new StubClient(table.client());
        new DynamoLinkStore(client, table.name(), Clock.systemUTC()).save(Links.unlinked("C-1"));
        assertEquals(1, client.writes());
    }

    private static LinkStore storeCancelling(EmbeddedTable.Table table, TransactionCanceledException answer) {
        StubClient client = new StubClient(table.client()) {
            @Override
            public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
                throw answer;
            }
        };
        return new DynamoLinkStore(client, table.name(), Clock.systemUTC());
    }

    private static TransactionCanceledException cancelled(String codes) {
        return TransactionCanceledException.builder()
                .cancellationReasons(Arrays.stream(codes.split(","))
                        .map(code -> CancellationReason.builder().code(code).build())
                        .toList())
                .build();
    }
}
