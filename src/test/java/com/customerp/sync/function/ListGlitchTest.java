package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.link.State;
import com.customerp.sync.local.customerp.Glitches;
import com.customerp.sync.local.http.Fault;
import com.customerp.sync.local.http.Faults;
import com.customerp.sync.local.http.Request;
import com.customerp.sync.local.poweroffice.PowerOfficeFaults;
import com.customerp.sync.local.poweroffice.Resource;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.world.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A list that is empty, half as long or no list at all deletes nothing, of any pair and on any side (design.md 2). */
@QuarkusTest
@QuarkusTestResource(World.class)
class ListGlitchTest extends Scenario {
    private static final int FEW = 2;
    private static final int MANY = 21;

    /** How a list lies. */
    enum Glitch {
        EMPTY(Glitches.emptyList(), PowerOfficeFaults.emptyList()),
        HALF(Glitches.halfList(), PowerOfficeFaults.halfList()),
        HTML(Fault.html(200), Fault.html(200));

        private final Fault ofCustomerp;
        private final Fault ofPowerOffice;

        Glitch(Fault ofCustomerp, Fault ofPowerOffice) {
            this.ofCustomerp = ofCustomerp;
            this.ofPowerOffice = ofPowerOffice;
        }

        Fault of(Side side) {
            return side == Side.CUSTOMERP ? ofCustomerp : ofPowerOffice;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aListThatLiesDeletesNothing(Entity entity) {
        prepare(entity, FEW);
        for (Side side : Side.values()) {
            for (Glitch glitch : Glitch.values()) {
                String where = side + " " + glitch;
                faults(side)
                        .when(list(entity))
                        .times(glitch == Glitch.HTML ? 50 : 1)
                        .then(glitch.of(side));
                full(entity);
                faults(side).clear();
                world.clock.pass(Duration.ofMinutes(15));
                changes(entity);
                assertUntouched(entity, FEW, where);
            }
        }
        assertQuiet();
    }

    @ParameterizedTest
    @EnumSource
    void manyThatAListDoesNotShowStopTheSweep(Entity entity) {
        prepare(entity, MANY);
        for (Side side : Side.values()) {
            if (entity == Entity.ORDER && side == Side.CUSTOMERP) {
                // Open orders are read with their lines in any case, and so are their counterparts.
                continue;
            }
            faults(side).when(list(entity)).times(1).then(Glitch.EMPTY.of(side));
            SweepFailedException stopped =
                    assertThrows(SweepFailedException.class, () -> full(entity), side.toString());
            assertTrue(stopped.getMessage().startsWith("safety stop"), stopped.getMessage());
            faults(side).clear();
            assertUntouched(entity, MANY, side.toString());
        }
    }

    private void prepare(Entity entity, int count) {
        linked(Entity.CUSTOMER, "C-0", "{'name':'Fjord Bygg AS','currencyCode':'NOK','invoiceDelivery':'print'}");
        linked(Entity.PRODUCT, "PR-0", "{'productNumber':'NULL','name':'Vare','unitCode':'EA'}");
        for (int number = 1; number <= count; number++) {
            create(entity, Samples.id(entity, number), Samples.members(entity, number));
        }
        webhooksAreLost();
        full(entity);
        webhooksArrive();
        full(entity);
        forgetRequests();
    }

    private Faults faults(Side side) {
        return side == Side.CUSTOMERP
                ? world.customerp().faults()
                : world.powerOffice().faults();
    }

    private static Predicate<Request> list(Entity entity) {
        String ofPowerOffice = "/" + Resource.of(entity).path();
        return request -> request.method().equals("GET")
                && (request.path().endsWith("/" + entity.collection())
                        || request.path().toLowerCase(Locale.ROOT).endsWith(ofPowerOffice.toLowerCase(Locale.ROOT)));
    }

    private void assertUntouched(Entity entity, int count, String where) {
        for (int number = 1; number <= count; number++) {
            String id = Samples.id(entity, number);
            assertEquals(State.LINKED, link(entity, id).state(), where + " " + id);
        }
        assertEquals(0, powerOfficeWrites(), where);
        assertEquals(0, customerpWrites(), where);
    }
}
