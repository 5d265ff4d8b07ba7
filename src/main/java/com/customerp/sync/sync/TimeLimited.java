package com.customerp.sync.sync;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A system that starts no request when the time is up, so that what cannot be finished is noted as due before somebody
 * stops waiting for the answer (design.md 4).
 */
public final class TimeLimited implements RemoteSystem {
    private final RemoteSystem system;
    private final Side side;
    private final Deadline deadline;

    public TimeLimited(RemoteSystem system, Side side, Deadline deadline) {
        this.system = system;
        this.side = side;
        this.deadline = deadline;
    }

    private RemoteSystem inTime() {
        if (!deadline.takesWork()) {
            throw RemoteException.of(side, RemoteException.Kind.TRANSIENT)
                    .detail("no time is left for another request")
                    .build();
        }
        return system;
    }

    @Override
    public Optional<RemoteRecord> read(Entity entity, String id) {
        return inTime().read(entity, id);
    }

    @Override
    public Map<String, RemoteRecord> readAll(Entity entity, Map<String, String> hints) {
        return inTime().readAll(entity, hints);
    }

    @Override
    public RemotePage list(Entity entity, @Nullable String changedSince, @Nullable String page) {
        return inTime().list(entity, changedSince, page);
    }

    @Override
    public List<RemoteRecord> search(Entity entity, String filter, String value) {
        return inTime().search(entity, filter, value);
    }

    @Override
    public RemoteRecord create(Entity entity, ObjectNode body, String idempotencyKey) {
        return inTime().create(entity, body, idempotencyKey);
    }

    @Override
    public RemoteRecord patch(Entity entity, String id, List<Change> changes, @Nullable String etag) {
        return inTime().patch(entity, id, changes, etag);
    }

    @Override
    public int requestsSent() {
        return system.requestsSent();
    }
}
