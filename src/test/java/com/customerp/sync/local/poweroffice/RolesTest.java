package com.customerp.sync.local.poweroffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** poweroffice-go-v2.md 10, 12 and 13.1: shared contacts, deleting, contact persons, and what people do themselves. */
class RolesTest extends OverHttp {

    private String customerWhoIsAnEmployee() {
        String address = customer("Kari Prøve ENK");
        simulator
                .user()
                .addRole(Resource.EMPLOYEES, id(address), object("{\"FirstName\":\"Kari\",\"LastName\":\"Prøve\"}"));
        return id(address);
    }

    @Test
    void rolesOfAContactShareKeyArchivingAndNames() {
        String id = customerWhoIsAnEmployee();
        clock.pass(Duration.ofMinutes(1));
        String before = get("/Employees/" + id).at("LastChangedDateTimeOffset").asText();
        replace("/Customers/" + id, "/IsArchived", "true").is(200);
        Answer employee = get("/Employees/" + id);
        assertTrue(employee.at("IsArchived").booleanValue());
        assertNotEquals(before, employee.at("LastChangedDateTimeOffset").asText());
        replace("/Employees/" + id, "/LastName", "\"Ny\"").is(200);
        assertEquals("Ny", get("/Customers/" + id).at("LastName").asText());
    }

    @Test
    void otherFieldsAndTheirChangeTimesStayWithTheirRole() {
        String id = customerWhoIsAnEmployee();
        clock.pass(Duration.ofMinutes(1));
        Answer before = get("/Employees/" + id);
        replace("/Customers/" + id, "/PhoneNumber", "\"22000001\"").is(200);
        assertEquals(before.json(), get("/Employees/" + id).json());
    }

    @Test
    void deleteIsRefusedWhileAnotherRoleIsActive() {
        String id = customerWhoIsAnEmployee();
        delete("/Customers/" + id).refusedWith(409, "another active role");
        simulator.user().archive(Resource.EMPLOYEES, id, true);
        delete("/Customers/" + id).is(200);
        get("/Employees/" + id).is(200);
    }

    @Test
    void deleteHappensOnceAndWithoutABody() {
        String address = customer("Fjord Bygg AS");
        assertEquals("", delete(address).is(200).http().body());
        delete(address).is(404);
        get(address).is(404);
        get("/Customers").is(204);
        post("/Customers", "{\"Name\":\"Ny AS\",\"Number\":10000}").is(201);
    }

    @Test
    void recordInUseIsNotDeleted() {
        String seller = employee("Kari");
        post("/Customers", "{\"Name\":\"A\",\"SalesPersonEmployeeId\":" + id(seller) + "}");
        delete(seller).refusedWith(409, "in use");
        String address = customer("Fjord Bygg AS");
        simulator.user().setUsed(Resource.CUSTOMERS, id(address), true);
        delete(address).refusedWith(409, "in use");
        simulator.user().delete(Resource.CUSTOMERS, id(address));
        get(address).is(404);
    }

    @Test
    void contactPersonsBelongToCompanies() {
        String company = customer("Fjord Bygg AS");
        String person = "{\"FirstName\":\"Nora\",\"LastName\":\"Lie\",\"ExternalCode\":\"customerp:P-1\"}";
        Answer made = post("/ContactPersons/" + id(company), person).is(201);
        assertEquals(id(company), made.at("ContactId").asText());
        post("/ContactPersons/" + id(company), person)
                .refusedWith(400, made.at("Id").asText());
        post("/ContactPersons/999", "{\"FirstName\":\"Nora\",\"LastName\":\"Lie\"}")
                .is(404);
        String human = post("/Customers", "{\"IsPerson\":true,\"FirstName\":\"Ola\",\"LastName\":\"Prøve\"}")
                .at("Id")
                .asText();
        post("/ContactPersons/" + human, "{\"FirstName\":\"Nora\",\"LastName\":\"Lie\"}")
                .refusedWith(400, "companies");
        delete(company).is(409);
    }

