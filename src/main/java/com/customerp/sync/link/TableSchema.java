package com.customerp.sync.link;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/**
 * The shape of the one table (design.md 3), and its creation where no template does it: local run and tests.
 *
 * <p>The index {@value #DUE_INDEX} projects keys only. What is due is then read from the table itself, strongly
 * consistent and with its current version; projecting whole links would double the cost of each write of a due link and
 * hand out versions that are already lost.
 */
public final class TableSchema {
    /** Partition key of every item; there is no sort key. */
    static final String PK = "pk";

    /** Sparse index of the links that are due some time. */
    static final String DUE_INDEX = "due";

    /** Partition key of the index: the entity, only on links that are due some time. */
    static final String DUE_ENTITY = "dueEntity";

    /** Sort key of the index: epoch milliseconds. */
    static final String NEXT_ATTEMPT_AT = "nextAttemptAt";

    /** When an item is deleted by itself: epoch seconds. */
    static final String EXPIRES_AT = "expiresAt";

    private TableSchema() {}

    /**
     * Creates the table with its index and expiry, on demand, unless it exists, and waits until it can be used. Safe to
     * call from several processes at once.
     */
    public static void createIfMissing(DynamoDbClient client, String table) {
        if (exists(client, table)) {
            return;
        }
        try {
            client.createTable(definition(table));
        } catch (ResourceInUseException e) {
            // It exists, or another process is creating it: either is what was asked for.
        }
        client.waiter().waitUntilTableExists(request -> request.tableName(table));
        TimeToLiveStatus expiry = client.describeTimeToLive(request -> request.tableName(table))
                .timeToLiveDescription()
                .timeToLiveStatus();
        if (expiry == TimeToLiveStatus.DISABLED) {
            client.updateTimeToLive(
                    request -> request.tableName(table).timeToLiveSpecification(ttl -> ttl.attributeName(EXPIRES_AT)
                            .enabled(true)));
        }
    }

    /** Asked by a read, which every function does anyway: the classes that describe a table need not be loaded. */
    private static boolean exists(DynamoDbClient client, String table) {
        try {
            client.getItem(request -> request.tableName(table).key(PartitionKey.of("none")));
            return true;
        } catch (ResourceNotFoundException e) {
            return false;
        }
    }

    static CreateTableRequest definition(String table) {
        return CreateTableRequest.builder()
                .tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                        attribute(PK, ScalarAttributeType.S),
                        attribute(DUE_ENTITY, ScalarAttributeType.S),
                        attribute(NEXT_ATTEMPT_AT, ScalarAttributeType.N))
                .keySchema(key(PK, KeyType.HASH))
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                        .indexName(DUE_INDEX)
                        .keySchema(key(DUE_ENTITY, KeyType.HASH), key(NEXT_ATTEMPT_AT, KeyType.RANGE))
                        .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY))
                        .build())
                .build();
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
