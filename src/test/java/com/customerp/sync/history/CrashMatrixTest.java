package com.customerp.sync.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.history.Ledger.Place;
import com.customerp.sync.link.Link;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.Sweep;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each kind of record and each thing that can happen to it, on either side: the function that carries it is killed after
 * each of its calls to the store or to a system. What is there in the end is what would be there without the kill:
 * nothing is created twice, no link is lost, nothing stays behind as being created.
 */
class CrashMatrixTest {
    private static final Duration LONG = Duration.ofMinutes(13);
    /** mapping.md 1.8: a record that is missing in PowerOffice is asked for again. */
    private static final Duration MISSING_FOR_CERTAIN = Duration.ofMinutes(11);

    /** What a record refers to comes before it. */
    private static final Map<Entity, List<Entity>> NEEDED = Map.of(
            Entity.CONTACT, List.of(Entity.CUSTOMER, Entity.CONTACT),
            Entity.PROJECT, List.of(Entity.CUSTOMER, Entity.PROJECT),
            Entity.ORDER, List.of(Entity.CUSTOMER, Entity.PRODUCT, Entity.ORDER));

    /** What happens to a record. */
    enum Event {
        CREATE,
        UPDATE,
        ARCHIVE,
        DELETE
    }

    /** Who carries it; PowerOffice sends no webhooks. */
    enum Carrier {
        WEBHOOK,
        SWEEP
    }

    static Stream<Arguments> cases() {
        List<Arguments> cases = new ArrayList<>();
        for (Entity entity : Entity.values()) {
            for (Event event : Event.values()) {
                // Orders are not archived.
                if (entity != Entity.ORDER || event != Event.ARCHIVE) {
                    cases.add(Arguments.of(entity, event, Side.CUSTOMERP, Carrier.WEBHOOK));
                    cases.add(Arguments.of(entity, event, Side.CUSTOMERP, Carrier.SWEEP));
                    cases.add(Arguments.of(entity, event, Side.POWEROFFICE, Carrier.SWEEP));
                }
            }
        }
        return cases.stream();
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @MethodSource("cases")
    void aKilledFunctionLeavesTheSameBehindAsOneThatLived(Entity entity, Event event, Side side, Carrier carrier) {
        History undisturbed = carried(entity, event, side, carrier, Integer.MAX_VALUE);
        int calls = undisturbed.company.lastCalls();
        assertTrue(calls > 2, "the function has something to do");
        undisturbed.end();
        Map<String, Long> expected = inventory(undisturbed);
        for (int call = 1; call <= calls; call++) {
            History disturbed = carried(entity, event, side, carrier, call);
            String when = "killed after call " + call + " of " + calls;
            try {
                disturbed.end();
            } catch (Violation broken) {
                throw new AssertionError(when, broken);
            }
            assertEquals(expected, inventory(disturbed), when);
        }
    }

    private static History carried(Entity entity, Event event, Side side, Carrier carrier, int lastCall) {
        History history = new History(new Setting(0, 0, 0, true, false), Bug.NONE);
        history.begin(NEEDED.getOrDefault(entity, List.of(entity)));
        history.company.clock.pass(Duration.ofMinutes(1));
        happen(history, entity, event, side);
        history.company.clock.pass(Duration.ofMinutes(1));
        if (event == Event.DELETE && side == Side.POWEROFFICE) {
            history.company.sweep(entity, Sweep.Mode.FULL, LONG);
            history.company.clock.pass(MISSING_FOR_CERTAIN);
        }
        history.company.killNextAfter(lastCall);
        if (carrier == Carrier.WEBHOOK) {
            history.company.webhooks.take(1).forEach(change -> history.company.webhook(change.entity(), change.id()));
        } else {
            history.company.sweep(entity, Sweep.Mode.CHANGES, LONG);
        }
        return history;
    }

    private static void happen(History history, Entity entity, Event event, Side side) {
        if (event == Event.CREATE) {
            history.births.another(side, entity, 0, 1);
            return;
        }
        // The last one is referred to by nobody.
        List<String> ids = history.people.ids(side, entity);
        Place place = new Place(side, entity, ids.get(ids.size() - 1));
        switch (event) {
            case UPDATE -> assertTrue(history.people.change(place, update(entity, side)));
            case ARCHIVE -> assertTrue(history.people.change(place, archive(entity, side)));
            default -> {
                history.people.delete(place);
                assertEquals(ids.size() - 1, history.people.ids(side, entity).size());
            }
        }
    }

    private static ObjectNode update(Entity entity, Side side) {
        String field =
                switch (entity) {
                    case ORDER -> side == Side.CUSTOMERP ? "purchaseOrderNumber" : "PurchaseOrderReference";
                    case PRODUCT -> side == Side.CUSTOMERP ? "description" : "Description";
                    case PROJECT -> side == Side.CUSTOMERP ? "contractNumber" : "ContractNo";
                    default -> side == Side.CUSTOMERP ? "phone" : "PhoneNumber";
                };
        return Births.json("{'" + field + "':'22 00 00 07'}");
    }

    private static ObjectNode archive(Entity entity, Side side) {
        boolean customerp = side == Side.CUSTOMERP;
        return Births.json(
                switch (entity) {
                    case CONTACT -> customerp ? "{'isActive':false}" : "{'IsActive':false}";
                    case PROJECT ->
                        customerp
                                ? "{'isActive':false,'status':'archived'}"
                                : "{'IsActive':false,'ProjectStatus':'Archived'}";
                    default -> customerp ? "{'isArchived':true}" : "{'IsArchived':true}";
                });
    }

    /** How many records there are of each kind on each side, and how many links in each state. */
    private static Map<String, Long> inventory(History history) {
        Map<String, Long> inventory = new TreeMap<>();
        for (Entity entity : Entity.values()) {
            for (Side side : Side.values()) {
                inventory.put(entity + " in " + side, (long)
                        history.people.ids(side, entity).size());
            }
            for (Link link : history.company.links.all(entity, null).links()) {
                inventory.merge(entity + " " + link.state(), 1L, Long::sum);
            }
        }
        return inventory;
    }
}
