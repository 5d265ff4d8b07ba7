package com.customerp.sync.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.CloudFormation;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
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

    /** The stub can do nothing else. */
    @Test
    void aTableThatExistsCostsARead(EmbeddedTable.Table table) {
        TableSchema.createIfMissing(new StubClient(table.client()), table.name());
    }

    @Test
    void theTemplateMakesTheSameTable() {
        JsonNode deployed = CloudFormation.read("template.yaml").resource("Table");
        CreateTableRequest created = TableSchema.definition("any");
        assertEquals(created.billingModeAsString(), deployed.path("BillingMode").asText());
        assertEquals(
                created.attributeDefinitions().stream()
                        .collect(Collectors.toMap(
                                AttributeDefinition::attributeName, AttributeDefinition::attributeTypeAsString)),
                pairs(deployed.path("AttributeDefinitions"), "AttributeType"));
        assertEquals(keys(created.keySchema()), pairs(deployed.path("KeySchema"), "KeyType"));
        GlobalSecondaryIndex due = created.globalSecondaryIndexes().get(0);
        assertEquals(1, deployed.path("GlobalSecondaryIndexes").size());
        JsonNode index = deployed.at("/GlobalSecondaryIndexes/0");
        assertEquals(due.indexName(), index.path("IndexName").asText());
        assertEquals(keys(due.keySchema()), pairs(index.path("KeySchema"), "KeyType"));
        assertEquals(
                due.projection().projectionTypeAsString(),
                index.at("/Projection/ProjectionType").asText());
        assertEquals(
                TableSchema.EXPIRES_AT,
                deployed.at("/TimeToLiveSpecification/AttributeName").asText());
    }

    private static Map<String, String> keys(List<KeySchemaElement> schema) {
        return schema.stream()
                .collect(Collectors.toMap(KeySchemaElement::attributeName, KeySchemaElement::keyTypeAsString));
    }

    /** What the template says of each attribute. */
    private static Map<String, String> pairs(JsonNode list, String member) {
        Map<String, String> pairs = new TreeMap<>();
        list.forEach(element -> pairs.put(
                element.path("AttributeName").asText(), element.path(member).asText()));
        return pairs;
    }

    private static List<String> names(List<KeySchemaElement> keys) {
        return keys.stream().map(KeySchemaElement::attributeName).toList();
    }
}
