package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.State;
import com.customerp.sync.local.http.Fault;
import com.customerp.sync.local.http.RequestLog;
import com.customerp.sync.mapping.CustomerMapping;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Fingerprints;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.Bookkeeping;
import com.customerp.sync.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The first load through the schedule function: what it writes, what it asks for, and how it goes on when cut short. */
@QuarkusTest
@QuarkusTestResource(World.class)
class CustomerFirstLoadTest extends CustomerScenario {
    private static final int ALL = 200;
    private static final int MATCHED = 40;
    private static final int ONLY_IN_POWEROFFICE = 3;

    @ConfigProperty(name = "sync.fingerprint.key")
    String fingerprintKey;

    @Test
    void aFirstLoadMatchesAndCreatesEachCustomerOnceWithOneList() {
        seedCompany(ALL);
        ObjectNode summary = changes();
        assertEquals("changes", summary.path("mode").asText());
        assertTrue(summary.path("complete").asBoolean(), summary.toString());
        assertEquals(ALL, summary.at("/read/customerp").asInt());
        assertEquals(
                MATCHED + ONLY_IN_POWEROFFICE, summary.at("/read/poweroffice").asInt());
        assertEquals(ALL - MATCHED, summary.path("created").asInt());
        assertEquals(MATCHED, summary.path("matched").asInt());
        for (String none : List.of("conflicts", "waiting", "parked", "retry", "excluded", "archived")) {
            assertEquals(0, summary.path(none).asInt(), none);
        }
        assertEquals(ALL - MATCHED, world.powerOffice().log().count("POST", "/v2/Customers"));
        assertTrue(world.powerOffice().log().count("PATCH", "/v2/.*") <= MATCHED, "one PATCH a match at most");
        assertEquals(1, customersAskedFor(), "one list answers every search");
        assertNotNull(world.links().progress(Entity.CUSTOMER).fullAt(), "the first pass was full");
        assertLinkedOneToOne(ALL);
        assertEquals(ALL + ONLY_IN_POWEROFFICE, allInPowerOffice().size());
    }

    @Test
    void aPassAfterTheFirstLoadWritesNothingAndCostsOneRequestPerSystem() {
        seedCompany(40);
        changes();
        for (String mode : List.of("changes", "full")) {
            forgetRequests();
            ObjectNode summary = sweep("{\"mode\":\"" + mode + "\"}");
            assertTrue(summary.path("complete").asBoolean(), summary.toString());
            assertEquals(0, powerOfficeWrites() + customerpWrites(), mode);
            assertEquals(1, powerOfficeRequests(), mode);
            assertEquals(1, world.customerp().requests().entries().size(), mode);
            assertEquals(1, summary.at("/requests/poweroffice").asInt(), summary.toString());
            assertEquals(1, summary.at("/requests/customerp").asInt(), summary.toString());
        }
    }

    @Test
    void afterTheFirstLoadTheMatchIndexKnowsTheKeysOfBothSides() {
        seedCompany(20);
        changes();
        Bookkeeping bookkeeping = new Bookkeeping(
                CustomerMapping.create(), new Fingerprints(Base64.getDecoder().decode(fingerprintKey)));
        for (int index = 0; index < 20; index++) {
            assertIndexed(bookkeeping, Side.CUSTOMERP, inCustomerp(id(index)));
            assertIndexed(bookkeeping, Side.POWEROFFICE, counterpart(id(index)));
        }
        allInPowerOffice().stream()
                .filter(row -> row.path("Name").asText().startsWith("Bare"))
                .forEach(row -> assertIndexed(bookkeeping, Side.POWEROFFICE, row));
    }

    @Test
    void aWebhookBeforeAnySweepLinksTheExistingCustomerInsteadOfCreatingADouble() {
        String existing = powerOfficeCustomer("{\"Name\":\"Granli Prøve AS\",\"OrganizationNumber\":\"987654325\"}");
        String id = customer("{\"name\":\"Granli Prøve AS\",\"organizationNumber\":\"987 654 325\"}");
        webhooksArrive();
        assertEquals("linked", body(answers.get(0)).path("result").asText());
        assertEquals(existing, link(id).powerOfficeId());
        assertEquals(1, allInPowerOffice().size());
        assertEquals(0, world.powerOffice().log().count("POST", "/v2/Customers"));
        assertNull(world.links().progress(Entity.CUSTOMER).fullAt(), "no sweep has run");
    }

    @Test
    void aLoadOutOfTimeGoesOnAtTheNextCallsAndCreatesEachCustomerOnce() {
        for (int index = 1; index <= 30; index++) {
            seed(index, "{\"name\":\"Utsatt Eksempel " + index + " AS\"}");
        }
        world.powerOffice().faults().always().then(Fault.latency(Duration.ofSeconds(2), world.clock::pass));
        ObjectNode summary = sweep("{\"mode\":\"changes\",\"budgetSeconds\":20}");
        assertFalse(summary.path("complete").asBoolean(), summary.toString());
        int created = summary.path("created").asInt();
        assertTrue(created > 0 && created < 30, summary.toString());
        int calls = 1;
        while (!summary.path("complete").asBoolean()) {
            assertTrue(++calls <= 15, "each call gets further");
            summary = sweep("{\"mode\":\"changes\",\"budgetSeconds\":20}");
            created += summary.path("created").asInt();
        }
        assertEquals(30, created);
        assertEquals(30, world.powerOffice().log().count("POST", "/v2/Customers"));
        assertLinkedOneToOne(30);
    }

