package com.customerp.sync.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Changes of records' match keys that are written together: each record's own item, and the sets of ids that the records
 * enter and leave, each set once. Not thread-safe.
 */
final class MatchKeysTransaction {
    /** The set of record ids that show a value. */
    static final String IDS = "ids";

    static final String KEYS = "keys";

    /** The most items that DynamoDB takes in one transaction. */
    private static final int MOST = 100;

    private final String table;
    private final List<MatchKeys> changes = new ArrayList<>();
    private final Map<String, Set<String>> entered = new TreeMap<>();
    private final Map<String, Set<String>> left = new TreeMap<>();

    MatchKeysTransaction(String table) {
        this.table = table;
    }

    /**
     * All of these in one transaction.
     *
     * @throws IllegalArgumentException when they are too many for one; those of the two records of a pair never are
     */
    static MatchKeysTransaction of(String table, Collection<MatchKeys> changes) {
        MatchKeysTransaction transaction = new MatchKeysTransaction(table);
        if (!changes.stream().allMatch(transaction::add)) {
            throw new IllegalArgumentException("too many match keys for one transaction");
        }
        return transaction;
    }

    /** Takes a change too, unless it is too much for one transaction or one record would enter a set that another leaves. */
    boolean add(MatchKeys change) {
        Set<String> enters = pks(change.entered());
        Set<String> leaves = pks(change.left());
        boolean crosses =
                enters.stream().anyMatch(left::containsKey) || leaves.stream().anyMatch(entered::containsKey);
        long more = 1
                + Stream.concat(enters.stream(), leaves.stream())
                        .filter(pk -> !entered.containsKey(pk) && !left.containsKey(pk))
                        .count();
        if (!changes.isEmpty() && (crosses || changes.size() + entered.size() + left.size() + more > MOST)) {
            return false;
        }
        changes.add(change);
        enters.forEach(
                pk -> entered.computeIfAbsent(pk, none -> new TreeSet<>()).add(change.id()));
        leaves.forEach(pk -> left.computeIfAbsent(pk, none -> new TreeSet<>()).add(change.id()));
        return true;
    }

    List<MatchKeys> changes() {
        return List.copyOf(changes);
    }

    /** The keys of the sets that records leave. */
    Set<String> left() {
        return Set.copyOf(left.keySet());
    }

    List<TransactWriteItem> items() {
        List<TransactWriteItem> items = new ArrayList<>();
        changes.forEach(change -> items.add(keysItem(change)));
        entered.forEach((pk, ids) -> items.add(setItem(pk, "ADD ids :ids", ids)));
        left.forEach((pk, ids) -> items.add(setItem(pk, "DELETE ids :ids", ids)));
        return items;
    }

    /** The key of the item that holds a record's match keys. */
    static String pk(MatchKeys record) {
        return PartitionKey.matchKeys(record.entity(), record.side(), record.id());
    }

    private static Set<String> pks(Set<MatchIndex.Entry> entries) {
        return entries.stream()
                .map(entry -> PartitionKey.match(entry.entity(), entry.side(), entry.key(), entry.fingerprint()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private TransactWriteItem keysItem(MatchKeys change) {
        boolean isNew = change.before().isEmpty();
        // The SDK takes no empty map, and a condition on keys already says that the item exists.
        String condition = isNew ? "attribute_not_exists(pk)" : "#keys = :before";
        Map<String, String> names = isNew ? null : Map.of("#keys", KEYS);
        Map<String, AttributeValue> values = isNew ? null : Map.of(":before", writeKeys(change.before()));
        if (change.wanted().isEmpty()) {
            return TransactWriteItem.builder()
                    .delete(delete -> delete.tableName(table)
                            .key(PartitionKey.of(pk(change)))
                            .conditionExpression(condition)
                            .expressionAttributeNames(names)
                            .expressionAttributeValues(values))
                    .build();
        }
        Map<String, AttributeValue> item = new HashMap<>(PartitionKey.of(pk(change)));
        item.put(KEYS, writeKeys(change.wanted()));
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(item)
                        .conditionExpression(condition)
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values))
                .build();
    }

    private TransactWriteItem setItem(String pk, String expression, Set<String> ids) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(PartitionKey.of(pk))
                        .updateExpression(expression)
                        .expressionAttributeValues(Map.of(":ids", AttributeValue.fromSs(List.copyOf(ids)))))
                .build();
    }

    private static AttributeValue writeKeys(Map<String, String> keys) {
        return AttributeValue.fromM(keys.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, key -> AttributeValue.fromS(key.getValue()))));
    }
}
