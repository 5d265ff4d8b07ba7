package com.customerp.sync.link;

import com.customerp.sync.mapping.Entity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** The links in DynamoDB (design.md 3), in the table that {@link TableSchema} describes. */
public final class DynamoLinkStore implements LinkStore {
    private final DynamoDbClient client;
    private final String table;
    private final Clock clock;
    private final BulkReader reader;
    private final LinkWriter writer;
    private final DynamoSweepState sweeps;
    private final DynamoConflicts conflicts;

    /**
     * A store in one table.
     *
     * @param clock tells when links are saved, and which conflicts have expired: DynamoDB deletes up to days late
     */
    public DynamoLinkStore(DynamoDbClient client, String table, Clock clock) {
        this.client = client;
        this.table = table;
        this.clock = clock;
        this.reader = new BulkReader(client, table);
        this.writer = new LinkWriter(client, table);
        this.sweeps = new DynamoSweepState(client, table);
        this.conflicts = new DynamoConflicts(client, table, clock);
    }

    @Override
    public Optional<Link> find(Entity entity, String customerpId) {
        Map<String, AttributeValue> item = client.getItem(request -> request.tableName(table)
                        .key(PartitionKey.of(PartitionKey.link(entity, customerpId)))
                        .consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(LinkItem.read(item));
    }

    @Override
    public Map<String, Link> findAll(Entity entity, Collection<String> customerpIds) {
        List<String> pks =
                customerpIds.stream().map(id -> PartitionKey.link(entity, id)).toList();
        return reader.read(pks).values().stream()
                .map(LinkItem::read)
                .collect(Collectors.toMap(Link::customerpId, Function.identity()));
    }

    @Override
    public Map<String, Pointer> pointers(Entity entity, Collection<String> powerOfficeIds) {
        List<String> pks = powerOfficeIds.stream()
                .map(id -> PartitionKey.pointer(entity, id))
                .toList();
        return reader.read(pks).values().stream()
                .map(LinkItem::readPointer)
                .collect(Collectors.toMap(Pointer::powerOfficeId, Function.identity()));
    }

    @Override
    public Optional<Link> save(Link link, Collection<MatchKeys> keys) {
        Link next = link.change().saved(clock.instant()).build();
        return writer.save(next, link.version(), keys) ? Optional.of(next) : Optional.empty();
    }

    @Override
    public Optional<Link> replace(Link provisional, Link link) {
        Link next = link.change().saved(clock.instant()).build();
        return writer.replace(provisional, next, link.version()) ? Optional.of(next) : Optional.empty();
    }

    @Override
    public boolean delete(Link link) {
        return writer.delete(link);
    }

    @Override
    public List<Link> due(Entity entity, Instant now, int limit) {
        QueryResponse keys = client.query(request -> request.tableName(table)
                .indexName(TableSchema.DUE_INDEX)
                .keyConditionExpression("dueEntity = :entity AND nextAttemptAt <= :now")
                .expressionAttributeValues(Map.of(":entity", LinkItem.dueEntity(entity), ":now", LinkItem.millis(now)))
                .limit(limit));
        List<String> pks =
                keys.items().stream().map(item -> item.get(TableSchema.PK).s()).toList();
        Map<String, Map<String, AttributeValue>> items = reader.read(pks);
        return pks.stream()
                .filter(items::containsKey)
                .map(pk -> LinkItem.read(items.get(pk)))
                .filter(link -> isDue(link, now))
                .toList();
    }

    /** The index lags: a link may have been settled since. */
    private static boolean isDue(Link link, Instant now) {
        Instant at = link.nextAttemptAt();
        return at != null && !at.isAfter(now);
    }

    @Override
    public Page all(Set<Entity> entities, @Nullable String from) {
        Map<String, AttributeValue> beginnings = entities.stream()
                .collect(Collectors.toMap(
                        entity -> ":" + entity.key(), entity -> AttributeValue.fromS(PartitionKey.links(entity))));
        ScanResponse page = client.scan(request -> request.tableName(table)
                .consistentRead(true)
                .filterExpression(beginnings.keySet().stream()
                        .map(beginning -> "begins_with(pk, " + beginning + ")")
                        .collect(Collectors.joining(" OR ")))
                .expressionAttributeValues(beginnings)
                .exclusiveStartKey(from == null ? null : PartitionKey.of(from)));
        String next = LinkItem.get(page.lastEvaluatedKey(), TableSchema.PK, AttributeValue::s);
        return new Page(page.items().stream().map(LinkItem::read).toList(), next);
    }

    @Override
    public Progress progress(Entity entity) {
        return sweeps.progress(entity);
    }

    @Override
    public void saveProgress(Entity entity, Progress progress) {
        sweeps.saveProgress(entity, progress);
    }

    @Override
    public boolean lease(String name, String owner, Instant now, Instant until) {
        return sweeps.lease(name, owner, now, until);
    }

    @Override
    public void release(String name, String owner) {
        sweeps.release(name, owner);
    }

    @Override
    public void keepConflict(Conflict conflict, Duration keep) {
        conflicts.keep(conflict, keep);
    }

    @Override
    public List<Conflict> conflicts(Entity entity, String customerpId) {
        return conflicts.find(entity, customerpId);
    }
}
