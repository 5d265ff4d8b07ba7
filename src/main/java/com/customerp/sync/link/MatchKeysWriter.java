package com.customerp.sync.link;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Replaces the match keys of one record in one transaction: its own item and the sets of ids that it enters and leaves.
 * So neither a crash nor another function at the same record can lose an entry or leave a stale one, and a record costs
 * one request.
 */
record MatchKeysWriter(DynamoDbClient client, String table) {
    /** The set of record ids that show a value. */
    private static final String IDS = "ids";

    private static final String KEYS = "keys";
    private static final Set<String> LOST = Set.of("None", "ConditionalCheckFailed", "TransactionConflict");

    /** Writers of one shared value come one after the other; each turn one gets through. */
    private static final int TURNS = 100;

    record Record(Entity entity, Side side, String id) {}

    /** The keys that an item of a record holds. */
    static Map<String, String> keys(Map<String, AttributeValue> item) {
        return item.isEmpty() ? Map.of() : readKeys(item.get(KEYS));
    }

    /** The ids that an item of a value holds. */
    static Set<String> ids(Map<String, AttributeValue> item) {
        AttributeValue ids = item.get(IDS);
        return ids == null ? Set.of() : Set.copyOf(ids.ss());
    }

    /**
     * Replaces the keys of a record.
     *
     * @param before what its item is taken to hold; empty when there is none
     */
    void replace(Record record, Map<String, String> before, Map<String, String> wanted) {
        Map<String, String> stored = before;
        for (int turn = 1; !stored.equals(wanted); turn++) {
            try {
                write(record, stored, wanted);
                return;
            } catch (TransactionCanceledException e) {
                if (turn == TURNS || !isLost(e)) {
                    throw e;
                }
            }
            stored = keys(read(record));
        }
    }

    private void write(Record record, Map<String, String> before, Map<String, String> wanted) {
        Set<String> entered = sets(record, wanted);
        entered.removeAll(sets(record, before));
        Set<String> left = sets(record, before);
        left.removeAll(sets(record, wanted));
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(keysItem(record, before, wanted));
        entered.forEach(pk -> writes.add(change(pk, "ADD ids :id", record.id())));
        left.forEach(pk -> writes.add(change(pk, "DELETE ids :id", record.id())));
        client.transactWriteItems(request -> request.transactItems(writes));
        left.forEach(this::removeIfEmpty);
    }

    private TransactWriteItem keysItem(Record record, Map<String, String> before, Map<String, String> wanted) {
        String pk = PartitionKey.matchKeys(record.entity(), record.side(), record.id());
        // The SDK takes no empty map, and a condition on keys already says that the item exists.
        String condition = before.isEmpty() ? "attribute_not_exists(pk)" : "#keys = :before";
        Map<String, String> names = before.isEmpty() ? null : Map.of("#keys", KEYS);
        Map<String, AttributeValue> values = before.isEmpty() ? null : Map.of(":before", writeKeys(before));
        if (wanted.isEmpty()) {
            return TransactWriteItem.builder()
                    .delete(delete -> delete.tableName(table)
                            .key(PartitionKey.of(pk))
                            .conditionExpression(condition)
                            .expressionAttributeNames(names)
                            .expressionAttributeValues(values))
                    .build();
        }
        Map<String, AttributeValue> item = new HashMap<>(PartitionKey.of(pk));
        item.put(KEYS, writeKeys(wanted));
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(item)
                        .conditionExpression(condition)
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values))
                .build();
    }

    private TransactWriteItem change(String pk, String expression, String id) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(PartitionKey.of(pk))
                        .updateExpression(expression)
                        .expressionAttributeValues(Map.of(":id", AttributeValue.fromSs(List.of(id)))))
                .build();
    }

    /** A set that lost its last id is an item without a set; nothing depends on its going at once. */
    private void removeIfEmpty(String pk) {
        try {
            client.deleteItem(request ->
                    request.tableName(table).key(PartitionKey.of(pk)).conditionExpression("attribute_not_exists(ids)"));
        } catch (ConditionalCheckFailedException | TransactionConflictException e) {
            // Other records show this value, or one is just entering: the item stays.
        }
    }

    private Map<String, AttributeValue> read(Record record) {
        String pk = PartitionKey.matchKeys(record.entity(), record.side(), record.id());
        return client.getItem(request ->
                        request.tableName(table).key(PartitionKey.of(pk)).consistentRead(true))
                .item();
    }

    private static boolean isLost(TransactionCanceledException e) {
        return e.hasCancellationReasons()
                && e.cancellationReasons().stream()
                        .map(CancellationReason::code)
                        .allMatch(LOST::contains);
    }

    private static Set<String> sets(Record record, Map<String, String> keys) {
        return keys.entrySet().stream()
                .map(key -> PartitionKey.match(record.entity(), record.side(), key.getKey(), key.getValue()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static AttributeValue writeKeys(Map<String, String> keys) {
        return AttributeValue.fromM(keys.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, key -> AttributeValue.fromS(key.getValue()))));
    }

    private static Map<String, String> readKeys(AttributeValue keys) {
        return keys.m().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, key -> key.getValue()
                .s()));
    }
}
