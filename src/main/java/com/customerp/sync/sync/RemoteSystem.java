package com.customerp.sync.sync;

import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of the two systems, as the core sees it. Every method may throw {@link RemoteException}; faults that pass within
 * the time of a call have been retried by then.
 *
 * <p>A {@code path} says where a system keeps a record: its id, and for a contact person in PowerOffice the contact's id,
 * a slash and its own ({@code 20550001/3001}).
 */
public interface RemoteSystem {

    /** Reads one record with its lines. Empty: the system says that there is none (404 of the record itself). */
    Optional<RemoteRecord> read(Entity entity, String path);

    /**
     * Reads many records, lines included, with as few requests as the system allows; unknown ones are absent.
     *
     * @param hints per path a value of the entity's bulk filter (PowerOffice: the customer number), or an empty text
     * @return by id
     */
    Map<String, RemoteRecord> readAll(Entity entity, Map<String, String> hints);

    /**
     * One page of at most 1,000 records, tombstones included. It may leave lines out.
     *
     * @param changedSince only records changed since then, in the system's own spelling; null for all
     * @param page null for the first page, else {@link RemotePage#next()} of the one before
     */
    RemotePage list(Entity entity, @Nullable String changedSince, @Nullable String page);

    /**
     * Records that a filter of the system finds; the caller compares them again in full.
     *
     * @param filter query parameter of the system, for example {@code externalImportReference}
     * @param value what it asks for; any number of values with commas between them, where the filter takes several
     */
    List<RemoteRecord> search(Entity entity, String filter, String value);

    /**
     * Creates a record, with its lines.
     *
     * @param owner path of the record below which it is created, or null
     * @param idempotencyKey CustomERP: sent as {@code Idempotency-Key}; PowerOffice has no such thing and ignores it
     * @throws RemoteException of kind {@code UNCLEAR} when it may have happened: never repeated blindly
     */
    RemoteRecord create(Entity entity, @Nullable String owner, ObjectNode body, String idempotencyKey);

    /**
     * Changes members of a record, in one request and in the order given.
     *
     * @param etag CustomERP: condition; null: none
     * @return the record as the system answered, perhaps without lines; empty when it did it and showed nothing
     */
    Optional<RemoteRecord> patch(Entity entity, String path, List<Change> changes, @Nullable String etag);

    /** Deletes a record; one that is gone already counts as done. */
    void delete(Entity entity, String path);

    /**
     * Adds a line to a record.
     *
     * @return the line as the system answered
     * @throws RemoteException of kind {@code UNCLEAR} when it may have happened: never repeated blindly
     */
    RemoteRecord createLine(Entity entity, String path, ObjectNode line);

    /** Changes members of a line, in one request. */
    RemoteRecord patchLine(Entity entity, String path, String line, List<Change> changes);

    /** Deletes a line; one that is gone already counts as done. */
    void deleteLine(Entity entity, String path, String line);

    /** Requests sent so far, token requests included. */
    int requestsSent();

    /** Of those, how many were refused for their rate (429). */
    int requestsThrottled();
}
