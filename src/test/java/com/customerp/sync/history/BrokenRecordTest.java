package com.customerp.sync.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.Cause;
import com.customerp.sync.sync.Journal;
import com.customerp.sync.sync.Outcome;
import com.customerp.sync.sync.RemoteSystem;
import com.customerp.sync.sync.Summary;
import com.customerp.sync.sync.Sweep;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What nobody thought of holds up its own record only, unless not even that can be noted. */
class BrokenRecordTest {
    private static final Duration LONG = Duration.ofMinutes(13);
    private static final String VALUE = "Nordlys Rederi AS";

    /** A sync with a mistake that shows at some records only. */
    private static final class Mistake implements Bug {
        final List<String> told = new ArrayList<>();
        Set<String> broken = Set.of();
        Set<String> large = Set.of();
        boolean readsAheadInVain;
        boolean tableIsAway;

        @Override
        public RemoteSystem system(Side side, RemoteSystem system) {
            Set<String> methods = Set.of("read", "readAll");
            return side == Side.CUSTOMERP ? system : Replaced.of(RemoteSystem.class, system, methods, this::meets);
        }

        private Object meets(Replaced.Call call) {
            boolean many = call.arguments[1] instanceof java.util.Map;
            if (many ? readsAheadInVain : broken.contains(call.<String>argument(1))) {
                throw new IllegalStateException("cannot handle " + VALUE);
            }
            return call.proceed();
        }

        @Override
        public LinkStore links(LinkStore links) {
            Function<Replaced.Call, Object> find = call -> {
                if (tableIsAway) {
                    throw new IllegalStateException("the table is away");
                }
                return call.proceed();
            };
            Function<Replaced.Call, Object> save = call -> {
                Link link = call.argument(0);
                if (large.contains(link.customerpId()) && link.state() != State.PARKED) {
                    throw new LinkStore.TooLargeException(link.entity());
                }
                return call.proceed();
            };
            LinkStore full = Replaced.of(LinkStore.class, links, Set.of("save"), save);
            return Replaced.of(LinkStore.class, full, Set.of("find"), find);
        }

        @Override
        public Journal journal() {
            return new Journal() {
                @Override
                public void reconciled(
                        Entity entity, String id, Cause cause, Outcome outcome, int calls, Duration took) {
                    if (outcome.fault() != null) {
                        told.add(id + " " + outcome.fault().sentence());
                    }
                }

                @Override
                public void failed(Entity entity, Cause cause, String sentence) {
                    told.add(entity.key() + " " + sentence);
                }
            };
        }
    }

    private final Mistake mistake = new Mistake();
    private final Company company = new Company(Setting.PLAIN, mistake);

    @BeforeEach
    void twentyCustomersThatHaveSomethingNew() {
        for (int number = 0; number < 20; number++) {
            ObjectNode members = JsonNodeFactory.instance
                    .objectNode()
                    .put("name", "Kunde " + number + " AS")
                    .put("currencyCode", "NOK")
                    .put("invoiceDelivery", "print");
            company.customerp.user("kari").create(Entity.CUSTOMER, members);
        }
        company.sweep(Entity.CUSTOMER, Sweep.Mode.FULL, LONG);
        ObjectNode edit = JsonNodeFactory.instance.objectNode().put("phone", "+47 22 00 00 17");
        customers().forEach(link -> company.customerp.user("kari").edit(Entity.CUSTOMER, link.customerpId(), edit));
        company.clock.pass(Duration.ofMinutes(10));
    }

    @Test
    void theOthersAreCarriedAlsoWhenManyInARowFail() {
        List<Link> before = customers();
        List<Link> first = before.subList(0, 12);
        mistake.broken = Set.copyOf(first.stream().map(Link::powerOfficeId).toList());
        mistake.readsAheadInVain = true;
        Summary summary =
                company.sweep(Entity.CUSTOMER, Sweep.Mode.CHANGES, LONG).orElseThrow();
        assertTrue(summary.isComplete());
        assertEquals(12, summary.count(Outcome.Result.RETRY));
        assertEquals(before.size() - 12, summary.count(Outcome.Result.PATCHED));
    }

    @Test
    void theRecordIsDueAgainAndSaysWhatAndWhereWithoutAValue() {
        Link record = customers().get(0);
        mistake.broken = Set.of(record.powerOfficeId());
        mistake.readsAheadInVain = true;
        company.sweep(Entity.CUSTOMER, Sweep.Mode.CHANGES, LONG);
        Link noted = customers().get(0);
        assertEquals(State.RETRY, noted.state());
        assertEquals(1, noted.attempts());
        assertTrue(noted.lastError().startsWith("unexpected IllegalStateException at "), noted.lastError());
        assertEquals(2, mistake.told.size(), mistake.told::toString);
        assertFalse(mistake.told.toString().contains(VALUE), mistake.told::toString);
    }

    @Test
    void onceItIsMendedTheRecordIsCarriedByItself() {
        Link record = customers().get(0);
        mistake.broken = Set.of(record.powerOfficeId());
        company.webhook(Entity.CUSTOMER, record.customerpId());
        assertEquals(State.RETRY, customers().get(0).state());
        mistake.broken = Set.of();
        company.clock.pass(Duration.ofMinutes(2));
        company.sweep(Entity.CUSTOMER, Sweep.Mode.CHANGES, LONG);
        assertEquals(State.LINKED, customers().get(0).state());
    }

    @Test
    void aRecordThatTheTableCannotHoldIsParkedWithWhatItHeldBefore() {
        Link record = customers().get(0);
        mistake.large = Set.of(record.customerpId());
        Summary summary =
                company.sweep(Entity.CUSTOMER, Sweep.Mode.CHANGES, LONG).orElseThrow();
        Link parked = customers().get(0);
        assertEquals(State.PARKED, parked.state());
        assertEquals(Reason.TOO_LONG, parked.problem().reason());
        assertEquals(record.powerOfficeId(), parked.powerOfficeId());
        assertEquals(record.bases(), parked.bases());
        assertTrue(summary.isComplete());
        assertEquals(customers().size() - 1, summary.count(Outcome.Result.PATCHED));
    }

    @Test
    void aTableThatIsAwayStopsTheWholeSweep() {
        mistake.tableIsAway = true;
        assertThrows(IllegalStateException.class, () -> company.sweep(Entity.CUSTOMER, Sweep.Mode.CHANGES, LONG));
    }

    private List<Link> customers() {
        return company.links.all(Entity.CUSTOMER, null).links();
    }
}
