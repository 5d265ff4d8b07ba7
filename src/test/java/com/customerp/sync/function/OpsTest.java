package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an operator sees and repairs (functions.md, "ops"). */
@QuarkusTest
@QuarkusTestResource(World.class)
class OpsTest extends OpsScenario {
    private static final Entity CUSTOMER = Entity.CUSTOMER;
    private static final String FJORD =
            "{'name':'Fjord Bygg AS','organizationNumber':'987654325','currencyCode':'NOK','invoiceDelivery':'print'}";
    private static final String TWIN = "{'Name':'Dobbel AS','OrganizationNumber':'987654325'}";

    @Test
    void status_counts_every_record_once_and_tells_age_and_lag() {
        linked(CUSTOMER, "C-1", FJORD);
        parked("C-2");
        world.clock.pass(Duration.ofSeconds(90));
        JsonNode customers = ops("{'action':'status'}").at("/entities/customer");
        assertEquals(2, customers.path("total").asInt(), customers.toString());
        assertEquals("{\"linked\":1,\"parked\":1}", customers.path("states").toString());
        assertEquals(90, customers.path("oldestOpenSeconds").asInt(), 5);
        assertEquals(90, customers.at("/lagSeconds/customerp").asInt(), 5);
        assertEquals(90, customers.at("/lagSeconds/poweroffice").asInt(), 5);
        JsonNode never = ops("{'action':'status'}").at("/entities/order");
        assertEquals(0, never.path("total").asInt());
        assertTrue(never.at("/lagSeconds/customerp").isNull());
    }

    @Test
    void a_list_comes_page_by_page_and_shows_each_record_once() {
        for (int number = 0; number < 7; number++) {
            create(CUSTOMER, Samples.id(CUSTOMER, number), Samples.members(CUSTOMER, number));
        }
        parked("C-2");
        full(CUSTOMER);
        Set<String> seen = new HashSet<>();
        String next = "";
        int pages = 0;
        do {
            JsonNode page = ops("{'action':'list','state':'linked','limit':3,'next':'" + next + "'}");
            page.path("records")
                    .forEach(record -> assertTrue(seen.add(record.path("id").asText())));
            next = page.path("next").asText("");
            pages++;
        } while (!next.isEmpty());
        assertEquals(7, seen.size());
        assertTrue(pages >= 3);
        JsonNode open = ops("{'action':'list','state':'parked','entity':'customer'}");
        assertEquals("C-2", open.at("/records/0/id").asText());
        assertEquals("missing", open.at("/records/0/reason").asText(), open.toString());
        assertTrue(open.at("/records/0/openSince").isTextual());
    }

    @Test
    void explain_tells_history_what_changed_and_what_would_happen_now() {
        linked(CUSTOMER, "C-1", FJORD);
        edit(CUSTOMER, "C-1", "{'phone':'+47 22 00 00 01'}");
        editCounterpart(CUSTOMER, "C-1", "{'Name':'Fjord Bygg og Anlegg AS'}");
        webhooksAreLost();
        JsonNode told = ops("explain", CUSTOMER, "C-1");
        assertEquals("linked", told.path("state").asText(), told.toString());
        assertEquals("[\"phone\"]", told.at("/changed/customerp").toString());
        assertEquals("[\"name\"]", told.at("/changed/poweroffice").toString());
        assertEquals("created", told.at("/events/0/result").asText());
        assertEquals("patched", told.at("/now/result").asText());
        assertFalse(told.toString().contains("Anlegg") || told.toString().contains("22 00 00 01"));
        String key = link(CUSTOMER, "C-1").powerOfficeId();
        assertEquals(
                told.path("id"),
                ops("{'action':'explain','entity':'customer','system':'poweroffice','id':'" + key + "'}")
                        .path("id"));
    }

    @Test
    void explain_tells_what_would_happen_to_a_record_that_was_never_seen() {
        create(CUSTOMER, "C-1", FJORD);
        JsonNode told = ops("explain", CUSTOMER, "C-1");
        assertEquals("unknown", told.path("state").asText());
        assertEquals("created", told.at("/now/result").asText());
    }

    @Test
    void retry_looks_at_once() {
        parked("C-2");
        edit(CUSTOMER, "C-2", "{'organizationNumber':'987654325'}");
        webhooksAreLost();
        assertEquals("created", ops("retry", CUSTOMER, "C-2").path("result").asText());
        assertEquals(State.LINKED, link(CUSTOMER, "C-2").state());
    }

    @Test
    void link_chooses_among_several_candidates() {
        String one = createInPowerOffice(CUSTOMER, TWIN);
        createInPowerOffice(CUSTOMER, TWIN);
        create(CUSTOMER, "C-1", "{'name':'Dobbel AS','organizationNumber':'987654325'}");
        webhooksArrive();
        assertEquals("ambiguous", link(CUSTOMER, "C-1").problem().reason().code());
        assertError("{'action':'resolve','entity':'customer','id':'C-1','use':'customerp'}", "choose one with link");
        JsonNode linked = ops("{'action':'link','entity':'customer','id':'C-1','powerOfficeId':'" + one + "'}");
        assertEquals(one, linked.path("powerOfficeId").asText(), linked.toString());
        assertEquals(State.LINKED, link(CUSTOMER, "C-1").state());
        assertEquals(
                "customerp:C-1",
                counterpart(CUSTOMER, "C-1").path("ExternalImportReference").asText());
        webhooksArrive();
        full(CUSTOMER);
        assertQuiet(List.of(CUSTOMER));
    }

