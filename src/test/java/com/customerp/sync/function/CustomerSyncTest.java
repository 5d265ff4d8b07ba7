package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.link.State;
import com.customerp.sync.world.World;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Customers through the functions, end to end: creates, edits of either side, and what they cost (design.md 5). */
@QuarkusTest
@QuarkusTestResource(World.class)
class CustomerSyncTest extends CustomerScenario {
    private static final String FJORD = """
            {"customerNumber":"10042","name":"Fjord Bygg AS","organizationNumber":"987654325","email":"post@fjordbygg.example",
             "invoiceEmail":"faktura@fjordbygg.example","phone":"+47 22 00 00 01","website":"https://fjordbygg.example",
             "address":{"line1":"Kaigata 1","postalCode":"5003","city":"Bergen","countryCode":"NO"},
             "currencyCode":"NOK","discountPercent":5,"isVatExempt":false,"invoiceDelivery":"pdfByEmail"}""";

    @Test
    void aNewCustomerIsCreatedByItsWebhook() {
        String id = customer(FJORD);
        webhooksArrive();
        assertEquals(200, answers.get(0).path("statusCode").asInt());
        assertEquals("created", body(answers.get(0)).path("result").asText());
        ObjectNode created = counterpart(id);
        assertEquals("customerp:" + id, created.path("ExternalImportReference").asText());
        assertEquals(10042, created.path("Number").asInt());
        assertEquals("Bergen", created.at("/MailAddress/City").asText());
        assertEquals(State.LINKED, link(id).state());
        assertEquals(0, customerpWrites());
    }

    @Test
    void whatPowerOfficeFillsInIsCarriedBackOnce() {
        String id = customer("{\"name\":\"Nordlys Handel AS\",\"address\":{\"line1\":\"Havnegata 3\"}}");
        webhooksArrive();
        assertEquals("created", body(answers.get(0)).path("result").asText());
        ObjectNode back = inCustomerp(id);
        assertTrue(back.path("customerNumber").asText().matches("1\\d{4}"), back.toString());
        assertEquals("NOK", back.path("currencyCode").asText());
        assertEquals("print", back.path("invoiceDelivery").asText());
        assertEquals(1, world.customerp().requests().count("PATCH", ".*"));
        assertEquals("address", link(id).notices().get(0).field());
        forgetRequests();
        changes();
        full();
        assertEquals(0, powerOfficeWrites());
        assertEquals(0, customerpWrites());
    }

    @Test
    void anEditThroughAWebhookCostsTwoRequestsAndOneWrite() {
        String id = customer(FJORD);
        webhooksArrive();
        forgetRequests();
        editCustomerp(id, "{\"phone\":\"+47 22 00 00 99\",\"discountPercent\":null}");
        webhooksArrive();
        assertEquals("patched", body(answers.get(1)).path("result").asText());
        assertEquals("+47 22 00 00 99", counterpart(id).path("PhoneNumber").asText());
        assertTrue(counterpart(id).path("Allowance").isNull());
        assertEquals(2, powerOfficeRequests());
        assertEquals(1, powerOfficeWrites());
        assertEquals(0, customerpWrites());
    }

    @Test
    void aWebhookWithNothingNewAsksPowerOfficeNothing() {
        String id = customer(FJORD);
        webhooksArrive();
        forgetRequests();
        ObjectNode answer = body(repeatWebhook());
        assertEquals("unchanged", answer.path("result").asText());
        assertEquals(id, answer.path("id").asText());
        assertEquals(0, powerOfficeRequests());
        assertEquals(1, world.customerp().requests().entries().size());
    }

    @Test
    void anEditInPowerOfficeArrivesWithTheNextSweepAndDoesNotComeBack() {
        String id = customer(FJORD);
        webhooksArrive();
        full();
        forgetRequests();
        editPowerOffice(link(id).powerOfficeId(), "{\"Name\":\"Fjord Bygg og Anlegg AS\"}");
        ObjectNode summary = changes();
        assertEquals("Fjord Bygg og Anlegg AS", inCustomerp(id).path("name").asText());
        assertEquals(1, summary.at("/patched/customerp").asInt(), summary.toString());
        webhooksArrive();
        assertEquals(
                "unchanged",
                body(answers.get(answers.size() - 1)).path("result").asText(),
                "the echo");
        assertEquals(1, customerpWrites());
        assertEquals(0, powerOfficeWrites());
        forgetRequests();
        changes();
        assertEquals(1, powerOfficeRequests());
        assertEquals(1, world.customerp().requests().entries().size());
    }

    @Test
    void aParkedCustomerCountsAsParkedInEveryPass() {
        customer("{\"name\":\"Uten Nummer AS\",\"invoiceDelivery\":\"ehf\"}");
        assertEquals(1, changes().path("parked").asInt());
        ObjectNode again = full();
        assertEquals(1, again.path("parked").asInt(), again.toString());
        assertEquals(0, again.path("unchanged").asInt());
    }
}
