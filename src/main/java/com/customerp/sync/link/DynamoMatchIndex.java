package com.customerp.sync.link;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The match index in DynamoDB, in the table that {@link TableSchema} describes: per record the keys that it showed last,
 * per value of a key the records that show it.
 */
public final class DynamoMatchIndex implements MatchIndex {
    private final DynamoDbClient client;
    private final String table;
    private final BulkReader reader;
    private final MatchKeysWriter writer;
    private final Executor executor;

    /**
     * An index in one table.
     *
     * @param executor writes records side by side; its threads bound how many
     */
    public DynamoMatchIndex(DynamoDbClient client, String table, Executor executor) {
        this.client = client;
        this.table = table;
        this.reader = new BulkReader(client, table);
        this.writer = new MatchKeysWriter(client, table);
        this.executor = executor;
    }

    @Override
    public Map<String, Map<String, String>> put(Entity entity, Side side, Map<String, Map<String, String>> keys) {
        Map<String, String> pks = keys.keySet().stream()
                .collect(Collectors.toMap(Function.identity(), id -> PartitionKey.matchKeys(entity, side, id)));
        Map<String, Map<String, AttributeValue>> stored = reader.read(pks.values());
        Map<String, Map<String, String>> changed = new HashMap<>();
        keys.forEach((id, wanted) -> {
            Map<String, String> before = MatchKeysWriter.keys(stored.getOrDefault(pks.get(id), Map.of()));
            if (!before.equals(wanted)) {
                changed.put(id, before);
            }
        });
        List<CompletableFuture<Void>> writes = changed.keySet().stream()
                .map(id -> CompletableFuture.runAsync(
                        () -> writer.replace(
                                new MatchKeysWriter.Record(entity, side, id),
                                stored.getOrDefault(pks.get(id), Map.of()),
                                keys.get(id)),
                        executor))
                .toList();
        await(writes);
        return changed;
    }

    @Override
    public Set<String> find(Entity entity, Side side, String key, String fingerprint) {
        Map<String, AttributeValue> item = client.getItem(request -> request.tableName(table)
                        .key(PartitionKey.of(PartitionKey.match(entity, side, key, fingerprint)))
                        .consistentRead(true))
                .item();
        AttributeValue ids = item.get(MatchKeysWriter.IDS);
        return ids == null ? Set.of() : Set.copyOf(ids.ss());
    }

    private static void await(List<CompletableFuture<Void>> writes) {
        try {
            CompletableFuture.allOf(writes.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
