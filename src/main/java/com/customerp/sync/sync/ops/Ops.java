package com.customerp.sync.sync.ops;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.sync.Deadline;
import com.customerp.sync.sync.Engines;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Answers the actions of functions.md, "ops". Not thread-safe; one for each invocation. */
public final class Ops {
    private static final int RECORDS_TOLD = 200;
    private static final int MOST_RECORDS_TOLD = 2_000;

    /** What is set for each pair; empty for one that is switched off. */
    @FunctionalInterface
    public interface Pairings {
        Optional<Engines.Pairing> of(Entity entity);
    }

    private final Engines.Parts parts;
    private final Pairings pairings;
    private final Deadline deadline;
    private final String correlationId;
    private final Map<String, Function<OpsRequest, ObjectNode>> actions = new TreeMap<>();

    /**
     * @param deadline for a plan of everything
     * @param correlationId ties log lines and events together
     */
    public Ops(Engines.Parts parts, Pairings pairings, Deadline deadline, String correlationId) {
        this.parts = parts;
        this.pairings = pairings;
        this.deadline = deadline;
        this.correlationId = correlationId;
        Repairs repairs = new Repairs(parts, pairings, correlationId);
        Explanation explanation = new Explanation(parts, pairings, correlationId);
        actions.put("status", request -> new StatusReport(parts.links(), parts.clock()).answer());
        actions.put("list", request -> new Listing(parts.links(), parts.clock()).answer(request));
        actions.put("plan", this::plan);
        actions.put("explain", request -> explanation.answer(request.neededEntity(), id(request)));
        actions.put("retry", request -> repairs.retry(request.neededEntity(), id(request)));
        actions.put("resolve", request -> repairs.resolve(request.neededEntity(), id(request), request.use()));
        actions.put(
                "link", request -> repairs.link(request.neededEntity(), id(request), request.needed("powerOfficeId")));
        actions.put("unlink", request -> repairs.unlink(request.neededEntity(), id(request)));
        actions.put("exclude", request -> repairs.exclude(request.neededEntity(), id(request), request.text("reason")));
        actions.put("include", request -> repairs.include(request.neededEntity(), id(request)));
        actions.put("forget", request -> repairs.forget(request.neededEntity(), id(request)));
    }

    /**
     * The answer to an event.
     *
     * @throws OpsException when it asks for what cannot be done
     * @throws com.customerp.sync.sync.RemoteException when a system refuses us altogether
     */
    public ObjectNode answer(JsonNode event) {
        OpsRequest request = new OpsRequest(event);
        Function<OpsRequest, ObjectNode> action = actions.get(request.needed("action"));
        if (action == null) {
            throw new OpsException("action must be one of " + String.join(", ", actions.keySet()));
        }
        return action.apply(request);
    }

    private String id(OpsRequest request) {
        return request.customerpId(parts.links());
    }

    private ObjectNode plan(OpsRequest request) {
        DryRun run = new DryRun(parts, pairings::of, correlationId);
        Optional<Entity> entity = request.entity();
        if (request.text("id").isPresent()) {
            Entity one = request.neededEntity();
            if (pairings.of(one).isEmpty()) {
                throw new OpsException(one.collection() + " are switched off");
            }
            return run.one(one, id(request));
        }
        return run.all(
                entity.map(List::of).orElse(Entity.ORDER_OF_WORK),
                deadline,
                request.limit(RECORDS_TOLD, MOST_RECORDS_TOLD));
    }
}
