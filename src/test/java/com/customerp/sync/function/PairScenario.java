package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.State;
import com.customerp.sync.local.http.Fault;
import com.customerp.sync.local.http.Response;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Problem;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Shorthand for tests of the preconditions and match keys of one pair. */
abstract class PairScenario extends Scenario {
    static final String COMPANY = "{'name':'Fjord Bygg AS','currencyCode':'NOK','invoiceDelivery':'print'}";
    static final String OTHER_COMPANY = "{'name':'Nordlys Handel AS','currencyCode':'NOK','invoiceDelivery':'print'}";

    abstract Entity entity();

    /** What the records of the pair refer to is not touched by these tests. */
    @Override
    void assertQuiet() {
        assertQuiet(List.of(entity()));
    }

    /** A user of CustomERP creates a record, and its webhook arrives. */
    void born(String id, String members) {
        born(entity(), id, members);
    }

    void born(Entity entity, String id, String members) {
        forgetRequests();
        create(entity, id, members);
        webhooksArrive();
    }

    /** Two companies, {@code C-1} and {@code C-2}, with a contact each, {@code P-1} and {@code P-2}. */
    void linkedCompanies() {
        linked(Entity.CUSTOMER, "C-1", COMPANY);
        linked(Entity.CUSTOMER, "C-2", OTHER_COMPANY);
        linked(Entity.CONTACT, "P-1", "{'customerId':'C-1','firstName':'Nora','lastName':'Lie'}");
        linked(Entity.CONTACT, "P-2", "{'customerId':'C-2','firstName':'Ola','lastName':'Lie'}");
    }

    void linked(String id, String members) {
        linked(entity(), id, members);
    }

    /** A user of CustomERP edits a record, and the webhook arrives. */
    void edited(String id, String members) {
        forgetRequests();
        edit(entity(), id, members);
        webhooksArrive();
    }

    Link link(String id) {
        return link(entity(), id);
    }

    ObjectNode counterpart(String id) {
        return counterpart(entity(), id);
    }

    ObjectNode inCustomerp(String id) {
        return inCustomerp(entity(), id);
    }

    String keyOf(Entity entity, String id) {
        return link(entity, id).powerOfficeId();
    }

    /** A member in PowerOffice's JSON whose value is the key of a linked record. */
    String member(String name, Entity entity, String id) {
        return "'" + name + "':" + keyOf(entity, id);
    }

    /** CustomERP shows a record with members of these values, against its own rules, until the faults are cleared. */
    void customerpShows(String id, String members) {
        world.customerp()
                .faults()
                .when(request("GET", "/" + entity().collection() + "/" + id))
                .then(Fault.rewrites(answer -> withMembers(answer, members)));
    }

    private static Response withMembers(Response answer, String members) {
        ObjectNode body = json(answer.text());
        body.setAll(json(members));
        return answer.withBody(body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** PowerOffice answers 400 with this text to all requests of a method. */
    void powerOfficeRefuses(String method, String detail) {
        world.powerOffice()
                .faults()
                .when(method(method))
                .then(Fault.answers(Response.of(
                        400,
                        "application/problem+json",
                        "{\"title\":\"Bad Request\",\"status\":400,\"detail\":\"" + detail + "\"}")));
    }

    void assertParked(String id, String reason, String field) {
        assertEquals(State.PARKED, link(id).state(), id);
        Problem problem = link(id).problem();
        assertEquals(reason, problem.reason().code(), problem::toString);
        assertEquals(field, problem.field());
    }

    void assertParked(String id, String reason, String field, String... candidates) {
        assertParked(id, reason, field);
        assertEquals(
                Arrays.stream(candidates).sorted().toList(),
                link(id).problem().candidates().stream().sorted().toList());
    }

    /** The record is linked and nothing of it is held. */
    void assertLinked(String id) {
        assertEquals(State.LINKED, link(id).state(), () -> id + ": " + link(id).problem());
        assertEquals(List.of(), link(id).notices());
    }

    void assertLinked(String id, String powerOfficeId) {
        assertEquals(State.LINKED, link(id).state(), () -> id + ": " + link(id).problem());
        assertEquals(powerOfficeId, link(id).powerOfficeId());
    }

    /** The record is linked and this field of it is held. */
    void assertHeld(String id, String reason, String field) {
        assertEquals(State.LINKED, link(id).state(), () -> id + ": " + link(id).problem());
        assertEquals(
                List.of(reason + " " + field),
                link(id).notices().stream()
                        .map(notice -> notice.reason().code() + " " + notice.field())
                        .toList());
    }

    void assertWrites(int toPowerOffice, int toCustomerp) {
        assertEquals(toPowerOffice, powerOfficeWrites(), () -> powerOfficeLog().toString());
        assertEquals(toCustomerp, customerpWrites(), () -> customerpLog().toString());
    }
}
