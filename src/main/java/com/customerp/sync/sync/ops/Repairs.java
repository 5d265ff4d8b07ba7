package com.customerp.sync.sync.ops;

import com.customerp.sync.link.Event;
import com.customerp.sync.link.Link;
import com.customerp.sync.link.LinkBuilder;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.mapping.RecordId;
import com.customerp.sync.mapping.RecordKey;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.Cause;
import com.customerp.sync.sync.ConflictPolicy;
import com.customerp.sync.sync.Engines;
import com.customerp.sync.sync.Outcome;
import com.customerp.sync.sync.Policy;
import com.customerp.sync.sync.RemoteRecord;
import com.customerp.sync.sync.Visit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an operator does to one record. Each writes the link under its version, as the sync itself does. */
record Repairs(Engines.Parts parts, Ops.Pairings pairings, String correlationId) {
    private static final Set<Visit.Trait> TRAITS = Set.of(Visit.Trait.FORCED, Visit.Trait.SEARCHES);

    /** Looks at the record now, whatever is noted about it. */
    ObjectNode retry(Entity entity, String id) {
        return reconcile(entity, id, pairings);
    }

    /** Decides the conflicts of a record for one side. */
    ObjectNode resolve(Entity entity, String id, Side winner) {
        Reason reason = Optional.ofNullable(known(entity, id).problem())
                .map(Problem::reason)
                .orElseThrow(() -> new OpsException("the record is not parked: there is nothing to resolve"));
        if (reason == Reason.AMBIGUOUS || reason == Reason.CONTRADICTION) {
            throw new OpsException("several records could be the counterpart: choose one with link, "
                    + "or correct the records and retry");
        }
        if (reason != Reason.CONFLICT) {
            throw new OpsException(
                    "it is parked as " + reason.code() + ", which no choice of a side resolves: see its sentence");
        }
        ConflictPolicy policy = winner == Side.CUSTOMERP ? ConflictPolicy.CUSTOMERP : ConflictPolicy.POWEROFFICE;
        return reconcile(entity, id, other -> pairings.of(other)
                .map(pairing -> other == entity
                        ? new Engines.Pairing(pairing.mapping(), with(pairing.policy(), policy))
                        : pairing));
    }

    private static Policy with(Policy policy, ConflictPolicy conflict) {
        return new Policy(conflict, policy.delete(), policy.createInCustomerp());
    }

    /** Makes these two records a pair, and brings them to the same place. */
    ObjectNode link(Entity entity, String id, String powerOfficeId) {
        Engines.Pairing pairing =
                pairings.of(entity).orElseThrow(() -> new OpsException(entity.collection() + " are switched off"));
        Link link = parts.links().find(entity, id).orElseGet(() -> Link.unknown(entity, id));
        checkFree(link);
        if (link.powerOfficeId() != null && !link.powerOfficeId().equals(RecordId.lastOf(powerOfficeId))) {
            throw new OpsException("the record is linked to another one: unlink it first");
        }
        if (parts.systems().customerp().read(entity, id).isEmpty()) {
            throw new OpsException("CustomERP has no such record");
        }
        RemoteRecord powerOffice = parts.systems()
                .powerOffice()
                .read(entity, powerOfficeId)
                .orElseThrow(() -> new OpsException("PowerOffice has no such record"));
        LinkBuilder linked = link.change()
                .powerOfficeId(powerOffice.id())
                .powerOfficeOwner(pairing.mapping().ownerIn(powerOffice.body()))
                .state(State.LINKED)
                .problem(null)
                .postedAt(null)
                .intention(null);
        save(linked.nextAttemptAt(parts.clock().instant()), "linked");
        return reconcile(entity, id, pairings);
    }

    /** Parts a pair; both records stay as they are. */
    ObjectNode unlink(Entity entity, String id) {
        Link link = known(entity, id);
        if (link.powerOfficeId() == null) {
            throw new OpsException("the record is not linked");
        }
        delete(link);
        return Answers.of(entity, id).put("powerOfficeId", link.powerOfficeId()).put("result", "unlinked");
    }

    /** Leaves a record alone until it is included again. */
    ObjectNode exclude(Entity entity, String id, Optional<String> reason) {
        Link link = parts.links().find(entity, id).orElseGet(() -> Link.unknown(entity, id));
        checkFree(link);
        LinkBuilder excluded = link.change()
                .state(State.EXCLUDED)
                .problem(null)
                .nextAttemptAt(null)
                .attempts(0)
                .lastError(reason.map(text -> "excluded: " + text).orElse("excluded by an operator"));
        save(excluded, "excluded");
        return Answers.of(entity, id).put("result", "excluded");
    }

    /** Takes an excluded record back. */
    ObjectNode include(Entity entity, String id) {
        Link link = known(entity, id);
        if (link.state() != State.EXCLUDED) {
            throw new OpsException("the record is not excluded");
        }
        checkFree(link);
        LinkBuilder included = link.change()
                .state(State.RETRY)
                .lastError(null)
                .nextAttemptAt(parts.clock().instant());
        save(included, "included");
        return reconcile(entity, id, pairings);
    }

    /** Deletes all that is stored about a record. While CustomERP has the record, the next pass takes it up again. */
    ObjectNode forget(Entity entity, String id) {
        Optional<Link> link = parts.links().find(entity, id);
        link.ifPresent(this::delete);
        parts.index().put(entity, Side.CUSTOMERP, Map.of(id, Map.of()));
        forgetWaiters(new RecordKey(entity, Side.CUSTOMERP, id));
        link.map(Link::powerOfficeId).ifPresent(powerOfficeId -> {
            parts.index().put(entity, Side.POWEROFFICE, Map.of(powerOfficeId, Map.of()));
            forgetWaiters(new RecordKey(entity, Side.POWEROFFICE, powerOfficeId));
        });
        return Answers.of(entity, id).put("result", link.isPresent() ? "forgotten" : "unknown");
    }

    private void forgetWaiters(RecordKey record) {
        Set<RecordKey> waiters = parts.waiting().waiters(List.of(record)).getOrDefault(record, Set.of());
        if (!waiters.isEmpty()) {
            parts.waiting().remove(record, waiters);
        }
    }

    private ObjectNode reconcile(Entity entity, String id, Ops.Pairings policies) {
        if (policies.of(entity).isEmpty()) {
            throw new OpsException(entity.collection() + " are switched off");
        }
        Cause cause = new Cause("ops", correlationId, true);
        Outcome outcome = new Engines(parts, policies::of).reconcile(entity, new Visit(id, null, null, cause, TRAITS));
        return Answers.of(entity, id, outcome);
    }

    private Link known(Entity entity, String id) {
        return parts.links()
                .find(entity, id)
                .orElseThrow(() -> new OpsException("nothing is stored about this record"));
    }

    private void checkFree(Link link) {
        if (link.isLeased(parts.clock().instant())) {
            throw new OpsException("the record is being written just now: try again in half a minute");
        }
    }

    private void save(LinkBuilder change, String result) {
        Event event = new Event(parts.clock().instant(), "ops", result, List.of(), null, "", correlationId);
        try {
            parts.links().save(change.event(event).build()).orElseThrow(Repairs::raced);
        } catch (LinkStore.TakenException taken) {
            throw new OpsException("the record of PowerOffice is linked to another one: unlink that first");
        }
    }

    private void delete(Link link) {
        checkFree(link);
        if (!parts.links().delete(link)) {
            throw raced();
        }
    }

    private static OpsException raced() {
        return new OpsException("the record was written by another function just now: try again");
    }
}
