package com.customerp.sync.customerp;

import com.customerp.sync.http.Answer;
import com.customerp.sync.http.Attempts;
import com.customerp.sync.http.CallKind;
import com.customerp.sync.http.Gate;
import com.customerp.sync.http.Ids;
import com.customerp.sync.http.Json;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.RecordId;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.Change;
import com.customerp.sync.sync.RemoteException;
import com.customerp.sync.sync.RemoteException.Kind;
import com.customerp.sync.sync.RemotePage;
import com.customerp.sync.sync.RemoteRecord;
import com.customerp.sync.sync.RemoteSystem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** CustomERP (customerp.openapi.yaml). Thread-safe. */
public final class CustomerpSystem implements RemoteSystem {

    /** The largest page that CustomERP gives. */
    private static final String PAGE_SIZE = "1000";

    private final CustomerpApi api;
    private final String authorization;
    private final Gate gate;
    private final Attempts attempts;

    /**
     * @param gate the way out; its counter is {@link #requestsSent()}
     * @param attempts repeats what fails in passing
     */
    public CustomerpSystem(CustomerpApi api, CustomerpSettings settings, Gate gate, Attempts attempts) {
        this.api = api;
        this.authorization = "Bearer " + settings.token();
        this.gate = gate;
        this.attempts = attempts;
    }

    @Override
    public Optional<RemoteRecord> read(Entity entity, String id) {
        String safeId = Ids.safe(Side.CUSTOMERP, id);
        try {
            return Optional.of(exchange(
                    CallKind.REPEATABLE,
                    () -> api.read(authorization, entity.collection(), safeId),
                    answer -> single(answer, id, CallKind.REPEATABLE)));
        } catch (RemoteException e) {
            if (e.kind() == Kind.GONE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Asks by {@code ids=}, 100 at a time, but for what can be no id; hints are of no use here. The records carry no ETag.
     */
    @Override
    public Map<String, RemoteRecord> readAll(Entity entity, Map<String, String> hints) {
        List<String> ids = hints.keySet().stream().filter(RecordId::isAllowed).toList();
        Map<String, RemoteRecord> found = new HashMap<>();
        for (String list : Ids.lists(ids)) {
            for (RemoteRecord record : page(entity, Map.of("ids", list)).records()) {
                found.put(record.id(), record);
            }
        }
        found.keySet().retainAll(hints.keySet());
        return found;
    }

    @Override
    public RemotePage list(Entity entity, @Nullable String changedSince, @Nullable String page) {
        Map<String, String> query = new TreeMap<>(Map.of("limit", PAGE_SIZE, "includeDeleted", "true"));
        if (changedSince != null) {
            query.put("updatedSince", changedSince);
        }
        if (page != null) {
            query.put("cursor", page);
        }
        return page(entity, query);
    }

    /** CustomERP has no filter but {@code ids}; its other keys are found in the match index. */
    @Override
    public List<RemoteRecord> search(Entity entity, String filter, String value) {
        if (!filter.equals("ids")) {
            throw RemoteException.of(Side.CUSTOMERP, Kind.BUG)
                    .detail("no such filter: " + filter)
                    .build();
        }
        return List.copyOf(readAll(entity, Map.of(value, "")).values());
    }

    @Override
    public RemoteRecord create(Entity entity, @Nullable String owner, ObjectNode body, String idempotencyKey) {
        String text = Json.write(body);
        return exchange(
                CallKind.ONCE,
                () -> api.create(authorization, idempotencyKey, entity.collection(), text),
                answer -> single(answer, null, CallKind.ONCE));
    }

    @Override
    public Optional<RemoteRecord> patch(Entity entity, String id, List<Change> changes, @Nullable String etag) {
        String safeId = Ids.safe(Side.CUSTOMERP, id);
        String text = Json.write(MergePatch.of(changes));
        return Optional.of(exchange(
                CallKind.REPEATABLE,
                () -> api.patch(authorization, etag, entity.collection(), safeId, text),
                answer -> single(answer, id, CallKind.REPEATABLE)));
    }

    @Override
    public void delete(Entity entity, String id) {
        String safeId = Ids.safe(Side.CUSTOMERP, id);
        try {
            exchange(CallKind.REPEATABLE, () -> api.delete(authorization, entity.collection(), safeId), Answer::status);
        } catch (RemoteException e) {
            if (e.kind() != Kind.GONE) {
                throw e;
            }
        }
    }

    /** CustomERP's lines are a member of their record. */
    @Override
    public RemoteRecord createLine(Entity entity, String id, ObjectNode line) {
        throw noLines();
    }

    @Override
    public RemoteRecord patchLine(Entity entity, String id, String line, List<Change> changes) {
        throw noLines();
    }

    @Override
    public void deleteLine(Entity entity, String id, String line) {
        throw noLines();
    }

    private static RemoteException noLines() {
        return RemoteException.of(Side.CUSTOMERP, Kind.BUG)
                .detail("lines are written with their record")
                .build();
    }

    @Override
    public int requestsSent() {
        return gate.requestsSent();
    }

    @Override
    public int requestsThrottled() {
        return gate.requestsThrottled();
    }

    private RemotePage page(Entity entity, Map<String, String> query) {
        return exchange(
                CallKind.LIST, () -> api.list(authorization, entity.collection(), query), CustomerpSystem::pageOf);
    }

    private <T> T exchange(CallKind call, Supplier<Response> request, Function<Answer, T> reader) {
        return attempts.of(() -> {
            Answer answer = gate.send(call, request);
            if (!answer.done()) {
                throw CustomerpErrors.of(answer, call);
            }
            return reader.apply(answer);
        });
    }

    private static RemoteRecord single(Answer answer, @Nullable String id, CallKind call) {
        return answer.json()
                .flatMap(body -> recordOf(body, answer.header("ETag").orElse(null)))
                .filter(found -> id == null || id.equals(found.id()))
                .orElseThrow(() -> CustomerpErrors.of(answer, call));
    }

    /** Both members must be there: an answer that is cut or comes from elsewhere is no empty list. */
    private static RemotePage pageOf(Answer answer) {
        JsonNode body = answer.json().orElse(MissingNode.getInstance());
        JsonNode next = body.path("nextCursor");
        if (!body.path("items").isArray() || !(next.isNull() || next.isTextual())) {
            throw CustomerpErrors.of(answer, CallKind.LIST);
        }
        List<RemoteRecord> records = new ArrayList<>();
        for (JsonNode item : body.path("items")) {
            records.add(recordOf(item, null).orElseThrow(() -> CustomerpErrors.of(answer, CallKind.LIST)));
        }
        return new RemotePage(records, next.textValue());
    }

    private static Optional<RemoteRecord> recordOf(JsonNode body, @Nullable String etag) {
        return Optional.ofNullable(body.path("id").textValue())
                .map(id -> new RemoteRecord(
                        id,
                        body,
                        etag,
                        body.path("updatedAt").textValue(),
                        body.path("deleted").asBoolean()));
    }
}
