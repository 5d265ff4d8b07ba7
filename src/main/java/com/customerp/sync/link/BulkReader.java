package com.customerp.sync.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reads any number of items by key, strongly consistent. */
record BulkReader(DynamoDbClient client, String table) {

    /** The most that one BatchGetItem takes. */
    private static final int CHUNK = 100;

    /** The items that exist, by key. Keys may repeat. */
    Map<String, Map<String, AttributeValue>> read(Collection<String> pks) {
        List<String> distinct = pks.stream().distinct().toList();
        Map<String, Map<String, AttributeValue>> found = new HashMap<>();
        for (int from = 0; from < distinct.size(); from += CHUNK) {
            List<String> chunk = distinct.subList(from, Math.min(from + CHUNK, distinct.size()));
            for (Map<String, AttributeValue> item : readChunk(chunk)) {
                found.put(item.get(TableSchema.PK).s(), item);
            }
        }
        return found;
    }

    /**
     * The SDK's paginator asks again for what DynamoDB left unprocessed. Each answer has done a part, or else DynamoDB
     * answers with a throttling error, and that the SDK retries with its own back-off: so this always ends.
     */
    private List<Map<String, AttributeValue>> readChunk(List<String> pks) {
        KeysAndAttributes wanted = KeysAndAttributes.builder()
                .keys(pks.stream().map(PartitionKey::of).toList())
                .consistentRead(true)
                .build();
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        client.batchGetItemPaginator(request -> request.requestItems(Map.of(table, wanted)))
                .forEach(answer -> items.addAll(answer.responses().getOrDefault(table, List.of())));
        return items;
    }
}
