package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.State;
import com.customerp.sync.local.poweroffice.Resource;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.world.World;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How customers of CustomERP find those that are in PowerOffice already (mapping.md 1.6 and 3.2). */
@QuarkusTest
@QuarkusTestResource(World.class)
class CustomerMatchTest extends CustomerScenario {
    private static final String ID = "C-5001";
    private static final String GRANLI = "{\"name\":\"Granli Prøve AS\",\"organizationNumber\":\"987654325\"}";
    private static final String GRANLI_THERE = "{\"Name\":\"Granli Prøve AS\",\"OrganizationNumber\":\"987654325\"}";

    /** CustomERP's customer and PowerOffice's, with one key in common. */
    static Stream<Arguments> keys() {
        return Stream.of(
                arguments(
                        "key slot",
                        "{\"name\":\"Havblikk Prøve AS\"}",
                        "{\"Name\":\"Et annet navn AS\",\"ExternalImportReference\":\"customerp:C-5001\"}"),
                arguments(
                        "number",
                        "{\"name\":\"Havblikk Prøve AS\",\"customerNumber\":\"10042\"}",
                        "{\"Name\":\"Et annet navn AS\",\"Number\":10042}"),
                arguments(
                        "organization number",
                        "{\"name\":\"Havblikk Prøve AS\",\"organizationNumber\":\"NO 987 654 325 MVA\"}",
                        "{\"Name\":\"Et annet navn AS\",\"OrganizationNumber\":\"987654325\"}"),
                arguments(
                        "e-mail and name of a company",
                        "{\"name\":\"Havblikk  prøve AS\",\"email\":\"post@havblikk.example\"}",
                        "{\"Name\":\"HAVBLIKK Prøve AS\",\"EmailAddress\":\"Post@Havblikk.example\"}"),
                arguments(
                        "e-mail and names of a person",
                        "{\"isPerson\":true,\"firstName\":\"Prøve\",\"lastName\":\"Eksempel\",\"email\":\"p@e.example\"}",
                        "{\"IsPerson\":true,\"FirstName\":\"PRØVE\",\"LastName\":\"eksempel\",\"EmailAddress\":\"p@e.example\"}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keys")
    void oneKeyAloneLinksThroughAWebhook(String key, String members, String there) {
        String existing = powerOfficeCustomer(there);
        create(members);
        webhooksArrive();
        assertEquals("linked", result(answers.get(0)), key);
        assertLinked(existing);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keys")
    void oneKeyAloneLinksInASweep(String key, String members, String there) {
        String existing = powerOfficeCustomer(there);
        create(members);
        assertEquals(1, changes().path("matched").asInt(), key);
        assertLinked(existing);
    }

    @Test
    void theSameEmailAndNameWithTwoOrganizationNumbersAreTwoCustomers() {
        powerOfficeCustomer(
                "{\"Name\":\"Lik AS\",\"EmailAddress\":\"post@lik.example\",\"OrganizationNumber\":\"811111111\"}");
        create("{\"name\":\"Lik AS\",\"email\":\"post@lik.example\",\"organizationNumber\":\"822222222\"}");
        webhooksArrive();
        assertEquals("created", body(answers.get(0)).path("result").asText());
        assertEquals(2, allInPowerOffice().size());
    }

    @Test
    void theNumberOfAnotherLinkedRecordIsTaken() {
        String holder = customer("{\"name\":\"Første AS\",\"customerNumber\":\"10042\"}");
        webhooksArrive();
        forgetRequests();
        editCustomerp(holder, "{\"customerNumber\":\"10050\"}");
        create("{\"name\":\"Andre AS\",\"customerNumber\":\"10042\"}");
        onlyTheLastWebhookArrives();
        assertParked(ID, Reason.TAKEN, "customerNumber", link(holder).powerOfficeId());
    }

    @Test
    void twoInPowerOfficeWithTheOrganizationNumberAreAmbiguous() {
        String first = powerOfficeCustomer(GRANLI_THERE);
        String second = powerOfficeCustomer(GRANLI_THERE);
        create(GRANLI);
        webhooksArrive();
        assertAnswer(202, "ambiguous", "organizationNumber");
        assertParked(ID, Reason.AMBIGUOUS, "organizationNumber", first, second);
        full();
        changes();
        assertParked(ID, Reason.AMBIGUOUS, "organizationNumber", first, second);
    }

    @Test
    void twoInCustomerpWithTheOrganizationNumberAreAmbiguous() {
        String existing = powerOfficeCustomer(GRANLI_THERE);
        create(GRANLI);
        String twin = customer(GRANLI);
        assertEquals(2, changes().path("parked").asInt());
        assertParked(ID, Reason.AMBIGUOUS, "organizationNumber", existing);
        assertParked(twin, Reason.AMBIGUOUS, "organizationNumber", existing);
    }

    @Test
    void twoInPowerOfficeWithTheEmailAndNameAreAmbiguous() {
        String there = "{\"Name\":\"Lik AS\",\"EmailAddress\":\"post@lik.example\"}";
        String first = powerOfficeCustomer(there);
        String second = powerOfficeCustomer(there);
        create("{\"name\":\"Lik AS\",\"email\":\"post@lik.example\"}");
        changes();
        assertParked(ID, Reason.AMBIGUOUS, "email", first, second);
    }

    @Test
    void anAmbiguousRecordIsLinkedWhenACandidateLosesTheKeyInPowerOffice() {
        String first = powerOfficeCustomer(GRANLI_THERE);
        String second = powerOfficeCustomer("{\"Name\":\"En helt annen AS\",\"OrganizationNumber\":\"987654325\"}");
        create(GRANLI);
        changes();
        assertParked(ID, Reason.AMBIGUOUS, "organizationNumber", first, second);
        editPowerOffice(second, "{\"OrganizationNumber\":\"811111111\"}");
        assertEquals(1, changes().path("matched").asInt());
        assertLinked(first);
    }

    @Test
    void aCandidateThatIsGoneFromPowerOfficeNoLongerCounts() {
        String first = powerOfficeCustomer(GRANLI_THERE);
        String second = powerOfficeCustomer(GRANLI_THERE);
        create(GRANLI);
        changes();
        assertParked(ID, Reason.AMBIGUOUS, "organizationNumber", first, second);
        world.powerOffice().user().delete(Resource.CUSTOMERS, second);
        editCustomerp(ID, "{\"phone\":\"+47 22 00 00 99\"}");
        assertEquals(1, changes().path("matched").asInt());
        assertLinked(first);
    }

    @Test
    void aCandidateWhoseNumberIsThatOfAnotherRecordIsAContradiction() {
        String existing =
                powerOfficeCustomer(json(GRANLI_THERE).put("Number", 10042).toString());
        customer("{\"name\":\"Eieren AS\",\"customerNumber\":\"10042\"}");
        create(GRANLI);
        onlyTheLastWebhookArrives();
        assertParked(ID, Reason.CONTRADICTION, "customerNumber", existing);
    }

    @Test
    void anArchivedCustomerIsNotCreated() {
        create("{\"name\":\"Arkivert AS\",\"isArchived\":true}");
        webhooksArrive();
        assertEquals("unchanged", body(answers.get(0)).path("result").asText());
        assertEquals(0, changes().path("created").asInt());
        assertEquals(List.of(), allInPowerOffice());
        assertTrue(world.links().find(Entity.CUSTOMER, ID).isEmpty());
    }

    @Test
    void anArchivedCustomerIsLinkedWhenItMatches() {
        String existing =
                powerOfficeCustomer(json(GRANLI_THERE).put("IsArchived", true).toString());
        create(json(GRANLI).put("isArchived", true).toString());
        assertEquals(1, changes().path("matched").asInt());
        assertLinked(existing);
        assertTrue(counterpart(ID).path("IsArchived").asBoolean());
    }

    private void create(String members) {
        world.customerp().user("kari").create(Entity.CUSTOMER, ID, json(members));
    }

    private void onlyTheLastWebhookArrives() {
        world.customerp().webhooks().release(events -> events.subList(events.size() - 1, events.size()));
    }

    private void assertLinked(String powerOfficeId) {
        assertEquals(powerOfficeId, link(ID).powerOfficeId());
        assertEquals(State.LINKED, link(ID).state());
        assertEquals(
                "customerp:" + ID,
                counterpart(ID).path("ExternalImportReference").asText());
        assertEquals(0, world.powerOffice().log().count("POST", "/v2/Customers"));
        forgetRequests();
        changes();
        full();
        assertEquals(0, powerOfficeWrites() + customerpWrites(), "quiet afterwards");
    }

    private void assertParked(String id, Reason reason, String field, String... candidates) {
        Link link = link(id);
        assertEquals(State.PARKED, link.state());
        Problem problem = link.problem();
        assertEquals(reason, problem.reason());
        assertEquals(field, problem.field());
        assertEquals(Arrays.stream(candidates).sorted().toList(), problem.candidates());
        assertEquals(0, powerOfficeWrites() + customerpWrites(), "nothing is written");
    }

    private void assertAnswer(int status, String reason, String field) {
        assertEquals(status, answers.get(0).path("statusCode").asInt());
        ObjectNode body = body(answers.get(0));
        assertEquals("parked", body.path("result").asText());
        assertEquals(reason, body.path("reason").asText());
        assertEquals(field, body.path("field").asText());
    }
}
