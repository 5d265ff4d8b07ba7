package com.customerp.sync.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.State;
import com.customerp.sync.local.http.Fault;
import com.customerp.sync.local.http.Faults;
import com.customerp.sync.local.poweroffice.Resource;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.SafetyStopException;
import com.customerp.sync.sync.Summary;
import com.customerp.sync.sync.Sweep;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Pages that are not those that were asked for and change times that cannot be: nothing is archived or deleted, no pass goes
 * on for ever, and no edit is overlooked afterwards. Empty, short and broken lists: function/ListGlitchTest.
 */
class LyingListTest {
    private static final String FUTURE = "2099-01-01T00:00:00.000Z";
    private static final Duration LONG = Duration.ofMinutes(13);
    private static final int CUSTOMERS = 8;

    private final Company company = new Company(Setting.PLAIN, Bug.NONE);

    @BeforeEach
    void aFewCustomersAreLinked() {
        for (int number = 0; number < CUSTOMERS; number++) {
            ObjectNode members = members("Kunde " + number + " AS")
                    .put("currencyCode", "NOK")
                    .put("invoiceDelivery", "print");
            company.customerp.user("kari").create(Entity.CUSTOMER, members);
        }
        sweep(Sweep.Mode.FULL);
        sweep(Sweep.Mode.CHANGES);
        assertUntouched();
    }

    @ParameterizedTest
    @EnumSource
    void aWrongPageDeletesNothing(Lists.Lie lie) {
        for (Side side : Side.values()) {
            faults(side).when(Lists.of(side)).then(Lists.pages(side, lie));
            sweep(Sweep.Mode.FULL);
            sweep(Sweep.Mode.CHANGES);
            company.clock.pass(Duration.ofMinutes(15));
            sweep(Sweep.Mode.CHANGES);
            faults(side).clear();
            assertUntouched();
        }
        assertEditsArrive();
    }

    @ParameterizedTest
    @EnumSource
    void aListThatHasNoEndStopsTheSweepAndSaysSo(Side side) {
        for (Fault list : List.of(Lists.endless(side), Lists.round(side))) {
            faults(side).when(Lists.of(side)).then(list);
            SafetyStopException stopped = assertThrows(SafetyStopException.class, () -> sweep(Sweep.Mode.FULL));
            assertEquals(
                    "safety stop: the list of customer records of " + side.key() + " repeats itself without an end;"
                            + " nothing was archived. Check both systems, then run the sweep again.",
                    stopped.getMessage());
            faults(side).clear();
            assertUntouched();
        }
        assertEditsArrive();
    }

    @ParameterizedTest
    @EnumSource
    void aChangeTimeOfTheFutureHidesNoLaterChange(Side side) {
        company.clock.pass(Duration.ofMinutes(30));
        edit(side, 0, "I dag AS");
        faults(side).when(Lists.of(side)).times(1).then(Lists.changedAt(side, FUTURE));
        sweep(Sweep.Mode.CHANGES);
        assertEditsArrive();
    }

    @ParameterizedTest
    @EnumSource
    void aRecordThatWasOnceChangedInTheFutureIsStillCarried(Side side) {
        faults(side).always().then(Lists.changedAt(side, FUTURE));
        company.clock.pass(Duration.ofMinutes(30));
        edit(side, 0, "I framtiden AS");
        sweep(Sweep.Mode.CHANGES);
        faults(side).clear();
        assertEditsArrive();
    }

    @ParameterizedTest
    @EnumSource
    void ourClockMayJumpForthAndBack(Side side) {
        edit(side, 0, "Foran AS");
        company.clock.pass(Duration.ofHours(9));
        sweep(Sweep.Mode.CHANGES);
        sweep(Sweep.Mode.FULL);
        company.clock.pass(Duration.ofHours(-8));
        sweep(Sweep.Mode.CHANGES);
        sweep(Sweep.Mode.FULL);
        assertUntouched();
        company.clock.pass(Duration.ofHours(9));
        assertEditsArrive();
    }

    @ParameterizedTest
    @EnumSource
    void theClockMayJumpBetweenTwoPages(Side side) {
        Fault pages = Lists.pages(side, Lists.Lie.THE_LAST_ROW_COMES_AGAIN);
        faults(side).when(Lists.of(side)).then((request, system) -> {
            company.clock.pass(Duration.ofHours(Lists.page(side, request) % 2 == 0 ? -3 : 3));
            return pages.answer(request, system);
        });
        edit(side, 0, "Hopp AS");
        sweep(Sweep.Mode.FULL);
        sweep(Sweep.Mode.CHANGES);
        faults(side).clear();
        company.clock.pass(Duration.ofHours(4));
        assertEditsArrive();
    }

    /** What is edited now, on either side, is carried by the next passes over the changes. */
    private void assertEditsArrive() {
        company.clock.pass(Duration.ofMinutes(30));
        for (Side side : Side.values()) {
            String name = "Nytt navn " + side.key();
            edit(side, 0, name);
            company.clock.pass(Duration.ofMinutes(7));
            sweep(Sweep.Mode.CHANGES);
            company.clock.pass(Duration.ofMinutes(7));
            sweep(Sweep.Mode.CHANGES);
            assertEquals(name, name(side.other(), 0), "edited in " + side.key());
        }
        assertUntouched();
    }

    private Optional<Summary> sweep(Sweep.Mode mode) {
        return company.sweep(Entity.CUSTOMER, mode, LONG);
    }

    private List<Link> links() {
        return company.links.all(Entity.CUSTOMER, null).links();
    }

    private void assertUntouched() {
        assertEquals(CUSTOMERS, links().size());
        for (Link link : links()) {
            assertEquals(State.LINKED, link.state(), () -> link.customerpId() + " " + link.lastError());
        }
        assertTrue(company.customerp.all(Entity.CUSTOMER).stream()
                .allMatch(customer -> customer.path("isActive").asBoolean(true)));
        assertEquals(
                CUSTOMERS,
                company.powerOffice.user().all(Resource.of(Entity.CUSTOMER)).stream()
                        .filter(customer -> !customer.path("IsArchived").asBoolean())
                        .count());
    }

    private void edit(Side side, int number, String name) {
        Link link = links().get(number);
        if (side == Side.CUSTOMERP) {
            company.customerp.user("kari").edit(Entity.CUSTOMER, link.customerpId(), members(name));
        } else {
            ObjectNode edit = JsonNodeFactory.instance.objectNode().put("Name", name);
            company.powerOffice.user().edit(Resource.of(Entity.CUSTOMER), link.powerOfficeId(), edit);
        }
    }

    private String name(Side side, int number) {
        Link link = links().get(number);
        return side == Side.CUSTOMERP
                ? company.customerp
                        .read(Entity.CUSTOMER, link.customerpId())
                        .orElseThrow()
                        .path("name")
                        .asText()
                : company.powerOffice
                        .user()
                        .read(Resource.of(Entity.CUSTOMER), link.powerOfficeId())
                        .orElseThrow()
                        .path("Name")
                        .asText();
    }

    private static ObjectNode members(String name) {
        return JsonNodeFactory.instance.objectNode().put("name", name);
    }

    private Faults faults(Side side) {
        return side == Side.CUSTOMERP ? company.customerp.faults() : company.powerOffice.faults();
    }
}