    @Test
    void contactPersonsAreFoundByContactAndCodeAndReadBelowTheirOwner() {
        String first = customer("A");
        String second = customer("B");
        String nora = "{\"FirstName\":\"Nora\",\"LastName\":\"Lie\",\"ExternalCode\":\"customerp:P-1\"}";
        String id = post("/ContactPersons/" + id(first), nora).at("Id").asText();
        post("/ContactPersons/" + id(second), "{\"FirstName\":\"Per\",\"LastName\":\"Lie\"}")
                .is(201);
        assertEquals(
                List.of("Nora"), get("/ContactPersons?contactIds=" + id(first)).column("FirstName"));
        assertEquals(
                List.of("Nora"),
                get("/ContactPersons?externalCodes=customerp%3AP-1").column("FirstName"));
        String own = "/ContactPersons/" + id(first) + "/" + id;
        assertFalse(replace(own, "/IsActive", "false").is(200).at("IsActive").booleanValue());
        replace(own, "/EmailAddress", "\"nora\"").refusedWith(400, "e-mail");
        get("/ContactPersons/" + id(second) + "/" + id).is(404);
        delete(own).is(200);
        get(own).is(404);
    }

    @Test
    void newDefaultPersonTakesTheMarkFromTheOld() {
        String company = id(customer("A"));
        String nora = "{\"FirstName\":\"Nora\",\"LastName\":\"Lie\",\"IsDefault\":true}";
        String per = "{\"FirstName\":\"Per\",\"LastName\":\"Lie\",\"IsDefault\":true}";
        post("/ContactPersons/" + company, nora).is(201);
        post("/ContactPersons/" + company, per).is(201);
        assertEquals(
                List.of("false", "true"),
                get("/ContactPersons?contactIds=" + company).column("IsDefault"));
    }

    @Test
    void peopleMaySetWhatIntegrationsMayNot() {
        PowerOfficeUser user = simulator.user();
        String id = user.create(
                Resource.CUSTOMERS,
                object("{\"Name\":\"A\",\"InvoiceDeliveryType\":\"AvtaleGiro\",\"MailAddress\":{\"City\":\"Oslo\"}}"));
        assertEquals(
                "AvtaleGiro", get("/Customers/" + id).at("InvoiceDeliveryType").asText());
        user.edit(Resource.CUSTOMERS, id, object("{\"ExternalImportReference\":\"theirs\",\"Number\":77}"));
        assertEquals(
                77,
                get("/Customers?externalImportReference=theirs")
                        .is(200)
                        .json()
                        .get(0)
                        .path("Number")
                        .intValue());
        user.edit(Resource.CUSTOMERS, id, object("{\"ExternalImportReference\":null}"));
        get("/Customers?externalImportReference=theirs").is(204);
        user.setLedgerBalance(id, true);
        user.archive(Resource.CUSTOMERS, id, true);
        assertTrue(user.read(Resource.CUSTOMERS, id)
                .orElseThrow()
                .path("IsArchived")
                .booleanValue());
        assertEquals(1, user.all(Resource.CUSTOMERS).size());
    }

    @Test
    void peopleMoveTheSameChangeTimesAndKeepUniqueValuesUnique() {
        PowerOfficeUser user = simulator.user();
        String id = id(customer("A"));
        String before = get("/Customers/" + id).at("LastChangedDateTimeOffset").asText();
        clock.pass(Duration.ofMinutes(1));
        user.edit(Resource.CUSTOMERS, id, object("{\"MailAddress\":{\"City\":\"Oslo\",\"ZipCode\":\"0150\"}}"));
        assertEquals(
                before, get("/Customers/" + id).at("LastChangedDateTimeOffset").asText());
        user.edit(Resource.CUSTOMERS, id, object("{\"MailAddress\":{\"City\":\"Bergen\"},\"Name\":\"B\"}"));
        Answer after = get("/Customers/" + id);
        assertNotEquals(before, after.at("LastChangedDateTimeOffset").asText());
        assertEquals("0150", after.at("MailAddress").path("ZipCode").asText());
        assertThrows(
                IllegalArgumentException.class,
                () -> user.create(Resource.CUSTOMERS, object("{\"Name\":\"C\",\"Number\":10000}")));
    }
}
