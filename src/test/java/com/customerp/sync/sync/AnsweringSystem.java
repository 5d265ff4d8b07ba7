package com.customerp.sync.sync;

import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers every write with one and the same body, that of a line with the first of its lines.
 *
 * @param body the answer
 */
record AnsweringSystem(JsonNode body) implements RemoteSystem {

    private static RemoteRecord record(JsonNode body) {
        return new RemoteRecord(body.path("Id").asText("1"), body, null, null, false);
    }

    private RemoteRecord line() {
        return record(body.path("SalesOrderLines").path(0));
    }

    @Override
    public Optional<RemoteRecord> read(Entity entity, String path) {
        return Optional.of(record(body));
    }

    @Override
    public Map<String, RemoteRecord> readAll(Entity entity, Map<String, String> hints) {
        return Map.of();
    }

    @Override
    public RemotePage list(Entity entity, @Nullable String changedSince, @Nullable String page) {
        return new RemotePage(List.of(record(body)), null);
    }

    @Override
    public List<RemoteRecord> search(Entity entity, String filter, String value) {
        return List.of(record(body));
    }

    @Override
    public RemoteRecord create(Entity entity, @Nullable String owner, ObjectNode sent, String idempotencyKey) {
        return record(body);
    }

    /** Every other record is changed without a word, as PowerOffice may do with projects. */
    @Override
    public Optional<RemoteRecord> patch(Entity entity, String path, List<Change> changes, @Nullable String etag) {
        return entity == Entity.PROJECT && changes.size() % 2 == 0 ? Optional.empty() : Optional.of(record(body));
    }

    @Override
    public void delete(Entity entity, String path) {}

    @Override
    public RemoteRecord createLine(Entity entity, String path, ObjectNode line) {
        return line();
    }

    @Override
    public RemoteRecord patchLine(Entity entity, String path, String line, List<Change> changes) {
        return line();
    }

    @Override
    public void deleteLine(Entity entity, String path, String line) {}

    @Override
    public int requestsThrottled() {
        return 0;
    }

    @Override
    public int requestsSent() {
        return 0;
    }
}
