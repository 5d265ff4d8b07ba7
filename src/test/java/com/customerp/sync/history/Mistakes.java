package com.customerp.sync.history;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.MatchIndex;
import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.sync.Change;
import com.customerp.sync.sync.RemoteException;
import com.customerp.sync.sync.RemotePage;
import com.customerp.sync.sync.RemoteRecord;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What {@link SeededBugs} do instead of a call between the core and a port. */
final class Mistakes {
    /** Of two lists of PowerOffice. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private Mistakes() {}

    static Object noneOfAll(Replaced.Call call) {
        return call.<Collection<MatchIndex.Entry>>argument(0).stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), entry -> Set.of()));
    }

    static Object twice(Replaced.Call call) {
        try {
            return call.proceed();
        } catch (RemoteException unclear) {
            return call.proceed();
        }
    }

    static Object tooLate(Replaced.Call call) {
        if (call.arguments[1] != null) {
            call.arguments[1] = Instant.parse(call.<String>argument(1))
                    .plus(Duration.ofMinutes(10))
                    .toString();
        }
        return call.proceed();
    }

    static Object noChanges(Replaced.Call call) {
        return call.arguments[1] == null ? call.proceed() : new RemotePage(List.of(), null);
    }

    static Object withoutBases(Replaced.Call call) {
        Link link = call.argument(0);
        call.arguments[0] =
                link.change().withoutBases(Set.copyOf(link.bases().keySet())).build();
        return call.proceed();
    }

    /** The answer as if the server had stored each value as it was sent. */
    static Object asSent(Replaced.Call call) {
        Optional<RemoteRecord> answer = call.proceed();
        List<Change> changes = call.argument(2);
        return answer.map(record -> {
            ObjectNode body = record.body().deepCopy();
            changes.forEach(change -> put(body, change));
            return new RemoteRecord(record.id(), body, record.etag(), record.version(), record.deleted());
        });
    }

    private static void put(ObjectNode body, Change change) {
        JsonPointer parent = change.path().head();
        if (parent.toString().isEmpty() || body.at(parent).isObject()) {
            ObjectNode object = parent.toString().isEmpty() ? body : (ObjectNode) body.at(parent);
            object.set(change.path().last().getMatchingProperty(), change.value());
        }
    }

    static Object withoutOverlap(Replaced.Call call) {
        if (call.arguments[1] != null) {
            call.arguments[1] =
                    Instant.parse(call.<String>argument(1)).plus(OVERLAP).toString();
        }
        return call.proceed();
    }

    /** What could not be done now is not noted as due. */
    static Object withoutNote(Replaced.Call call) {
        Link link = call.argument(0);
        return link.state() == State.RETRY ? Optional.of(link) : call.proceed();
    }

    static Object withoutLease(Replaced.Call call) {
        Optional<Link> link = call.proceed();
        return link.map(found -> found.change().lease(null).build());
    }

    static Object emptyOnFault(Replaced.Call call) {
        try {
            return call.proceed();
        } catch (RemoteException fault) {
            return Optional.empty();
        }
    }

    static Object withoutNulls(Replaced.Call call) {
        List<Change> changes = call.argument(2);
        call.arguments[2] =
                changes.stream().filter(change -> !change.value().isNull()).toList();
        return call.proceed();
    }

    static Object more(Replaced.Call call) {
        List<Change> changes = new ArrayList<>(call.<List<Change>>argument(2));
        if (call.arguments[0] == Entity.CUSTOMER) {
            changes.add(new Change(JsonPointer.compile("/ExternalNumber"), IntNode.valueOf(4711)));
        }
        call.arguments[2] = changes;
        return call.proceed();
    }
}
