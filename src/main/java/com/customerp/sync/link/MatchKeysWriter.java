package com.customerp.sync.link;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Replaces the match keys of records in transactions: a record's own item goes together with the sets of ids that it
 * enters and leaves. So neither a crash nor another function at the same record can lose an entry or leave a stale one,
 * and many records cost one request.
 */
record MatchKeysWriter(DynamoDbClient client, String table) {
    /** Writers of one shared value come one after the other; each turn one gets through. */
    private static final int TURNS = 100;

    /** The keys that an item of a record holds. */
    static Map<String, String> keys(Map<String, AttributeValue> item) {
        return item.isEmpty()
                ? Map.of()
                : item.get(MatchKeysTransaction.KEYS).m().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, key -> key.getValue().s()));
    }

    /** The ids that an item of a value holds. */
    static Set<String> ids(Map<String, AttributeValue> item) {
        AttributeValue ids = item.get(MatchKeysTransaction.IDS);
        return ids == null ? Set.of() : Set.copyOf(ids.ss());
    }

    /** Replaces the keys of records; where another function is at one of them, each is written for itself. */
    void replace(Collection<MatchKeys> changes) {
        MatchKeysTransaction open = new MatchKeysTransaction(table);
        for (MatchKeys change : changes) {
            if (!open.add(change)) {
                write(open);
                open = new MatchKeysTransaction(table);
                open.add(change);
            }
        }
        write(open);
    }

    private void write(MatchKeysTransaction transaction) {
        if (!transaction.changes().isEmpty() && !isWritten(transaction)) {
            transaction.changes().forEach(this::writeAlone);
        }
    }

    private void writeAlone(MatchKeys lost) {
        for (int turn = 1; turn < TURNS; turn++) {
            MatchKeys change = lost.from(keys(read(lost)));
            if (change.isNothing() || isWritten(MatchKeysTransaction.of(table, List.of(change)))) {
                return;
            }
        }
        throw new IllegalStateException("the match keys of a record could not be written: too many writers");
    }

    /** Whether it was written; false when another function was at one of the items. */
    private boolean isWritten(MatchKeysTransaction transaction) {
        try {
            client.transactWriteItems(request -> request.transactItems(transaction.items()));
        } catch (TransactionCanceledException e) {
            Cancellation.lost(e);
            return false;
        }
        removeEmpty(transaction);
        return true;
    }

    /** A set that lost its last id is an item without a set; nothing depends on its going at once. */
    void removeEmpty(MatchKeysTransaction written) {
        written.left().forEach(this::removeIfEmpty);
    }

    private void removeIfEmpty(String pk) {
        try {
            client.deleteItem(request ->
                    request.tableName(table).key(PartitionKey.of(pk)).conditionExpression("attribute_not_exists(ids)"));
        } catch (ConditionalCheckFailedException | TransactionConflictException e) {
            // Other records show this value, or one is just entering: the item stays.
        }
    }

    private Map<String, AttributeValue> read(MatchKeys change) {
        return client.getItem(request -> request.tableName(table)
                        .key(PartitionKey.of(MatchKeysTransaction.pk(change)))
                        .consistentRead(true))
                .item();
    }
}
