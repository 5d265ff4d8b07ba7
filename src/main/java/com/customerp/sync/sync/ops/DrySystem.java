package com.customerp.sync.sync.ops;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.LineTable;
import com.customerp.sync.mapping.Mappings;
import com.customerp.sync.mapping.RecordId;
import com.customerp.sync.mapping.RecordKey;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.Bodies;
import com.customerp.sync.sync.Change;
import com.customerp.sync.sync.RemotePage;
import com.customerp.sync.sync.RemoteRecord;
import com.customerp.sync.sync.RemoteSystem;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A system in a dry run. Reads go to the real one; a write is only noted, and answered as a system answers that stores
 * exactly what it is sent. What the real one would fill in or round is not known here. Not thread-safe.
 */
final class DrySystem implements RemoteSystem {
    /** Far above every key that PowerOffice gives, and exact in JSON. */
    private static final long FIRST_KEY = 8_000_000_000_000_000L;

    private record Place(Entity entity, String path) {}

    private final RemoteSystem real;
    private final Side side;
    private final DryWrites writes;
    /** Empty: deleted. */
    private final Map<Place, Optional<RemoteRecord>> written = new HashMap<>();

    private final Set<String> createdIds = new HashSet<>();
    private long created;

    DrySystem(RemoteSystem real, Side side, DryWrites writes) {
        this.real = real;
        this.side = side;
        this.writes = writes;
    }

    /** Whether a key stands for a record that the system does not have yet. */
    private boolean isPlanned(String id) {
        return createdIds.contains(id);
    }

    @Override
    public Optional<RemoteRecord> read(Entity entity, String path) {
        Optional<RemoteRecord> planned = written.get(new Place(entity, path));
        return planned == null ? real.read(entity, path) : planned;
    }

    @Override
    public Map<String, RemoteRecord> readAll(Entity entity, Map<String, String> hints) {
        Map<String, String> rest = new HashMap<>(hints);
        rest.keySet().removeIf(path -> written.containsKey(new Place(entity, path)));
        Map<String, RemoteRecord> found = new HashMap<>(rest.isEmpty() ? Map.of() : real.readAll(entity, rest));
        hints.keySet().forEach(path -> written.getOrDefault(new Place(entity, path), Optional.empty())
                .ifPresent(record -> found.put(record.id(), record)));
        return found;
    }

    @Override
    public RemotePage list(Entity entity, @Nullable String changedSince, @Nullable String page) {
        return real.list(entity, changedSince, page);
    }

    /** Nothing real can be found by the key of a record that does not exist yet. */
    @Override
    public List<RemoteRecord> search(Entity entity, String filter, String value) {
        String asked =
                Stream.of(value.split(",")).filter(key -> !isPlanned(key)).collect(Collectors.joining(","));
        return asked.isEmpty() && !value.isEmpty() ? List.of() : real.search(entity, filter, asked);
    }

    @Override
    public RemoteRecord create(Entity entity, @Nullable String owner, ObjectNode body, String idempotencyKey) {
        ObjectNode answer = body.deepCopy();
        String id = key(answer);
        answer.properties().forEach(member -> {
            if (member.getValue() instanceof ArrayNode lines && side == Side.POWEROFFICE) {
                lines.forEach(line -> key((ObjectNode) line));
            }
        });
        String etag = side == Side.CUSTOMERP ? "\"planned\"" : null;
        RemoteRecord record = new RemoteRecord(id, answer, etag, null, false);
        written.put(new Place(entity, owner == null ? id : owner + "/" + id), Optional.of(record));
        writes.add(record(entity, id), "create", List.of());
        return record;
    }

    private String key(ObjectNode body) {
        long number = FIRST_KEY + created++;
        if (side == Side.POWEROFFICE) {
            body.put("Id", number);
        } else {
            body.put("id", "planned-" + number);
        }
        String id = side == Side.POWEROFFICE ? String.valueOf(number) : "planned-" + number;
        createdIds.add(id);
        return id;
    }

    @Override
    public Optional<RemoteRecord> patch(Entity entity, String path, List<Change> changes, @Nullable String etag) {
        writes.add(record(entity, RecordId.lastOf(path)), "patch", names(changes));
        return change(entity, path, body -> changes.forEach(change -> Bodies.set(body, change.path(), change.value())));
    }

    @Override
    public void delete(Entity entity, String path) {
        writes.add(record(entity, RecordId.lastOf(path)), "delete", List.of());
        written.put(new Place(entity, path), Optional.empty());
    }

    @Override
    public RemoteRecord createLine(Entity entity, String path, ObjectNode line) {
        writes.add(record(entity, RecordId.lastOf(path)), "createLine", List.of());
        ObjectNode answer = line.deepCopy();
        String id = key(answer);
        change(entity, path, body -> lines(entity, body).add(answer));
        return new RemoteRecord(id, answer, null, null, false);
    }

    @Override
    public RemoteRecord patchLine(Entity entity, String path, String line, List<Change> changes) {
        writes.add(record(entity, RecordId.lastOf(path)), "patchLine", names(changes));
        List<ObjectNode> patched = new ArrayList<>();
        change(entity, path, body -> lines(entity, body).forEach(candidate -> {
            if (candidate.path("Id").asText().equals(line)) {
                changes.forEach(change -> Bodies.set((ObjectNode) candidate, change.path(), change.value()));
                patched.add((ObjectNode) candidate);
            }
        }));
        return new RemoteRecord(line, patched.get(0), null, null, false);
    }

    @Override
    public void deleteLine(Entity entity, String path, String line) {
        writes.add(record(entity, RecordId.lastOf(path)), "deleteLine", List.of());
        change(entity, path, body -> {
            ArrayNode lines = lines(entity, body);
            for (int i = lines.size() - 1; i >= 0; i--) {
                if (lines.get(i).path("Id").asText().equals(line)) {
                    lines.remove(i);
                }
            }
        });
    }

    @Override
    public int requestsSent() {
        return real.requestsSent();
    }

    @Override
    public int requestsThrottled() {
        return real.requestsThrottled();
    }

    private Optional<RemoteRecord> change(Entity entity, String path, Consumer<ObjectNode> change) {
        Optional<RemoteRecord> changed = read(entity, path).map(before -> {
            ObjectNode body = before.body().deepCopy();
            change.accept(body);
            return new RemoteRecord(before.id(), body, before.etag(), before.version(), false);
        });
        written.put(new Place(entity, path), changed);
        return changed;
    }

    private static ArrayNode lines(Entity entity, ObjectNode body) {
        LineTable table = Mappings.of(entity).lines();
        JsonNode lines = body.at(table.powerOfficePath());
        if (lines instanceof ArrayNode array) {
            return array;
        }
        ArrayNode empty = body.arrayNode();
        Bodies.set(body, JsonPointer.compile(table.powerOfficePath()), empty);
        return empty;
    }

    private RecordKey record(Entity entity, String id) {
        return new RecordKey(entity, side, id);
    }

    private static List<String> names(List<Change> changes) {
        return changes.stream().map(change -> change.path().toString()).toList();
    }
}
