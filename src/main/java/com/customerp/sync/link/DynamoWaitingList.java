package com.customerp.sync.link;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.RecordKey;
import com.customerp.sync.mapping.Side;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The waiting list in DynamoDB, in the table that {@link TableSchema} describes: one item per record waited for. */
public final class DynamoWaitingList implements WaitingList {
    private static final String WAITERS = "waiters";

    private final DynamoDbClient client;
    private final String table;
    private final BulkReader reader;

    /** A list in one table. */
    public DynamoWaitingList(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
        this.reader = new BulkReader(client, table);
    }

    @Override
    public void add(RecordKey record, RecordKey waiter) {
        change(record, "ADD waiters :waiters", Set.of(waiter));
    }

    @Override
    public Map<RecordKey, Set<RecordKey>> waiters(Collection<RecordKey> records) {
        Map<String, Map<String, AttributeValue>> items =
                reader.read(records.stream().map(PartitionKey::waiting).toList());
        Map<RecordKey, Set<RecordKey>> waiters = new HashMap<>();
        for (RecordKey record : records) {
            AttributeValue found =
                    items.getOrDefault(PartitionKey.waiting(record), Map.of()).get(WAITERS);
            if (found != null) {
                waiters.put(
                        record, found.ss().stream().map(DynamoWaitingList::read).collect(Collectors.toSet()));
            }
        }
        return waiters;
    }

    @Override
    public void remove(RecordKey record, Set<RecordKey> waiters) {
        change(record, "DELETE waiters :waiters", waiters);
        try {
            client.deleteItem(request -> request.tableName(table)
                    .key(PartitionKey.of(PartitionKey.waiting(record)))
                    .conditionExpression("attribute_not_exists(waiters)"));
        } catch (ConditionalCheckFailedException e) {
            // Somebody else waits for it: the item stays.
        }
    }

    private void change(RecordKey record, String expression, Set<RecordKey> waiters) {
        List<String> texts = waiters.stream().map(DynamoWaitingList::write).toList();
        client.updateItem(request -> request.tableName(table)
                .key(PartitionKey.of(PartitionKey.waiting(record)))
                .updateExpression(expression)
                .expressionAttributeValues(Map.of(":waiters", AttributeValue.fromSs(texts))));
    }

    private static String write(RecordKey key) {
        return key.entity().key() + "#" + key.side().key() + "#" + key.id();
    }

    private static RecordKey read(String text) {
        String[] parts = text.split("#", 3);
        return new RecordKey(
                Entity.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                Side.valueOf(parts[1].toUpperCase(Locale.ROOT)),
                parts[2]);
    }
}
