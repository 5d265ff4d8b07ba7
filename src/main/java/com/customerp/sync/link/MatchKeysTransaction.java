package com.customerp.sync.link;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import java.util.ArrayList;
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
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, Set<String>> entered = new TreeMap<>();
    private final Map<String, Set<String>> left = new TreeMap<>();

    /**
     * The match keys of one record: key name to fingerprint.
     *
     * @param before what its item is taken to hold; empty when there is none
     */
    record Change(Entity entity, Side side, String id, Map<String, String> before, Map<String, String> wanted) {
        String pk() {
            return PartitionKey.matchKeys(entity, side, id);
        }

        Change from(Map<String, String> stored) {
            return new Change(entity, side, id, stored, wanted);
        }

        boolean isNothing() {
            return before.equals(wanted);
        }

        private Set<String> entered() {
            return difference(wanted, before);
        }

        private Set<String> left() {
            return difference(before, wanted);
        }

        private Set<String> difference(Map<String, String> these, Map<String, String> others) {
            Set<String> sets = sets(these);
            sets.removeAll(sets(others));
            return sets;
        }

        private Set<String> sets(Map<String, String> keys) {
            return keys.entrySet().stream()
                    .map(key -> PartitionKey.match(entity, side, key.getKey(), key.getValue()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    MatchKeysTransaction(String table) {
        this.table = table;
    }

    /** Takes a change too, unless it is too much for one transaction or one record would enter a set that another leaves. */
    boolean add(Change change) {
        Set<String> enters = change.entered();
        Set<String> leaves = change.left();
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

    List<Change> changes() {
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

    private TransactWriteItem keysItem(Change change) {
        boolean isNew = change.before().isEmpty();
        // The SDK takes no empty map, and a condition on keys already says that the item exists.
        String condition = isNew ? "attribute_not_exists(pk)" : "#keys = :before";
        Map<String, String> names = isNew ? null : Map.of("#keys", KEYS);
        Map<String, AttributeValue> values = isNew ? null : Map.of(":before", writeKeys(change.before()));
        if (change.wanted().isEmpty()) {
            return TransactWriteItem.builder()
                    .delete(delete -> delete.tableName(table)
                            .key(PartitionKey.of(change.pk()))
                            .conditionExpression(condition)
                            .expressionAttributeNames(names)
                            .expressionAttributeValues(values))
                    .build();
        }
        Map<String, AttributeValue> item = new HashMap<>(PartitionKey.of(change.pk()));
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
