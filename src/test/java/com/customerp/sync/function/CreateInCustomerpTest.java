package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.State;
import com.customerp.sync.local.customerp.Webhooks;
import com.customerp.sync.local.http.Fault;
import com.customerp.sync.local.http.Response;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.world.World;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was first made in PowerOffice comes to CustomERP once, where that is switched on (mapping.md 1.5). */
@QuarkusTest
@QuarkusTestResource(World.class)
@TestProfile(CreateInCustomerpTest.SwitchedOn.class)
class CreateInCustomerpTest extends Scenario {
    private static final String COMPANY = "{'Name':'Nordlys Handel AS','Number':10077,'IsPerson':false,"
            + "'OrganizationNumber':'987654325','EmailAddress':'post@nordlys.example'}";
    private static final String PERSON = "{'FirstName':'Nora','LastName':'Eksempel','Title':'Buyer','IsActive':true}";

    /** Creating in CustomERP is switched on for every pair. */
    public static final class SwitchedOn implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Arrays.stream(Entity.values())
                    .collect(Collectors.toMap(
                            entity -> "sync." + entity.key() + ".create-in-customerp", entity -> "true"));
        }
    }

    @Test
    void recordsOfEveryPairComeWithWhatTheyReferTo() {
        String employee = createInPowerOffice(
                Entity.EMPLOYEE, "{'Number':7,'FirstName':'Selger','LastName':'Eksempel','JobTitle':'Selger'}");
        String customer = createInPowerOffice(Entity.CUSTOMER, COMPANY);
        editInPowerOffice(Entity.CUSTOMER, customer, "{'SalesPersonEmployeeId':" + employee + "}");
        String contact = person(customer);
        String product = createInPowerOffice(Entity.PRODUCT, "{'Code':'BEAM-6M','Name':'Bjelke','UnitPrice':500}");
        String project = createInPowerOffice(
                Entity.PROJECT, "{'Code':'J-500','Name':'Kai','CustomerId':" + customer + ",'IsActive':true}");
        String part = createInPowerOffice(
                Entity.PROJECT, "{'Code':'1','Name':'Grunn','ParentProjectId':" + project + ",'IsActive':true}");
        String order = world.powerOffice()
                .user()
                .orders()
                .create(
                        json("{'CustomerId':" + customer + ",'CustomerReferenceContactPersonId':" + contact
                                + ",'ProjectId':" + project + ",'CurrencyCode':'NOK'}"),
                        json("{'ProductId':" + product + ",'Quantity':3,'ProductUnitPrice':500}"),
                        json("{'LineType':'Text','Description':'Levert på kaia'}"));
        changesOfAll();
        webhooksArrive();
        changesOfAll();
        webhooksArrive();
        assertShows("{'employeeNumber':'7','firstName':'Selger','jobTitle':'Selger'}", born(Entity.EMPLOYEE, employee));
        assertShows(
                "{'name':'Nordlys Handel AS','customerNumber':'10077','organizationNumber':'987654325','salesPersonId':'"
                        + id(Entity.EMPLOYEE, employee) + "'}",
                born(Entity.CUSTOMER, customer));
        assertShows(
                "{'firstName':'Nora','jobTitle':'Buyer','customerId':'" + id(Entity.CUSTOMER, customer) + "'}",
                born(Entity.CONTACT, contact));
        assertShows("{'productNumber':'BEAM-6M','salesPrice':500}", born(Entity.PRODUCT, product));
        assertShows(
                "{'projectNumber':'J-500.1','parentProjectId':'" + id(Entity.PROJECT, project) + "'}",
                born(Entity.PROJECT, part));
        ObjectNode inCustomerp = born(Entity.ORDER, order);
        assertShows(
                "{'status':'draft','netAmount':1500,'customerId':'" + id(Entity.CUSTOMER, customer) + "','contactId':'"
                        + id(Entity.CONTACT, contact) + "','lines':[{'productId':'" + id(Entity.PRODUCT, product)
                        + "','quantity':3,'unitPrice':500},{'productId':null,'description':'Levert på kaia'}]}",
                inCustomerp);
        assertEquals(
                "customerp:" + id(Entity.ORDER, order),
                inPowerOffice(Entity.ORDER, order)
                        .path("ExternalImportReference")
                        .asText());
        assertShows(
                "{'ImportedOrderNo':" + inCustomerp.path("orderNumber").asText() + "}",
                inPowerOffice(Entity.ORDER, order));
        for (Entity entity : Entity.values()) {
            int pairs = entity == Entity.PROJECT ? 2 : 1;
            assertEquals(pairs, world.customerp().all(entity).size(), entity.key());
            assertEquals(pairs, allInPowerOffice(entity).size(), entity.key());
        }
        assertQuiet();
    }

    @Test
    void aMatchingRecordOfCustomerpIsLinkedAndNoneIsCreated() {
        createInPowerOffice(Entity.CUSTOMER, COMPANY);
        create(Entity.CUSTOMER, "C-1", "{'name':'Nordlys Handel AS','customerNumber':'10077'}");
        webhooksAreLost();
        changes(Entity.CUSTOMER);
        assertEquals(State.LINKED, link(Entity.CUSTOMER, "C-1").state());
        assertEquals(1, world.customerp().all(Entity.CUSTOMER).size());
        assertQuiet();
    }

    @Test
    void aNumberThatBelongsToALinkedRecordIsTaken() {
        create(
                Entity.CUSTOMER,
                "C-1",
                "{'name':'Tåkeheimen AS','customerNumber':'10078','organizationNumber':'987654325'}");
        webhooksArrive();
        changes(Entity.CUSTOMER);
        editCounterpart(Entity.CUSTOMER, "C-1", "{'Number':10079}");
        String second =
                createInPowerOffice(Entity.CUSTOMER, "{'Name':'Annet Navn AS','Number':10078,'IsPerson':false}");
        // The new number has not reached CustomERP when the second customer does.
        world.customerp().faults().when(method("PATCH")).then(Fault.serverError());
        changes(Entity.CUSTOMER);
        world.customerp().faults().clear();
        assertEquals(1, world.customerp().all(Entity.CUSTOMER).size());
        assertEquals(State.PARKED, provisional(Entity.CUSTOMER, second).state());
        assertEquals(
                Reason.TAKEN, provisional(Entity.CUSTOMER, second).problem().reason());
        world.clock.pass(Duration.ofMinutes(3));
        changes(Entity.CUSTOMER);
        changes(Entity.CUSTOMER);
        assertShows("{'customerNumber':'10078'}", born(Entity.CUSTOMER, second));
        webhooksArrive();
        assertQuiet();
    }

    /** How the answer to a create that happened gets lost; the record has no match key, so nothing else can tell. */
    enum Lost {
        RESET(Fault.resetAfter()),
        UNAVAILABLE(Fault.answersAfter(Response.empty(503))),
        HTML(Fault.answersAfter(Response.of(201, "text/html", "<!doctype html><html></html>")));

        private final Fault fault;

        Lost(Fault fault) {
            this.fault = fault;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCreateOfWhichNobodyKnowsMakesOneRecord(Lost how) {
        String customer = linkedCompany();
        String person = person(customer);
        world.customerp().faults().when(method("POST")).times(1).then(how.fault);
        changes(Entity.CONTACT);
        assertEquals(1, world.customerp().all(Entity.CONTACT).size());
        editInPowerOffice(Entity.CONTACT, person, "{'Title':'Chief'}");
        world.clock.pass(Duration.ofMinutes(2));
        changes(Entity.CONTACT);
        webhooksArrive();
        assertOnePair(person);
        assertShows("{'jobTitle':'Chief'}", born(Entity.CONTACT, person));
        assertQuiet();
    }

    @Test
    void theWebhookOfACreateOfWhichNobodyKnowsDoesNotMakeASecondOne() {
        String customer = linkedCompany();
        String person = person(customer);
        world.customerp().faults().when(method("POST")).times(1).then(Fault.resetAfter());
        changes(Entity.CONTACT);
        webhooksArrive();
        assertOnePair(person);
        assertQuiet();
    }

    @Test
    void aWebhookThatComesWhileTheCreateIsAnsweredDoesNotMakeASecondOne() {
        String customer = linkedCompany();
        String person = person(customer);
        world.customerp().webhooks().deliver(Webhooks.Mode.AT_ONCE);
        changes(Entity.CONTACT);
        assertOnePair(person);
        world.clock.pass(Duration.ofMinutes(2));
        changes(Entity.CONTACT);
        assertOnePair(person);
        assertQuiet();
    }

    @Test
    void afterADayTheRecordIsMatchedBeforeItIsCreatedAgain() {
        String product = createInPowerOffice(Entity.PRODUCT, "{'Code':'BEAM-6M','Name':'Bjelke'}");
        world.customerp().faults().when(method("POST")).times(1).then(Fault.resetAfter());
        changes(Entity.PRODUCT);
        webhooksAreLost();
        world.clock.pass(Duration.ofHours(25));
        changes(Entity.PRODUCT);
        assertEquals(1, world.customerp().all(Entity.PRODUCT).size());
        assertShows("{'name':'Bjelke'}", born(Entity.PRODUCT, product));
        assertQuiet();
    }

    @Test
    void aProductWithoutACodeIsParkedUntilItHasOne() {
        String product = createInPowerOffice(Entity.PRODUCT, "{'Name':'Bjelke'}");
        changes(Entity.PRODUCT);
        assertEquals(
                Reason.MISSING, provisional(Entity.PRODUCT, product).problem().reason());
        assertEquals(
                "productNumber", provisional(Entity.PRODUCT, product).problem().field());
        assertQuiet();
        editInPowerOffice(Entity.PRODUCT, product, "{'Code':'BEAM-6M'}");
        changes(Entity.PRODUCT);
        assertShows("{'productNumber':'BEAM-6M'}", born(Entity.PRODUCT, product));
        assertTrue(
                world.links().find(Entity.PRODUCT, Link.provisionalId(product)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"customerp:C-404", "other:17"})
    void aSlotIsWrittenUnlessItBelongsToSomebodyElse(String slot) {
        String customer = createInPowerOffice(
                Entity.CUSTOMER, "{'Name':'Tåkeheimen AS','IsPerson':false,'ExternalImportReference':'" + slot + "'}");
        changes(Entity.CUSTOMER);
        String id = id(Entity.CUSTOMER, customer);
        assertShows(
                "{'ExternalImportReference':'" + (slot.startsWith("customerp:") ? "customerp:" + id : slot) + "'}",
                inPowerOffice(Entity.CUSTOMER, customer));
        webhooksArrive();
        assertQuiet();
    }

    @Test
    void archivedRecordsAndContactsOfSuppliersAreLeftAlone() {
        String archived = createInPowerOffice(Entity.PRODUCT, "{'Code':'OLD','Name':'Utgått','IsArchived':true}");
        String customer = createInPowerOffice(Entity.CUSTOMER, COMPANY);
        String person = person(customer);
        changes(Entity.PRODUCT);
        assertEquals(List.of(), world.customerp().all(Entity.PRODUCT));
        assertTrue(
                world.links().find(Entity.PRODUCT, Link.provisionalId(archived)).isEmpty());
        changes(Entity.CONTACT);
        assertShows("{'customerId':'" + id(Entity.CUSTOMER, customer) + "'}", born(Entity.CONTACT, person));
    }

    private String linkedCompany() {
        linked(Entity.CUSTOMER, "C-1", "{'name':'Nordlys Handel AS','customerNumber':'10077'}");
        return link(Entity.CUSTOMER, "C-1").powerOfficeId();
    }

    private String person(String customer) {
        return createInPowerOffice(Entity.CONTACT, PERSON.replace("{", "{'ContactId':" + customer + ","));
    }

    private void assertOnePair(String person) {
        assertEquals(1, world.customerp().all(Entity.CONTACT).size());
        assertEquals(1, allInPowerOffice(Entity.CONTACT).size());
        assertEquals(
                State.LINKED, link(Entity.CONTACT, id(Entity.CONTACT, person)).state());
    }

    private Link provisional(Entity entity, String powerOfficeId) {
        return link(entity, Link.provisionalId(powerOfficeId));
    }

    /** CustomERP's id of the record that was made from one of PowerOffice. */
    private String id(Entity entity, String powerOfficeId) {
        return world.links()
                .pointers(entity, List.of(powerOfficeId))
                .get(powerOfficeId)
                .customerpId();
    }

    private ObjectNode born(Entity entity, String powerOfficeId) {
        return inCustomerp(entity, id(entity, powerOfficeId));
    }
}
