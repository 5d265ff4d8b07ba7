package com.customerp.sync.poweroffice;

import com.customerp.sync.http.Answer;
import com.customerp.sync.http.CallKind;
import com.customerp.sync.http.Ids;
import com.customerp.sync.http.Json;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.Change;
import com.customerp.sync.sync.PowerOfficeLists;
import com.customerp.sync.sync.RemoteException;
import com.customerp.sync.sync.RemoteException.Kind;
import com.customerp.sync.sync.RemotePage;
import com.customerp.sync.sync.RemoteRecord;
import com.customerp.sync.sync.RemoteSystem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * PowerOffice Go (poweroffice-go-v2.md, mapping.md 1.4). Thread-safe. Contact persons below their contact, and orders
 * with their lines, have addresses of their own that come with those pairs.
 */
public final class PowerOfficeSystem implements RemoteSystem, PowerOfficeLists {

    private static final int PAGE_SIZE = 1000;

    private final PowerOfficeApi api;
    private final PowerOfficeClient client;
    private final NumberSeriesCache numberSeries;

    PowerOfficeSystem(PowerOfficeApi api, PowerOfficeClient client, NumberSeriesCache numberSeries) {
        this.api = api;
        this.client = client;
        this.numberSeries = numberSeries;
    }

    @Override
    public Optional<RemoteRecord> read(Entity entity, String id) {
        String safeId = Ids.safe(Side.POWEROFFICE, id);
        String collection = Resource.of(entity).collection();
        try {
            return Optional.of(client.exchange(
                    CallKind.REPEATABLE,
                    (authorization, key) -> api.read(authorization, key, collection, safeId),
                    answer -> single(answer, id)));
        } catch (RemoteException e) {
            if (e.kind() == Kind.GONE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Asks by the hints, 100 at a time, and takes rows by their id only; what that does not find is read alone. */
    @Override
    public Map<String, RemoteRecord> readAll(Entity entity, Map<String, String> hints) {
        Resource resource = Resource.of(entity);
        List<String> keys =
                hints.values().stream().filter(resource::takes).distinct().toList();
        Map<String, RemoteRecord> found = new HashMap<>();
        for (String list : Ids.lists(keys)) {
            rows(entity, Map.of(resource.bulkFilter(), list)).forEach(row -> found.put(row.id(), row));
        }
        found.keySet().retainAll(hints.keySet());
        for (String id : hints.keySet()) {
            if (!found.containsKey(id)) {
                read(entity, id).ifPresent(row -> found.put(id, row));
            }
        }
        return found;
    }

    @Override
    public RemotePage list(Entity entity, @Nullable String changedSince, @Nullable String page) {
        Map<String, String> filter =
                changedSince == null ? Map.of() : Map.of("lastChangedDateTimeOffsetGreaterThan", changedSince);
        return page(Resource.of(entity).collection(), filter, page == null ? 1 : Integer.parseInt(page));
    }

    @Override
    public List<RemoteRecord> search(Entity entity, String filter, String value) {
        return rows(entity, Map.of(filter, value));
    }

    @Override
    public List<String> contactPersons(String contactId) {
        return search(Entity.CONTACT, "contactIds", contactId).stream()
                .map(RemoteRecord::id)
                .toList();
    }

    @Override
    public Optional<List<Range>> numberSeries(Entity role) {
        return numberSeries
                .get(() -> client.exchange(
                        CallKind.LIST,
                        (authorization, key) -> api.list(authorization, key, "SubLedgerNumberSeries", Map.of()),
                        PowerOfficeSystem::seriesOf))
                .map(all -> all.stream()
                        .filter(series -> series.type().equalsIgnoreCase(role.key()))
                        .map(series -> new Range(series.fromInclusive(), series.toInclusive()))
                        .toList());
    }

    @Override
    public RemoteRecord create(Entity entity, ObjectNode body, String idempotencyKey) {
        String collection = Resource.of(entity).collection();
        String text = Json.write(body);
        return client.exchange(
                CallKind.ONCE,
                (authorization, key) -> api.create(authorization, key, collection, text),
                answer -> Rows.single(answer).orElseThrow(() -> PowerOfficeErrors.of(answer, CallKind.ONCE)));
    }

    /** An address that is not there yet cannot be replaced: it is added then, in a second request (mapping.md 2). */
    @Override
    public RemoteRecord patch(Entity entity, String id, List<Change> changes, @Nullable String etag) {
        try {
            return patch(entity, id, JsonPatch.replacing(changes));
        } catch (RemoteException e) {
            ArrayNode adding = PowerOfficeErrors.missingTarget(e)
                    ? JsonPatch.addingMailAddress(changes).orElse(null)
                    : null;
            if (adding == null) {
                throw e;
            }
            return patch(entity, id, adding);
        }
    }

    @Override
    public int requestsSent() {
        return client.requestsSent();
    }

    /** Only projects may answer without a body (mapping.md 7.4); they are read then. */
    private RemoteRecord patch(Entity entity, String id, ArrayNode operations) {
        String safeId = Ids.safe(Side.POWEROFFICE, id);
        String collection = Resource.of(entity).collection();
        String text = Json.write(operations);
        Optional<RemoteRecord> answered = client.exchange(
                CallKind.REPEATABLE,
                (authorization, key) -> api.patch(authorization, key, collection, safeId, text),
                answer -> entity == Entity.PROJECT && answer.empty()
                        ? Optional.empty()
                        : Optional.of(single(answer, id)));
        return answered.or(() -> read(entity, id)).orElseThrow(() -> RemoteException.of(Side.POWEROFFICE, Kind.GONE)
                .status(404)
                .build());
    }

    /** All rows that a filter finds. Ends also when a server ignores the page number and repeats itself. */
    private List<RemoteRecord> rows(Entity entity, Map<String, String> filter) {
        Map<String, RemoteRecord> rows = new LinkedHashMap<>();
        String next = "1";
        while (next != null) {
            RemotePage page = page(Resource.of(entity).collection(), filter, Integer.parseInt(next));
            int before = rows.size();
            page.records().forEach(row -> rows.put(row.id(), row));
            next = rows.size() > before ? page.next() : null;
        }
        return List.copyOf(rows.values());
    }

    private RemotePage page(String collection, Map<String, String> filter, int number) {
        Map<String, String> query = new TreeMap<>(filter);
        query.put("PageNumber", String.valueOf(number));
        query.put("PageSize", String.valueOf(PAGE_SIZE));
        return client.exchange(
                CallKind.LIST, (authorization, key) -> api.list(authorization, key, collection, query), answer -> {
                    List<RemoteRecord> rows = Rows.list(answer);
                    boolean more = !rows.isEmpty() && Rows.more(answer, number, rows.size() >= PAGE_SIZE);
                    return new RemotePage(rows, more ? String.valueOf(number + 1) : null);
                });
    }

    private static RemoteRecord single(Answer answer, String id) {
        return Rows.single(answer)
                .filter(row -> row.id().equalsIgnoreCase(id))
                .orElseThrow(() -> PowerOfficeErrors.of(answer, CallKind.REPEATABLE));
    }

    /** Rows that name no range are left out. */
    private static List<NumberSeries> seriesOf(Answer answer) {
        List<NumberSeries> series = new ArrayList<>();
        for (RemoteRecord row : Rows.list(answer)) {
            JsonNode from = row.body().path("FromInclusive");
            JsonNode to = row.body().path("ToInclusive");
            if (from.isIntegralNumber() && to.isIntegralNumber()) {
                String type = row.body().path("SubLedgerNumberSeriesType").asText("");
                series.add(new NumberSeries(from.asLong(), to.asLong(), type));
            }
        }
        return List.copyOf(series);
    }
}
