package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.State;
import com.customerp.sync.local.poweroffice.Resource;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What PowerOffice cannot take is parked with reason and field, and goes on when it is put right (mapping.md 3.5). */
@QuarkusTest
@QuarkusTestResource(World.class)
class CustomerPreconditionTest extends CustomerScenario {
    private static final String VALID = "{'name':'Brattlia Prøve AS','email':'post@brattlia.example'}";

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'invoiceDelivery':'pdfByEmail'}                        | missing       | invoiceDelivery,email,invoiceEmail | 0 | {'invoiceEmail':'f@b.example'}
            {'invoiceDelivery':'ehf'}                               | missing       | organizationNumber | 0 | {'organizationNumber':'987654325'}
            {'invoiceDelivery':'ehf','organizationNumber':'811111111'} | refused    | invoiceDelivery    | 1 | {'organizationNumber':'987654325'}
            {'invoiceDelivery':'avtaleGiro'}                        | not_allowed   | invoiceDelivery    | 0 | {'invoiceDelivery':'print'}
            {'invoiceDelivery':'eFaktura'}                          | not_allowed   | invoiceDelivery    | 0 | {'invoiceDelivery':null}
            {'invoiceDelivery':'factoring'}                         | refused       | invoiceDelivery    | 1 | {'invoiceDelivery':'print'}
            {'customerNumber':'20047'}                              | out_of_series | customerNumber     | 0 | {'customerNumber':'10047'}
            """)
    void aNewCustomerThatBreaksAPreconditionIsParkedUntilItIsPutRight(
            String broken, String reason, String field, int posts, String fix) {
        world.powerOffice().user().setInElma("811111111", false);
        ObjectNode members = json("{\"name\":\"Brattlia Prøve AS\"}").setAll(json(quoted(broken)));
        String id = customer(members.toString());
        assertParked(webhooksArrive(), reason, field);
        assertEquals(posts, powerOfficeWrites(), "asked at most once");
        full();
        changes();
        assertEquals(posts, powerOfficeWrites(), "not tried again without a change");
        assertEquals(0, allInPowerOffice().size());
        assertEquals(State.PARKED, link(id).state());
        int before = answers.size();
        editCustomerp(id, quoted(fix));
        webhooksArrive();
        assertEquals("created", result(answers.get(before)));
        assertEquals(State.LINKED, link(id).state());
        assertQuiet();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'email':null}                   | missing       | invoiceDelivery,email,invoiceEmail | {'email':'ny@brattlia.example'}
            {'invoiceDelivery':'ehf'}        | missing       | organizationNumber                 | {'organizationNumber':'987654325'}
            {'invoiceDelivery':'avtaleGiro'} | not_allowed   | invoiceDelivery                    | {'invoiceDelivery':'print'}
            {'invoiceDelivery':'external'}   | refused       | invoiceDelivery                    | {'invoiceDelivery':'print'}
            {'customerNumber':'20047'}       | out_of_series | customerNumber                     | {'customerNumber':'10047'}
            """)
    void anEditThatBreaksAPreconditionParksTheWholeRecordUntilItIsPutRight(
            String broken, String reason, String field, String fix) {
        String id = linked(quoted(VALID));
        ObjectNode there = counterpart(id);
        ObjectNode edit = json("{\"phone\":\"+47 22 00 00 99\"}").setAll(json(quoted(broken)));
        editCustomerp(id, edit.toString());
        assertParked(webhooksArrive(), reason, field);
        full();
        assertEquals(there, counterpart(id), "nothing more of the record is written");
        assertEquals(0, customerpWrites());
        editCustomerp(id, quoted(fix));
        assertEquals("patched", result(webhooksArrive()));
        assertEquals("+47 22 00 00 99", counterpart(id).path("PhoneNumber").asText());
        assertEquals(State.LINKED, link(id).state());
        assertQuiet();
    }

    @Test
    void whatThePayerChoseIsPutBackInCustomerp() {
        String id = linked(quoted(VALID));
        editPowerOffice(link(id).powerOfficeId(), "{\"InvoiceDeliveryType\":\"AvtaleGiro\"}");
        changes();
        assertEquals("avtaleGiro", inCustomerp(id).path("invoiceDelivery").asText());
        webhooksArrive();
        forgetRequests();
        editCustomerp(id, "{\"invoiceDelivery\":\"print\"}");
        webhooksArrive();
        assertEquals("avtaleGiro", inCustomerp(id).path("invoiceDelivery").asText());
        assertEquals("AvtaleGiro", counterpart(id).path("InvoiceDeliveryType").asText());
        assertEquals(0, powerOfficeWrites());
        assertQuiet();
    }

    @Test
    void aCompanyWithLinkedContactsDoesNotBecomeAPerson() {
        String id = linked(quoted(VALID));
        linkContact(link(id).powerOfficeId());
        editCustomerp(id, "{\"isPerson\":true,\"firstName\":\"Prøve\",\"lastName\":\"Eksempel\"}");
        assertParked(webhooksArrive(), "not_allowed", "isPerson");
        assertEquals(0, powerOfficeWrites());
        editCustomerp(id, "{\"isPerson\":false,\"name\":\"Brattlia Prøve AS\",\"firstName\":null,\"lastName\":null}");
        webhooksArrive();
        assertEquals(State.LINKED, link(id).state());
        assertQuiet();
    }

    @Test
    void aNumberThatCannotBeClearedIsPutBack() {
        String id = linked(quoted(VALID));
        String number = inCustomerp(id).path("customerNumber").asText();
        editCustomerp(id, "{\"customerNumber\":null}");
        webhooksArrive();
        assertEquals(number, inCustomerp(id).path("customerNumber").asText());
        assertEquals(0, powerOfficeWrites());
        assertQuiet();
    }

    @Test
    void aCustomerThatCannotBeArchivedIsParkedAndItsOtherFieldsAreCarried() {
        String id = linked(quoted(VALID));
        world.powerOffice().user().setLedgerBalance(link(id).powerOfficeId(), true);
        editCustomerp(id, "{\"isArchived\":true,\"phone\":\"+47 22 00 00 99\"}");
        assertParked(webhooksArrive(), Reason.REFUSED.code(), "isArchived");
        assertEquals("+47 22 00 00 99", counterpart(id).path("PhoneNumber").asText());
        world.powerOffice().user().setLedgerBalance(link(id).powerOfficeId(), false);
        editCustomerp(id, "{\"phone\":\"+47 22 00 00 98\"}");
        assertEquals("patched", result(webhooksArrive()));
        assertEquals(true, counterpart(id).path("IsArchived").asBoolean());
        assertQuiet();
    }

    private void linkContact(String powerOfficeId) {
        String person = world.powerOffice()
                .user()
                .create(
                        Resource.CONTACT_PERSONS,
                        json("{\"FirstName\":\"Prøve\",\"LastName\":\"Kontakt\"}")
                                .put("ContactId", Long.parseLong(powerOfficeId)));
        world.links()
                .save(Link.unknown(Entity.CONTACT, "P-2001")
                        .change()
                        .powerOfficeId(person)
                        .state(State.LINKED)
                        .build());
    }

    private static void assertParked(JsonNode answer, String reason, String field) {
        assertEquals(202, answer.path("statusCode").asInt());
        assertEquals("parked", result(answer));
        assertEquals(reason, body(answer).path("reason").asText());
        assertEquals(field, body(answer).path("field").asText());
    }

    private static String quoted(String members) {
        return members.replace('\'', '"');
    }
}
