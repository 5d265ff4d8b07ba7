package com.customerp.sync.local.poweroffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** poweroffice-go-v2.md 5, 7 and 13.1, mapping.md 4: contact persons beside the contact they belong to. */
class ContactPersonsTest extends OverHttp {
    private String company;
    private String persons;

    @BeforeEach
    void company() {
        company = customer("Fjord Bygg AS");
        persons = "/ContactPersons/" + id(company);
    }

    @Test
    void companyWithContactPersonsDoesNotBecomeAPerson() {
        String nora = person("Nora", false);
        String becomes = two("/FirstName", "\"Ola\"", "/LastName", "\"Lie\"").replace("]", ",")
                + "{\"op\":\"replace\",\"path\":\"/IsPerson\",\"value\":true}]";
        patch(company, becomes).refusedWith(400, "contact persons");
        delete(nora).is(200);
        patch(company, becomes).is(200);
        post(persons, "{\"FirstName\":\"Per\",\"LastName\":\"Lie\"}").refusedWith(400, "companies");
    }

    @Test
    void employeeHasNoContactPersons() {
        post("/ContactPersons/" + id(employee("Kari")), "{\"FirstName\":\"Per\",\"LastName\":\"Lie\"}")
                .is(404);
    }

    @Test
    void markOfTheDefaultMovesByPatchAndByPeopleAndMovesBothChangeTimes() {
        String nora = person("Nora", true);
        String per = person("Per", false);
        String elsewhere = id(customer("Other AS"));
        post("/ContactPersons/" + elsewhere, "{\"FirstName\":\"Liv\",\"LastName\":\"Lie\",\"IsDefault\":true}");
        String before = get(nora).at("LastChangedDateTimeOffset").asText();
        clock.pass(Duration.ofMinutes(1));

        replace(per, "/IsDefault", "true").is(200);
        assertEquals(List.of("false", "true", "true"), get("/ContactPersons").column("IsDefault"));
        assertEquals(
                List.of("Nora", "Per"),
                get("/ContactPersons?lastChangedDateTimeOffsetGreaterThan=" + before.replace("+", "%2B"))
                        .column("FirstName"));

        simulator.user().edit(Resource.CONTACT_PERSONS, id(nora), object("{\"IsDefault\":true}"));
        assertEquals(List.of("true", "false", "true"), get("/ContactPersons").column("IsDefault"));
        replace(nora, "/IsDefault", "false").is(200);
        assertEquals(List.of("false", "false", "true"), get("/ContactPersons").column("IsDefault"));
    }

    @Test
    void addressIsPartOfThePersonAndNeitherMovesTheChangeTimeOfTheCompany() {
        String nora = person("Nora", false);
        Answer before = get(company);
        clock.pass(Duration.ofMinutes(1));
        patch(nora, two("/MailAddress/City", "\"Bergen\"", "/MailAddress/ZipCode", "\"5003\""))
                .is(200);
        assertNotEquals(before.at("LastChangedDateTimeOffset"), get(nora).at("LastChangedDateTimeOffset"));
        assertEquals(before.json(), get(company).json());
    }

    @Test
    void addressOfAnEmployeeHasAChangeTimeOfItsOwn() {
        String kari = employee("Kari");
        Answer before = get(kari);
        clock.pass(Duration.ofMinutes(1));
        Answer moved = patch(kari, two("/MailAddress/City", "\"Bergen\"", "/MailAddress/ZipCode", "\"5003\""))
                .is(200);
        assertEquals(before.at("LastChangedDateTimeOffset"), moved.at("LastChangedDateTimeOffset"));
        assertNotEquals(
                before.at("LastChangedDateTimeOffset"), moved.at("MailAddress").path("LastChangedDateTimeOffset"));
    }

    @Test
    void contactPersonOfAProjectIsInUse() {
        String nora = person("Nora", false);
        String project = project("\"Name\":\"P\",\"CustomerId\":" + id(company) + ",\"ContactPersonId\":" + id(nora));
        delete(nora).refusedWith(409, "in use");
        delete(project).is(200);
        delete(nora).is(200);
    }

    @Test
    void customerThatPeopleDeleteTakesItsContactPersonsAlong() {
        person("Nora", false);
        String other = id(customer("Other AS"));
        post("/ContactPersons/" + other, "{\"FirstName\":\"Liv\",\"LastName\":\"Lie\"}")
                .is(201);
        simulator.user().delete(Resource.CUSTOMERS, id(company));
        assertEquals(List.of("Liv"), get("/ContactPersons").column("FirstName"));
    }

    private String person(String firstName, boolean isDefault) {
        String body = "{\"FirstName\":\"" + firstName + "\",\"LastName\":\"Lie\",\"IsDefault\":" + isDefault + "}";
        return persons + "/" + post(persons, body).is(201).at("Id").asText();
    }
}
