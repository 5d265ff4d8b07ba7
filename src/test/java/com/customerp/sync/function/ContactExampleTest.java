package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.customerp.sync.link.State;
import com.customerp.sync.local.http.Fault;
import com.customerp.sync.local.http.Request;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.world.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The worked example of mapping.md 11.3, request by request: a contact whose customer is not linked yet. */
@QuarkusTest
@QuarkusTestResource(World.class)
class ContactExampleTest extends Scenario {
    private static final String NORA = "{'customerId':'C-1002','firstName':'Nora','lastName':'Lie',"
            + "'email':'nora@nordlys.example','phone':'+47 900 00 002','jobTitle':'Buyer','isPrimary':true,'isActive':true}";

    private final Sent toPowerOffice = new Sent();
    private final Sent toCustomerp = new Sent();

    @BeforeEach
    void prepare() {
        full(Entity.CUSTOMER);
        full(Entity.CONTACT);
        world.powerOffice().listen(toPowerOffice::note);
        world.customerp().listen(toCustomerp::note);
    }

    @Test
    void theCustomerGoesFirst() {
        create(
                Entity.CUSTOMER,
                "C-1002",
                "{'name':'Nordlys Handel AS','address':{'line1':'Storgata 1'},'customerNumber':null}");
        webhooksAreLost();
        create(Entity.CONTACT, "P-2002", NORA);
        toPowerOffice.clear();
        assertEquals("created", result(webhook(takeWebhooks().get(0))));

        String customer = link(Entity.CUSTOMER, "C-1002").powerOfficeId();
        List<Request> posts = toPowerOffice.all().stream()
                .filter(request -> !request.method().equals("GET"))
                .toList();
        assertEquals(
                List.of("POST /v2/Customers", "POST /v2/ContactPersons/" + customer),
                posts.stream()
                        .map(request -> request.method() + " " + request.path())
                        .toList());
        Map<String, List<String>> slot = Map.of("externalImportReference", List.of("customerp:C-1002"));
        assertEquals(slot, toPowerOffice.searches("/v2/Customers").get(0));
        assertEquals(
                List.of(Map.of("externalCodes", List.of("customerp:P-2002")), Map.of("contactIds", List.of(customer))),
                toPowerOffice.searches("/v2/ContactPersons").subList(0, 2));
        Sent.assertBody("""
                {'ExternalCode':'customerp:P-2002','FirstName':'Nora','LastName':'Lie','EmailAddress':'nora@nordlys.example',
                 'PhoneNumber':'+47 900 00 002','Title':'Buyer','IsDefault':true,'IsActive':true}""", posts.get(1));
        assertEquals("address", link(Entity.CUSTOMER, "C-1002").notices().get(0).field());
        assertEquals("/api/v1/customers/C-1002", toCustomerp.only("PATCH").path());
        assertShows("{'invoiceDelivery':'print','currencyCode':'NOK'}", inCustomerp(Entity.CUSTOMER, "C-1002"));
        assertQuiet();
    }

    @Test
    void aContactOfAPersonIsParked() {
        create(Entity.CUSTOMER, "C-1002", "{'isPerson':true,'firstName':'Per','lastName':'Eksempel'}");
        create(Entity.CONTACT, "P-2002", NORA);
        webhooksArrive();
        assertEquals(
                Reason.NOT_ALLOWED, link(Entity.CONTACT, "P-2002").problem().reason());
        assertEquals("customerId", link(Entity.CONTACT, "P-2002").problem().field());
        assertEquals(List.of(), allInPowerOffice(Entity.CONTACT));
    }

    @Test
    void aContactOfAParkedCustomerWaitsForADay() {
        create(Entity.CUSTOMER, "C-1002", "{'name':'Nordlys Handel AS','customerNumber':'5'}");
        create(Entity.CONTACT, "P-2002", NORA);
        webhooksArrive();
        assertEquals(State.PARKED, link(Entity.CUSTOMER, "C-1002").state());
        assertEquals(State.WAITING, link(Entity.CONTACT, "P-2002").state());
        world.clock.pass(Duration.ofHours(24).plusSeconds(1));
        changes(Entity.CONTACT);
        assertEquals(State.PARKED, link(Entity.CONTACT, "P-2002").state());
        assertEquals(
                Reason.MISSING_REFERENCE,
                link(Entity.CONTACT, "P-2002").problem().reason());
        assertEquals("customerId", link(Entity.CONTACT, "P-2002").problem().field());
        edit(Entity.CUSTOMER, "C-1002", "{'customerNumber':'10043'}");
        webhooksArrive();
        assertEquals(State.LINKED, link(Entity.CONTACT, "P-2002").state());
        assertQuiet();
    }

    @Test
    void aCrashBetweenCreateAndLinkIsFoundBySlot() {
        create(
                Entity.CUSTOMER,
                "C-1002",
                "{'name':'Nordlys Handel AS','currencyCode':'NOK','invoiceDelivery':'print'}");
        webhooksArrive();
        create(Entity.CONTACT, "P-2002", NORA);
        world.powerOffice().faults().when(method("POST")).times(1).then(Fault.resetAfter());
        webhooksArrive();
        assertEquals(State.LINKED, link(Entity.CONTACT, "P-2002").state());
        assertEquals(1, allInPowerOffice(Entity.CONTACT).size());
        assertFalse(toPowerOffice.lines().isEmpty());
        assertQuiet();
    }
}
