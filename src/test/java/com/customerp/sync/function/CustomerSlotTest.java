package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.world.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens to a counterpart whose key slot is filled already (mapping.md 1.5). */
@QuarkusTest
@QuarkusTestResource(World.class)
class CustomerSlotTest extends CustomerScenario {
    private static final String ID = "C-5001";
    private static final String GRANLI = "{\"name\":\"Granli Prøve AS\",\"organizationNumber\":\"987654325\"}";

    @Test
    void aCandidateWhoseSlotNamesAnotherLivingRecordIsAContradiction() {
        String owner = customer("{\"name\":\"Eieren AS\"}");
        String existing = powerOfficeCustomer(granliWithSlot("customerp:" + owner));
        create(GRANLI);
        onlyTheLastWebhookArrives();
        assertEquals(202, answers.get(0).path("statusCode").asInt());
        assertEquals("contradiction", body(answers.get(0)).path("reason").asText());
        assertEquals("id", body(answers.get(0)).path("field").asText());
        assertEquals(List.of(existing), link(ID).problem().candidates());
        assertEquals(0, powerOfficeWrites() + customerpWrites(), "nothing is written");
    }

    @Test
    void aSlotThatNamesARecordThatIsGoneIsOverwritten() {
        String existing = powerOfficeCustomer(granliWithSlot("customerp:C-9999"));
        create(GRANLI);
        changes();
        assertEquals(existing, link(ID).powerOfficeId());
        assertEquals(State.LINKED, link(ID).state());
        assertEquals(
                "customerp:" + ID,
                counterpart(ID).path("ExternalImportReference").asText());
        assertQuiet();
    }

    @Test
    void aSlotOfAnotherIntegrationIsLeftAloneAndNoted() {
        String existing = powerOfficeCustomer(granliWithSlot("nettbutikk-42"));
        create(GRANLI);
        changes();
        assertEquals(existing, link(ID).powerOfficeId());
        assertForeignSlotNoted(existing);
        editCustomerp(ID, "{\"phone\":\"+47 22 00 00 99\"}");
        webhooksArrive();
        full();
        assertEquals("+47 22 00 00 99", counterpart(ID).path("PhoneNumber").asText());
        assertForeignSlotNoted(existing);
    }

    private void create(String members) {
        world.customerp().user("kari").create(Entity.CUSTOMER, ID, json(members));
    }

    private void onlyTheLastWebhookArrives() {
        world.customerp().webhooks().release(events -> events.subList(events.size() - 1, events.size()));
    }

    private static String granliWithSlot(String text) {
        return json("{\"Name\":\"Granli Prøve AS\",\"OrganizationNumber\":\"987654325\"}")
                .put("ExternalImportReference", text)
                .toString();
    }

    private void assertForeignSlotNoted(String powerOfficeId) {
        assertEquals(
                "nettbutikk-42",
                inPowerOffice(powerOfficeId).path("ExternalImportReference").asText());
        assertEquals(
                List.of(Reason.TAKEN),
                link(ID).notices().stream()
                        .filter(notice -> notice.field().equals("id"))
                        .map(Problem::reason)
                        .toList());
    }
}
