package com.customerp.sync.link;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The match index in DynamoDB, in the table that {@link TableSchema} describes: per record the keys that it showed last,
 * per value of a key the records that show it.
 */
public final class DynamoMatchIndex implements MatchIndex {
    private final BulkReader reader;
    private final MatchKeysWriter writer;

    /** An index in one table. */
    public DynamoMatchIndex(DynamoDbClient client, String table) {
        this.reader = new BulkReader(client, table);
        this.writer = new MatchKeysWriter(client, table);
    }

    @Override
    public Map<Entry, Set<String>> findAll(Collection<Entry> entries) {
        Map<Entry, String> pks = pks(
                entries, entry -> PartitionKey.match(entry.entity(), entry.side(), entry.key(), entry.fingerprint()));
        Map<String, Map<String, AttributeValue>> items = reader.read(pks.values());
        return values(pks, items, MatchKeysWriter::ids);
    }

    @Override
    public Map<String, Map<String, String>> keys(Entity entity, Side side, Collection<String> ids) {
        Map<String, String> pks = pks(ids, id -> PartitionKey.matchKeys(entity, side, id));
        Map<String, Map<String, AttributeValue>> items = reader.read(pks.values());
        return values(pks, items, MatchKeysWriter::keys);
    }

    @Override
    public void replace(Collection<MatchKeys> changes) {
        writer.replace(changes);
    }

    private static <K> Map<K, String> pks(Collection<K> keys, Function<K, String> pk) {
        return keys.stream().distinct().collect(Collectors.toMap(Function.identity(), pk));
    }

    private static <K, V> Map<K, V> values(
            Map<K, String> pks,
            Map<String, Map<String, AttributeValue>> items,
            Function<Map<String, AttributeValue>, V> value) {
        return pks.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, pk -> value.apply(items.getOrDefault(pk.getValue(), Map.of()))));
    }
}