    @Test
    void a_record_that_is_linked_already_is_not_linked_again() {
        linked(CUSTOMER, "C-1", FJORD);
        create(CUSTOMER, "C-2", "{'name':'Nordlys Handel AS'}");
        String taken = link(CUSTOMER, "C-1").powerOfficeId();
        assertError(
                "{'action':'link','entity':'customer','id':'C-2','powerOfficeId':'" + taken + "'}",
                "unlink that first");
        String other = createInPowerOffice(CUSTOMER, TWIN);
        assertError(
                "{'action':'link','entity':'customer','id':'C-1','powerOfficeId':'" + other + "'}", "unlink it first");
        assertError("{'action':'link','entity':'customer','id':'C-2','powerOfficeId':'77'}", "PowerOffice has no such");
        assertError("{'action':'link','entity':'customer','id':'C-9','powerOfficeId':'77'}", "CustomERP has no such");
    }

    @Test
    void unlink_parts_a_pair_and_writes_to_neither_side() {
        linked(CUSTOMER, "C-1", FJORD);
        forgetRequests();
        assertEquals("unlinked", ops("unlink", CUSTOMER, "C-1").path("result").asText());
        assertTrue(world.links().find(CUSTOMER, "C-1").isEmpty());
        assertEquals(0, powerOfficeWrites() + customerpWrites());
    }

    @Test
    void an_excluded_record_is_left_alone_until_it_is_included() {
        linked(CUSTOMER, "C-1", FJORD);
        ops("{'action':'exclude','entity':'customer','id':'C-1','reason':'under review'}");
        edit(CUSTOMER, "C-1", "{'phone':'+47 22 00 00 01'}");
        webhooksArrive();
        full(CUSTOMER);
        assertEquals(State.EXCLUDED, link(CUSTOMER, "C-1").state());
        assertEquals(0, powerOfficeWrites());
        assertTrue(ops("explain", CUSTOMER, "C-1").path("lastError").asText().contains("under review"));
        assertEquals("patched", ops("include", CUSTOMER, "C-1").path("result").asText());
        assertEquals(State.LINKED, link(CUSTOMER, "C-1").state());
        assertError("{'action':'include','entity':'customer','id':'C-1'}", "is not excluded");
    }

    @Test
    void a_record_can_be_excluded_before_it_was_ever_seen() {
        create(CUSTOMER, "C-1", FJORD);
        ops("exclude", CUSTOMER, "C-1");
        webhooksArrive();
        full(CUSTOMER);
        assertEquals(0, allInPowerOffice(CUSTOMER).size());
        assertEquals("created", ops("include", CUSTOMER, "C-1").path("result").asText());
    }

    @Test
    void forget_leaves_nothing_that_names_the_record() {
        linked(CUSTOMER, "C-1", FJORD);
        String key = link(CUSTOMER, "C-1").powerOfficeId();
        assertEquals("forgotten", ops("forget", CUSTOMER, "C-1").path("result").asText());
        assertEquals(
                List.of(),
                world.items().entrySet().stream()
                        .filter(item -> item.toString().contains("C-1")
                                || item.toString().contains(key))
                        .toList());
    }

    @Test
    void a_bad_action_is_answered_and_names_what_is_wrong() {
        assertError("{}", "action is missing");
        assertError("{'action':'dance'}", "action must be one of exclude, explain, forget, include, link, list, plan");
        assertError("{'action':'list','state':'lost'}", "state must be one of creating, linked");
        assertError("{'action':'list','entity':'invoice'}", "entity must be one of contact, customer");
        assertError("{'action':'list','limit':0}", "limit must be a whole number from 1 to 500");
        assertError("{'action':'list','next':'x'}", "next is not what");
        assertError("{'action':'retry','entity':'customer'}", "id is missing");
        assertError("{'action':'retry','id':'C-1'}", "entity is missing");
        assertError("{'action':'resolve','entity':'customer','id':'C-1','use':'newest'}", "use must be one of");
        assertError("{'action':'unlink','entity':'customer','id':'C-1'}", "nothing is stored");
        assertTrue(function.ops(null).has("error"));
        assertTrue(function.ops(JsonNodeFactory.instance.arrayNode()).has("error"));
    }

    /** A customer that lacks what its way of delivery asks for. */
    private void parked(String id) {
        create(CUSTOMER, id, "{'name':'Uten Nummer AS','currencyCode':'NOK','invoiceDelivery':'ehf'}");
        webhooksArrive();
        assertEquals(State.PARKED, link(CUSTOMER, id).state());
    }
}
