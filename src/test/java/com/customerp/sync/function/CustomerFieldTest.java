package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.link.Conflict;
import com.customerp.sync.link.Link;
import com.customerp.sync.link.State;
import com.customerp.sync.local.poweroffice.Resource;
import com.customerp.sync.mapping.CustomerMapping;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.world.World;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Edits of linked customers, field by field and on both sides at once (mapping.md 1.2, 2 and 3.1). */
@QuarkusTest
@QuarkusTestResource(World.class)
class CustomerFieldTest extends CustomerScenario {
    private static final String SELLER = "E-7";

    static Stream<String> fields() {
        return CustomerMapping.create().fields().stream().map(Field::name);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fields")
    void anEditInCustomerpIsOneWriteToPowerOffice(String field) {
        CustomerEdits.Edit edit = CustomerEdits.of(field);
        linkSeller();
        String id = linked(edit.customer());
        editCustomerp(id, edit.customerp());
        assertEquals("patched", result(webhooksArrive()));
        assertShows(edit.powerOffice(), counterpart(id));
        assertEquals(1, powerOfficeWrites());
        assertEquals(0, customerpWrites());
        assertQuiet();
        assertShows(edit.customerp(), inCustomerp(id));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fields")
    void anEditInPowerOfficeIsOneWriteToCustomerp(String field) {
        CustomerEdits.Edit edit = CustomerEdits.of(field);
        linkSeller();
        String id = linked(edit.customer());
        editPowerOffice(link(id).powerOfficeId(), edit.powerOffice());
        // Change times do not cover addresses (mapping.md 2).
        ObjectNode summary = field.startsWith("address.") ? full() : changes();
        assertEquals(1, summary.at("/patched/customerp").asInt(), summary.toString());
        assertShows(edit.customerp(), inCustomerp(id));
        assertEquals("unchanged", result(webhooksArrive()), "the echo");
        assertEquals(1, customerpWrites());
        assertEquals(0, powerOfficeWrites());
        assertQuiet();
        assertShows(edit.powerOffice(), counterpart(id));
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void aPersonThatBecomesACompanyIsSwitchedInOneWrite(Side side) {
        String id = linked(CustomerEdits.PERSON);
        if (side == Side.CUSTOMERP) {
            editCustomerp(id, "{\"isPerson\":false,\"name\":\"Eksempel AS\",\"firstName\":null,\"lastName\":null}");
            webhooksArrive();
        } else {
            editPowerOffice(link(id).powerOfficeId(), "{\"IsPerson\":false,\"Name\":\"Eksempel AS\"}");
            changes();
        }
        assertEquals(1, powerOfficeWrites() + customerpWrites());
        assertShows("{'isPerson':false,'name':'Eksempel AS'}", inCustomerp(id));
        assertShows("{'IsPerson':false,'Name':'Eksempel AS'}", counterpart(id));
        assertQuiet();
    }

    @Test
    void aSellerWhoCannotBeLinkedIsHeldAndFollowsWhenHeCan() {
        world.customerp()
                .seed(
                        Entity.EMPLOYEE,
                        SELLER,
                        json("{'firstName':'Selger','lastName':'Eksempel','employeeNumber':'5000'}"));
        String id = linked(CustomerEdits.COMPANY);
        editCustomerp(id, "{'salesPersonId':'E-7','phone':'+47 22 00 00 99'}");
        webhooksArrive();
        assertShows("{'PhoneNumber':'+47 22 00 00 99','SalesPersonEmployeeId':null}", counterpart(id));
        assertEquals(State.LINKED, link(id).state());
        assertEquals("salesPersonId", link(id).notices().get(0).field());
        assertEquals(Reason.MISSING_REFERENCE, link(id).notices().get(0).reason());
        assertQuiet();
        edit(Entity.EMPLOYEE, SELLER, "{'employeeNumber':'7'}");
        assertEquals("created", result(webhook(takeWebhooks().get(0))));
        String seller = link(Entity.EMPLOYEE, SELLER).powerOfficeId();
        assertShows("{'SalesPersonEmployeeId':" + seller + "}", counterpart(id));
        assertEquals(List.of(), link(id).notices());
    }

    @Test
    void editsOfDifferentFieldsOnBothSidesBothSurvive() {
        String id = linked(CustomerEdits.COMPANY);
        editPowerOffice(link(id).powerOfficeId(), "{\"Name\":\"Fjord Bygg og Anlegg AS\"}");
        editCustomerp(id, "{\"phone\":\"+47 22 00 00 99\"}");
        ObjectNode summary = changes();
        assertEquals(0, summary.path("conflicts").asInt());
        assertShows("{'name':'Fjord Bygg og Anlegg AS','phone':'+47 22 00 00 99'}", inCustomerp(id));
        assertShows("{'Name':'Fjord Bygg og Anlegg AS','PhoneNumber':'+47 22 00 00 99'}", counterpart(id));
        assertEquals(1, powerOfficeWrites());
        assertEquals(1, customerpWrites());
        assertQuiet();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void ofTwoEditsOfOneFieldTheNewerWinsAndTheOlderIsKept(Side newer) {
        String id = linked(CustomerEdits.COMPANY);
        edit(newer.other(), id, "Eldre Navn AS");
        world.clock.pass(Duration.ofSeconds(2));
        edit(newer, id, "Nyere Navn AS");
        ObjectNode summary = changes();
        assertEquals(1, summary.path("conflicts").asInt(), summary.toString());
        assertShows("{'name':'Nyere Navn AS'}", inCustomerp(id));
        assertShows("{'Name':'Nyere Navn AS'}", counterpart(id));
        assertEquals(1, powerOfficeWrites() + customerpWrites());
        List<Conflict> kept = world.links().conflicts(Entity.CUSTOMER, id);
        assertEquals(1, kept.size());
        assertEquals("name", kept.get(0).field());
        assertEquals(newer.other(), kept.get(0).loser());
        assertEquals("\"Eldre Navn AS\"", kept.get(0).value());
        assertQuiet();
    }

    @Test
    void anEditOfTheAddressAloneIsFoundByAFullPassAndNotByAChangesPass() {
        String id = linked(CustomerEdits.COMPANY);
        // The change list overlaps: the customer drops out of it when another one has changed a while later.
        world.clock.pass(Duration.ofMinutes(10));
        powerOfficeCustomer("{\"Name\":\"Bare i PowerOffice AS\"}");
        changes();
        editPowerOffice(link(id).powerOfficeId(), "{\"MailAddress\":{\"City\":\"Oslo\"}}");
        changes();
        assertShows("{'address':{'city':'Bergen'}}", inCustomerp(id));
        assertEquals(1, full().at("/patched/customerp").asInt());
        assertShows("{'address':{'city':'Oslo','line1':'Kaigata 1'}}", inCustomerp(id));
        assertEquals(0, powerOfficeWrites());
    }

    private void edit(Side side, String id, String name) {
        if (side == Side.CUSTOMERP) {
            editCustomerp(id, "{\"name\":\"" + name + "\"}");
        } else {
            editPowerOffice(link(id).powerOfficeId(), "{\"Name\":\"" + name + "\"}");
        }
    }

    /** An employee on both sides, linked by hand: the pair of employees comes with its own functions. */
    private void linkSeller() {
        ObjectNode seller = json("{\"firstName\":\"Selger\",\"lastName\":\"Eksempel\"}");
        if (world.customerp().read(Entity.EMPLOYEE, SELLER).isEmpty()) {
            world.customerp().seed(Entity.EMPLOYEE, SELLER, seller);
        }
        String there = world.powerOffice()
                .user()
                .create(Resource.EMPLOYEES, json("{\"FirstName\":\"Selger\",\"LastName\":\"Eksempel\"}"));
        Link link = Link.unknown(Entity.EMPLOYEE, SELLER)
                .change()
                .powerOfficeId(there)
                .state(State.LINKED)
                .build();
        assertTrue(world.links().save(link).isPresent());
    }
}
