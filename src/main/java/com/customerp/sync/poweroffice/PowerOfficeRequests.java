package com.customerp.sync.poweroffice;

import com.customerp.sync.http.Answer;
import com.customerp.sync.http.CallKind;
import com.customerp.sync.http.Json;
import com.customerp.sync.sync.RemoteException;
import com.customerp.sync.sync.RemoteException.Kind;
import com.customerp.sync.sync.RemotePage;
import com.customerp.sync.sync.RemoteRecord;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** PowerOffice's requests by their addresses below the base URL, whatever the records are. */
record PowerOfficeRequests(PowerOfficeApi api, PowerOfficeClient client) {

    private static final int PAGE_SIZE = 1000;

    /** Requests sent so far, token requests included. */
    int sent() {
        return client.requestsSent();
    }

    /** Of those, how many were answered with 429. */
    int throttled() {
        return client.requestsThrottled();
    }

    /** The record of this id, or empty when the address answers 404. */
    Optional<RemoteRecord> find(String address, String id) {
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

    /** The record that was made; never repeated by itself. */
    RemoteRecord post(String address, ObjectNode body) {
        String text = Json.write(body);
        return client.exchange(
                CallKind.ONCE,
                (authorization, key) -> api.create(authorization, key, address, text),
                answer -> Rows.single(answer).orElseThrow(() -> PowerOfficeErrors.of(answer, CallKind.ONCE)));
    }

    /** What {@code reader} makes of the answer to a JSON Patch. */
    <T> T patch(String address, ArrayNode operations, Function<Answer, T> reader) {
        String text = Json.write(operations);
        return client.exchange(
                CallKind.REPEATABLE, (authorization, key) -> api.patch(authorization, key, address, text), reader);
    }

    /** Deletes; what is not there is deleted already. */
    void remove(String address) {
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

    /** All rows that a filter finds. Ends also when a server ignores the page number and repeats itself. */
    List<RemoteRecord> rows(String collection, Map<String, String> filter) {
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

    /** One page of what a filter finds, counted from 1. */
    RemotePage page(String collection, Map<String, String> filter, int number) {
        Map<String, String> query = new TreeMap<>(filter);
        query.put("PageNumber", String.valueOf(number));
        query.put("PageSize", String.valueOf(PAGE_SIZE));
        return list(collection, query, answer -> {
            List<RemoteRecord> rows = Rows.list(answer);
            boolean more = !rows.isEmpty() && Rows.more(answer, number, rows.size() >= PAGE_SIZE);
            return new RemotePage(rows, more ? String.valueOf(number + 1) : null);
        });
    }

    /** What {@code reader} makes of a list. */
    <T> T list(String collection, Map<String, String> query, Function<Answer, T> reader) {
        return client.exchange(
                CallKind.LIST, (authorization, key) -> api.list(authorization, key, collection, query), reader);
    }

    /** The record of this id in an answer that holds one. */
    static RemoteRecord single(Answer answer, String id) {
        return Rows.single(answer)
                .filter(row -> row.id().equalsIgnoreCase(id))
                .orElseThrow(() -> PowerOfficeErrors.of(answer, CallKind.REPEATABLE));
    }
}
