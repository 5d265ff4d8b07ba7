package com.customerp.sync.link;

import com.customerp.sync.mapping.Entity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The conflicts of a record: one item with the newest {@value #KEPT}, newest first, or with fewer that fit into it. Each
 * value has an expiry of its own, after which it is no longer shown and leaves with the next write; the item expires with
 * its newest value.
 */
record DynamoConflicts(DynamoDbClient client, String table, Clock clock) {
    private static final int KEPT = 20;
    private static final String CONFLICTS = "conflicts";
    private static final String REVISION = "revision";

    private record Kept(Conflict conflict, Instant expiresAt) {}

    /** Adds a conflict, in the place of one of the same value. */
    void keep(Conflict conflict, Duration keep) {
        String pk = PartitionKey.conflicts(conflict.entity(), conflict.customerpId());
        boolean stored;
        do {
            Map<String, AttributeValue> before = read(pk);
            List<Kept> after = new ArrayList<>();
            after.add(new Kept(conflict, conflict.at().plus(keep)));
            unexpired(before, conflict.entity(), conflict.customerpId()).stream()
                    .filter(kept -> !kept.conflict().isOfSameValue(conflict))
                    .forEach(after::add);
            stored = write(pk, before, fitting(after));
        } while (!stored); // Each lost turn means that another writer got through, so this ends.
    }

    /** The newest; the first always fits. */
    private static List<Kept> fitting(List<Kept> newestFirst) {
        int fits = 0;
        for (int size = 0; fits < Math.min(KEPT, newestFirst.size()); fits++) {
            size += ItemSize.of(writeKept(newestFirst.get(fits)));
            if (size > ItemSize.LARGEST) {
                break;
            }
        }
        return newestFirst.subList(0, fits);
    }

    /** The conflicts kept of a record, newest first. */
    List<Conflict> find(Entity entity, String customerpId) {
        return unexpired(read(PartitionKey.conflicts(entity, customerpId)), entity, customerpId).stream()
                .map(Kept::conflict)
                .toList();
    }

    private Map<String, AttributeValue> read(String pk) {
        return client.getItem(request ->
                        request.tableName(table).key(PartitionKey.of(pk)).consistentRead(true))
                .item();
    }

    private List<Kept> unexpired(Map<String, AttributeValue> item, Entity entity, String customerpId) {
        Instant now = clock.instant();
        return item.isEmpty()
                ? List.of()
                : LinkItem.readList(item.get(CONFLICTS), part -> readKept(entity, customerpId, part.m())).stream()
                        .filter(kept -> kept.expiresAt().isAfter(now))
                        .toList();
    }

    private boolean write(String pk, Map<String, AttributeValue> before, List<Kept> after) {
        Map<String, AttributeValue> item = new HashMap<>(PartitionKey.of(pk));
        Instant last =
                after.stream().map(Kept::expiresAt).max(Instant::compareTo).orElseThrow();
        item.put(CONFLICTS, LinkItem.list(after, DynamoConflicts::writeKept));
        item.put(TableSchema.EXPIRES_AT, LinkItem.number(last.getEpochSecond()));
        long revision =
                before.isEmpty() ? 0 : Long.parseLong(before.get(REVISION).n());
        item.put(REVISION, LinkItem.number(revision + 1));
        try {
            client.putItem(request -> request.tableName(table)
                    .item(item)
                    .conditionExpression(before.isEmpty() ? "attribute_not_exists(pk)" : "revision = :revision")
                    .expressionAttributeValues(
                            before.isEmpty() ? null : Map.of(":revision", LinkItem.number(revision))));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private static AttributeValue writeKept(Kept kept) {
        Conflict conflict = kept.conflict();
        return AttributeValue.fromM(Map.of(
                "field", AttributeValue.fromS(conflict.field()),
                "loser", LinkParts.side(conflict.loser()),
                "value", AttributeValue.fromS(conflict.value()),
                "policy", AttributeValue.fromS(conflict.policy()),
                "at", LinkParts.instant(conflict.at()),
                "expiresAt", LinkParts.instant(kept.expiresAt())));
    }

    private static Kept readKept(Entity entity, String customerpId, Map<String, AttributeValue> part) {
        Conflict conflict = new Conflict(
                entity,
                customerpId,
                part.get("field").s(),
                LinkParts.readSide(part.get("loser")),
                part.get("value").s(),
                part.get("policy").s(),
                LinkParts.readInstant(part.get("at")));
        return new Kept(conflict, LinkParts.readInstant(part.get("expiresAt")));
    }
}