    @Test
    void allPagesOfPowerOfficeAreRead() {
        world.powerOffice().change(options -> options.withPageSizeCap(50));
        for (int index = 0; index < 120; index++) {
            seed(index, "{\"name\":\"Side Prøve " + index + " AS\"}");
            powerOfficeCustomer("{\"Name\":\"Side Prøve " + index + " AS\",\"ExternalImportReference\":\"customerp:"
                    + id(index) + "\"}");
        }
        ObjectNode summary = full();
        assertEquals(120, summary.path("matched").asInt(), summary.toString());
        assertEquals(120, summary.at("/read/poweroffice").asInt());
        assertEquals(3, customersAskedFor(), "120 rows of 50");
        forgetRequests();
        full();
        assertEquals(3, powerOfficeRequests());
    }

    @Test
    void allPagesOfCustomerpAreRead() {
        int last = 1050;
        for (int index = 0; index < last; index++) {
            seed(index, "{\"name\":\"Arkivert Eksempel " + index + " AS\",\"isArchived\":true}");
        }
        seed(last, "{\"name\":\"Bakerste Eksempel AS\"}");
        ObjectNode summary = full();
        assertEquals(last + 1, summary.at("/read/customerp").asInt(), summary.toString());
        assertEquals(2, world.customerp().requests().count("GET", "/api/v1/customers"), "1051 rows of 1000");
        assertEquals(1, summary.path("created").asInt(), summary.toString());
        assertEquals("Bakerste Eksempel AS", counterpart(id(last)).path("Name").asText());
    }

    /** Every fifth is in PowerOffice too, as many for each kind of match key. */
    private void seedCompany(int customers) {
        for (int index = 0; index < customers; index++) {
            String number = String.valueOf(10_000 + index);
            String organization = String.valueOf(800_000_000 + index);
            ObjectNode customer = json("{\"name\":\"Lastet Eksempel " + index + " AS\"}")
                    .put("organizationNumber", organization)
                    .put("email", "post@lastet" + index + ".example");
            ObjectNode counterpart = json("{\"Name\":\"Lastet Eksempel " + index + " AS\"}");
            switch (index % 20) {
                case 0 -> counterpart.put("ExternalImportReference", "customerp:" + id(index));
                case 5 -> {
                    customer.put("customerNumber", number);
                    counterpart.put("Number", Integer.valueOf(number));
                }
                case 10 -> counterpart.put("OrganizationNumber", "NO" + organization + "MVA");
                case 15 -> counterpart.put("EmailAddress", "Post@Lastet" + index + ".example");
                default -> counterpart = null;
            }
            seed(index, customer.toString());
            if (counterpart != null) {
                // Numbers that PowerOffice gives by itself stay clear of those that CustomERP has given.
                counterpart.put("Number", counterpart.path("Number").asInt(15_000 + index));
                powerOfficeCustomer(counterpart.toString());
            }
        }
        for (int index = 0; index < ONLY_IN_POWEROFFICE; index++) {
            powerOfficeCustomer("{\"Name\":\"Bare i PowerOffice " + index + " AS\"}");
        }
    }

    private void seed(int index, String members) {
        world.customerp().seed(Entity.CUSTOMER, id(index), json(members));
    }

    private static String id(int index) {
        return "C-" + (1001 + index);
    }

    private long customersAskedFor() {
        return world.powerOffice().log().entries().stream()
                .filter(entry -> entry.method().equals("GET") && entry.status() != 401)
                .map(RequestLog.Entry::path)
                .filter(path -> path.startsWith("/v2/Customers"))
                .count();
    }

    private void assertLinkedOneToOne(int expected) {
        List<Link> links = new ArrayList<>();
        String from = null;
        do {
            LinkStore.Page page = world.links().all(Entity.CUSTOMER, from);
            links.addAll(page.links());
            from = page.next();
        } while (from != null);
        Set<String> counterparts = new HashSet<>();
        for (Link link : links) {
            assertEquals(State.LINKED, link.state(), link.customerpId());
            assertTrue(counterparts.add(link.powerOfficeId()), link.customerpId());
            JsonNode slot = inPowerOffice(link.powerOfficeId()).path("ExternalImportReference");
            assertEquals("customerp:" + link.customerpId(), slot.asText());
        }
        assertEquals(expected, links.size());
    }

    private void assertIndexed(Bookkeeping bookkeeping, Side side, ObjectNode body) {
        String id = body.path(side == Side.CUSTOMERP ? "id" : "Id").asText();
        assertFalse(bookkeeping.keys(side, body).isEmpty());
        bookkeeping
                .keys(side, body)
                .forEach((key, fingerprint) -> assertTrue(
                        world.matchIndex()
                                .find(Entity.CUSTOMER, side, key, fingerprint)
                                .contains(id),
                        side + " " + id + " " + key));
    }
}
