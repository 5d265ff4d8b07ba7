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
 */
public interface RemoteSystem {

    /** Reads one record. Empty: the system says that there is none (404 of the record itself). */
    Optional<RemoteRecord> read(Entity entity, String id);

    /**
     * Reads many records with as few requests as the system allows; unknown ids are absent.
     *
     * @param hints per id a value of the entity's bulk filter (PowerOffice: the customer number), or an empty text
     */
    Map<String, RemoteRecord> readAll(Entity entity, Map<String, String> hints);

    /**
     * One page of at most 1,000 records, tombstones included.
     *
     * @param changedSince only records changed since then, in the system's own spelling; null for all
     * @param page null for the first page, else {@link RemotePage#next()} of the one before
     */
    RemotePage list(Entity entity, @Nullable String changedSince, @Nullable String page);

    /**
     * Records that a filter of the system finds; the caller compares them again in full.
     *
     * @param filter query parameter of the system, for example {@code externalImportReference}
     */
    List<RemoteRecord> search(Entity entity, String filter, String value);

    /**
     * Creates a record.
     *
     * @param idempotencyKey CustomERP: sent as {@code Idempotency-Key}; PowerOffice has no such thing and ignores it
     * @throws RemoteException of kind {@code UNCLEAR} when it may have happened: never repeated blindly
     */
    RemoteRecord create(Entity entity, ObjectNode body, String idempotencyKey);

    /**
     * Changes members of a record, in one request and in the order given.
     *
     * @param etag CustomERP: condition; null: none
     * @return the record as the system answered
     */
    RemoteRecord patch(Entity entity, String id, List<Change> changes, @Nullable String etag);

    /** Requests sent so far, token requests included. */
    int requestsSent();
}
