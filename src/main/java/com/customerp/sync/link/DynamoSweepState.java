package com.customerp.sync.link;

import com.customerp.sync.mapping.Entity;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** What sweeps need to go on: how far they have come, and whose turn it is. */
record DynamoSweepState(DynamoDbClient client, String table) {
    /** {@code owner} and {@code until} may be words of the expression language. */
    private static final Map<String, String> LEASE_NAMES = Map.of("#owner", "owner", "#until", "until");

    Progress progress(Entity entity) {
        Map<String, AttributeValue> item = client.getItem(request -> request.tableName(table)
                        .key(PartitionKey.of(PartitionKey.progress(entity)))
                        .consistentRead(true))
                .item();
        return new Progress(
                LinkItem.get(item, "customerpCursor", AttributeValue::s),
                LinkItem.get(item, "powerOfficeCursor", AttributeValue::s),
                LinkItem.get(item, "indexedAt", AttributeValue::s),
                LinkItem.get(item, "fullAt", AttributeValue::s),
                LinkItem.get(item, "sweptAt", AttributeValue::s));
    }

    void saveProgress(Entity entity, Progress progress) {
        Map<String, AttributeValue> item = new HashMap<>(PartitionKey.of(PartitionKey.progress(entity)));
        LinkItem.put(item, "customerpCursor", progress.customerpCursor(), AttributeValue::fromS);
        LinkItem.put(item, "powerOfficeCursor", progress.powerOfficeCursor(), AttributeValue::fromS);
        LinkItem.put(item, "indexedAt", progress.indexedAt(), AttributeValue::fromS);
        LinkItem.put(item, "fullAt", progress.fullAt(), AttributeValue::fromS);
        LinkItem.put(item, "sweptAt", progress.sweptAt(), AttributeValue::fromS);
        client.putItem(request -> request.tableName(table).item(item));
    }

    boolean lease(String name, String owner, Instant now, Instant until) {
        try {
            client.updateItem(request -> request.tableName(table)
                    .key(PartitionKey.of(PartitionKey.lease(name)))
                    .updateExpression("SET #owner = :owner, #until = :until")
                    .conditionExpression("attribute_not_exists(pk) OR #owner = :owner OR #until <= :now")
                    .expressionAttributeNames(LEASE_NAMES)
                    .expressionAttributeValues(Map.of(
                            ":owner", AttributeValue.fromS(owner),
                            ":until", LinkItem.millis(until),
                            ":now", LinkItem.millis(now))));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    void release(String name, String owner) {
        try {
            client.deleteItem(request -> request.tableName(table)
                    .key(PartitionKey.of(PartitionKey.lease(name)))
                    .conditionExpression("#owner = :owner")
                    .expressionAttributeNames(Map.of("#owner", "owner"))
                    .expressionAttributeValues(Map.of(":owner", AttributeValue.fromS(owner))));
        } catch (ConditionalCheckFailedException e) {
            // It ended and someone else holds it, or nobody: nothing is left to give back.
        }
    }
}
