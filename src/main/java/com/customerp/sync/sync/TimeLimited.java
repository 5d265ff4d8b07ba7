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
    public Optional<RemoteRecord> read(Entity entity, String path) {
        return inTime().read(entity, path);
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
    public RemoteRecord create(Entity entity, @Nullable String owner, ObjectNode body, String idempotencyKey) {
        return inTime().create(entity, owner, body, idempotencyKey);
    }

    @Override
    public Optional<RemoteRecord> patch(Entity entity, String path, List<Change> changes, @Nullable String etag) {
        return inTime().patch(entity, path, changes, etag);
    }

    @Override
    public void delete(Entity entity, String path) {
        inTime().delete(entity, path);
    }

    @Override
    public RemoteRecord createLine(Entity entity, String path, ObjectNode line) {
        return inTime().createLine(entity, path, line);
    }

    @Override
    public RemoteRecord patchLine(Entity entity, String path, String line, List<Change> changes) {
        return inTime().patchLine(entity, path, line, changes);
    }

    @Override
    public void deleteLine(Entity entity, String path, String line) {
        inTime().deleteLine(entity, path, line);
    }

    @Override
    public int requestsSent() {
        return system.requestsSent();
    }

    @Override
    public int requestsThrottled() {
        return system.requestsThrottled();
    }
}
