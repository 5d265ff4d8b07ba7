package com.customerp.sync.poweroffice;

import com.customerp.sync.http.Answer;
import com.customerp.sync.http.CallKind;
import com.customerp.sync.http.Ids;
import com.customerp.sync.http.Json;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.RecordId;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * PowerOffice Go (poweroffice-go-v2.md, mapping.md 1.4). Thread-safe.
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
    public Optional<RemoteRecord> read(Entity entity, String path) {
        return find(Resource.of(entity).whole(path), RecordId.lastOf(path));
    }

    /**
     * Asks by the hints, 100 at a time, and takes rows by their id only; what that does not find is read alone, unless it
     * can be no part of an address.
     */
    @Override
    public Map<String, RemoteRecord> readAll(Entity entity, Map<String, String> hints) {
        Resource resource = Resource.of(entity);
        List<String> keys =
                hints.values().stream().filter(resource::takes).distinct().toList();
        Map<String, RemoteRecord> listed = new HashMap<>();
        for (String list : Ids.lists(keys)) {
            rows(entity, Map.of(resource.bulkFilter(), list)).forEach(row -> listed.put(row.id(), row));
        }
        Map<String, RemoteRecord> found = new HashMap<>();
        for (String path : hints.keySet()) {
            RemoteRecord row = listed.get(RecordId.lastOf(path));
            Optional.ofNullable(row)
                    .or(() -> RecordId.isPath(path) ? read(entity, path) : Optional.empty())
                    .ifPresent(record -> found.put(record.id(), record));
        }
        return found;
    }

    /** The lists of all change filters, one after the other; the page says which list and which page of it. */
    @Override
    public RemotePage list(Entity entity, @Nullable String changedSince, @Nullable String page) {
        Resource resource = Resource.of(entity);
        String[] place = page == null ? new String[] {"0", "1"} : page.split(":");
        int list = Integer.parseInt(place[0]);
        Map<String, String> filter = changedSince == null
                ? Map.of()
                : Map.of(resource.changeFilters().get(list), changedSince);
        RemotePage rows = page(resource.collection(), filter, Integer.parseInt(place[1]));
        boolean another =
                changedSince != null && list + 1 < resource.changeFilters().size();
        String next = rows.next() != null ? list + ":" + rows.next() : another ? (list + 1) + ":1" : null;
        return new RemotePage(rows.records(), next);
    }

    /** Many values are asked for in as many requests as their addresses allow. */
    @Override
    public List<RemoteRecord> search(Entity entity, String filter, String value) {
        return Ids.lists(List.of(value.split(",", -1))).stream()
                .flatMap(values -> rows(entity, Map.of(filter, values)).stream())
                .toList();
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

    /** An invoice by its id; invoices are what becomes of orders (mapping.md 8.6). */
    @Override
    public Optional<RemoteRecord> invoice(String id) {
        return find("OutgoingInvoices/" + Ids.safe(Side.POWEROFFICE, id), id);
    }

    @Override
    public List<RemoteRecord> invoicesOf(String customerNumber) {
        return rows("OutgoingInvoices", Map.of("customerNos", customerNumber));
    }

    @Override
    public RemoteRecord create(Entity entity, @Nullable String owner, ObjectNode body, String idempotencyKey) {
        return post(Resource.of(entity).creation(owner), body);
    }

    /** An address that is not there yet cannot be replaced: it is added then, in a second request (mapping.md 2). */
    @Override
    public Optional<RemoteRecord> patch(Entity entity, String path, List<Change> changes, @Nullable String etag) {
        try {
            return patchOnce(entity, path, JsonPatch.replacing(changes));
        } catch (RemoteException e) {
            ArrayNode adding = PowerOfficeErrors.missingTarget(e)
                    ? JsonPatch.addingMailAddress(changes).orElse(null)
                    : null;
            if (adding == null) {
                throw e;
            }
            return patchOnce(entity, path, adding);
        }
    }

    @Override
    public void delete(Entity entity, String path) {
        remove(Resource.of(entity).record(path));
    }

    @Override
    public RemoteRecord createLine(Entity entity, String path, ObjectNode line) {
        return post(Resource.of(entity).lines(path), line);
    }

    @Override
    public RemoteRecord patchLine(Entity entity, String path, String line, List<Change> changes) {
        return patch(
                Resource.of(entity).line(path, line), JsonPatch.replacing(changes), answer -> single(answer, line));
    }

    @Override
    public void deleteLine(Entity entity, String path, String line) {
        remove(Resource.of(entity).line(path, line));
    }

    @Override
    public int requestsSent() {
        return client.requestsSent();
    }

    @Override
    public int requestsThrottled() {
        return client.requestsThrottled();
    }

    private Optional<RemoteRecord> find(String address, String id) {
        try {
            return Optional.of(client.exchange(
                    CallKind.REPEATABLE,
                    (authorization, key) -> api.read(authorization, key, address),
                    answer -> single(answer, id)));
        } catch (RemoteException e) {
            if (e.kind() == Kind.GONE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private RemoteRecord post(String address, ObjectNode body) {
        String text = Json.write(body);
        return client.exchange(
                CallKind.ONCE,
                (authorization, key) -> api.create(authorization, key, address, text),
                answer -> Rows.single(answer).orElseThrow(() -> PowerOfficeErrors.of(answer, CallKind.ONCE)));
    }

    /** Only projects may answer without a body (mapping.md 7.4). */
    private Optional<RemoteRecord> patchOnce(Entity entity, String path, ArrayNode operations) {
        return patch(
                Resource.of(entity).record(path),
                operations,
                answer -> entity == Entity.PROJECT && answer.empty()
                        ? Optional.empty()
                        : Optional.of(single(answer, RecordId.lastOf(path))));
    }

    private <T> T patch(String address, ArrayNode operations, Function<Answer, T> reader) {
        String text = Json.write(operations);
        return client.exchange(
                CallKind.REPEATABLE, (authorization, key) -> api.patch(authorization, key, address, text), reader);
    }

    private void remove(String address) {
        try {
            client.exchange(
                    CallKind.REPEATABLE,
                    (authorization, key) -> api.delete(authorization, key, address),
                    Answer::status);
        } catch (RemoteException e) {
            if (e.kind() != Kind.GONE) {
                throw e;
            }
        }
    }

    private List<RemoteRecord> rows(Entity entity, Map<String, String> filter) {
        return rows(Resource.of(entity).collection(), filter);
    }

    /** All rows that a filter finds. Ends also when a server ignores the page number and repeats itself. */
    private List<RemoteRecord> rows(String collection, Map<String, String> filter) {
        Map<String, RemoteRecord> rows = new LinkedHashMap<>();
        String next = "1";
        while (next != null) {
            RemotePage page = page(collection, filter, Integer.parseInt(next));
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
