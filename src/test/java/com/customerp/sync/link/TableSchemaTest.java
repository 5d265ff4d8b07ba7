package com.customerp.sync.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

@ExtendWith(EmbeddedTable.class)
class TableSchemaTest {

    @Test
    void theTableHasOnlyAPartitionKeyAndASparseIndexOfKeys(EmbeddedTable.Table table) {
        TableDescription found =
                table.client().describeTable(b -> b.tableName(table.name())).table();
        GlobalSecondaryIndexDescription due = found.globalSecondaryIndexes().get(0);
        assertEquals(List.of("pk"), names(found.keySchema()));
        assertEquals("due", due.indexName());
        assertEquals(List.of("dueEntity", "nextAttemptAt"), names(due.keySchema()));
        assertEquals(ProjectionType.KEYS_ONLY, due.projection().projectionType());
    }

    @Test
    void itemsExpireByExpiresAt(EmbeddedTable.Table table) {
        TimeToLiveDescription expiry = table.client()
                .describeTimeToLive(b -> b.tableName(table.name()))
                .timeToLiveDescription();
        assertEquals(TimeToLiveStatus.ENABLED, expiry.timeToLiveStatus());
        assertEquals("expiresAt", expiry.attributeName());
    }

    @Test
    void creatingAnExistingTableKeepsWhatItHolds(EmbeddedTable.Table table) {
        Map<String, AttributeValue> item = Map.of("pk", AttributeValue.fromS("kept"));
        table.client().putItem(b -> b.tableName(table.name()).item(item));
        TableSchema.createIfMissing(table.client(), table.name());
        assertTrue(
                table.client().getItem(b -> b.tableName(table.name()).key(item)).hasItem());
    }

    private static List<String> names(List<KeySchemaElement> keys) {
        return keys.stream().map(KeySchemaElement::attributeName).toList();
    }
}
