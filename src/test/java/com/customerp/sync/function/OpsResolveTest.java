package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.world.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conflicts that wait for an operator under the policy {@code manual}. */
@QuarkusTest
@QuarkusTestResource(World.class)
@TestProfile(OpsResolveTest.Manual.class)
class OpsResolveTest extends OpsScenario {
    /** Conflicts of customers are decided by hand. */
    public static final class Manual implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("sync.customer.conflict", "manual");
        }
    }

    @ParameterizedTest
    @CsvSource({"customerp, Fra ERP AS", "poweroffice, Fra Go AS"})
    void a_conflict_is_decided_for_the_side_that_the_operator_names(String side, String kept) {
        linked(Entity.CUSTOMER, "C-1", "{'name':'Fjord Bygg AS','currencyCode':'NOK','invoiceDelivery':'print'}");
        edit(Entity.CUSTOMER, "C-1", "{'name':'Fra ERP AS'}");
        editCounterpart(Entity.CUSTOMER, "C-1", "{'Name':'Fra Go AS'}");
        webhooksArrive();
        assertEquals(State.PARKED, link(Entity.CUSTOMER, "C-1").state());
        ops("{'action':'resolve','entity':'customer','id':'C-1','use':'" + side + "'}");
        assertEquals(State.LINKED, link(Entity.CUSTOMER, "C-1").state());
        assertEquals(kept, inCustomerp(Entity.CUSTOMER, "C-1").path("name").asText());
        assertEquals(kept, counterpart(Entity.CUSTOMER, "C-1").path("Name").asText());
        assertEquals(1, world.links().conflicts(Entity.CUSTOMER, "C-1").size());
        assertError(
                "{'action':'resolve','entity':'customer','id':'C-1','use':'" + side + "'}",
                "there is nothing to resolve");
    }
}
