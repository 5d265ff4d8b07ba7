package com.customerp.sync.poweroffice;

import com.customerp.sync.http.Ids;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.RecordId;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.Change;
import com.customerp.sync.sync.PowerOfficeLists;
import com.customerp.sync.sync.RemoteException;
import com.customerp.sync.sync.RemotePage;
import com.customerp.sync.sync.RemoteRecord;
import com.customerp.sync.sync.RemoteSystem;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * PowerOffice Go (poweroffice-go-v2.md, mapping.md 1.4). Thread-safe.
 */
public final class PowerOfficeSystem implements RemoteSystem, PowerOfficeLists {

    private final PowerOfficeRequests requests;
    private final NumberSeriesCache numberSeries;

    PowerOfficeSystem(PowerOfficeApi api, PowerOfficeClient client, NumberSeriesCache numberSeries) {
        this.requests = new PowerOfficeRequests(api, client);
        this.numberSeries = numberSeries;
    }

    @Override
    public Optional<RemoteRecord> read(Entity entity, String path) {
        return requests.find(Resource.of(entity).whole(path), RecordId.lastOf(path));
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
        RemotePage rows = requests.page(resource.collection(), filter, Integer.parseInt(place[1]));
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
                .get(() -> requests.list("SubLedgerNumberSeries", Map.of(), NumberSeries::listIn))
                .map(all -> all.stream()
                        .filter(series -> series.type().equalsIgnoreCase(role.key()))
                        .map(series -> new Range(series.fromInclusive(), series.toInclusive()))
                        .toList());
    }

    /** An invoice by its id; invoices are what becomes of orders (mapping.md 8.6). */
    @Override
    public Optional<RemoteRecord> invoice(String id) {
        return requests.find("OutgoingInvoices/" + Ids.safe(Side.POWEROFFICE, id), id);
    }

    @Override
    public List<RemoteRecord> invoicesOf(String customerNumber) {
        return requests.rows("OutgoingInvoices", Map.of("customerNos", customerNumber));
    }

    @Override
    public RemoteRecord create(Entity entity, @Nullable String owner, ObjectNode body, String idempotencyKey) {
        return requests.post(Resource.of(entity).creation(owner), body);
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
        requests.remove(Resource.of(entity).record(path));
    }

    @Override
    public RemoteRecord createLine(Entity entity, String path, ObjectNode line) {
        return requests.post(Resource.of(entity).lines(path), line);
    }

    @Override
    public RemoteRecord patchLine(Entity entity, String path, String line, List<Change> changes) {
        return requests.patch(
                Resource.of(entity).line(path, line),
                JsonPatch.replacing(changes),
                answer -> PowerOfficeRequests.single(answer, line));
    }

    @Override
    public void deleteLine(Entity entity, String path, String line) {
        requests.remove(Resource.of(entity).line(path, line));
    }

    @Override
    public int requestsSent() {
        return requests.sent();
    }

    @Override
    public int requestsThrottled() {
        return requests.throttled();
    }

    /** Only projects may answer without a body (mapping.md 7.4). */
    private Optional<RemoteRecord> patchOnce(Entity entity, String path, ArrayNode operations) {
        return requests.patch(
                Resource.of(entity).record(path),
                operations,
                answer -> entity == Entity.PROJECT && answer.empty()
                        ? Optional.empty()
                        : Optional.of(PowerOfficeRequests.single(answer, RecordId.lastOf(path))));
    }

    private List<RemoteRecord> rows(Entity entity, Map<String, String> filter) {
        return requests.rows(Resource.of(entity).collection(), filter);
    }
}
