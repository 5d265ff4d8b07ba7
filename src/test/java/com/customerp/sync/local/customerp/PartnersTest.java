package com.customerp.sync.local.customerp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.mapping.Entity;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartnersTest extends OverHttp {

    @Test
    void a_person_is_named_by_first_and_last_name_whatever_name_is_sent() {
        Answer created =
                post("/customers", json("{'isPerson':true,'firstName':'Ola','lastName':'Nordmann','name':'Somebody'}"));
        assertEquals("Ola Nordmann", created.json().path("name").asText());

        String path = "/customers/" + created.json().path("id").asText();
        assertEquals(
                "Ola Lie",
                patch(path, json("{'lastName':'Lie'}")).json().path("name").asText());
        assertEquals(
                "Ola Lie",
                patch(path, json("{'name':'Somebody'}")).json().path("name").asText());
    }

    @Test
    void a_person_needs_both_names_and_a_company_its_name() {
        Answer person = post("/customers", json("{'isPerson':true,'name':'Ola Nordmann'}"));
        assertStatus(422, person);
        assertEquals(List.of("/firstName", "/lastName"), person.pointers());

        Answer company = post("/customers", json("{'isPerson':false}"));
        assertStatus(422, company);
        assertEquals(List.of("/name"), company.pointers());
    }

    @Test
    void a_person_can_become_a_company_and_back() {
        simulator.seed(Entity.CUSTOMER, "C-1", object("{'isPerson':true,'firstName':'Ola','lastName':'Nordmann'}"));

        Answer company = patch("/customers/C-1", json("{'isPerson':false,'name':'Nordmann AS'}"));
        assertEquals("Nordmann AS", company.json().path("name").asText());
        assertTrue(company.json().path("firstName").isNull());

        assertStatus(422, patch("/customers/C-1", json("{'isPerson':true}")));
        Answer person = patch("/customers/C-1", json("{'isPerson':true,'firstName':'Ola','lastName':'Lie'}"));
        assertEquals("Ola Lie", person.json().path("name").asText());
    }

    @Test
    void a_contact_stays_with_its_customer() {
        company("C-1");
        company("C-2");
        contact("P-1", "C-1", false);

        Answer moved = patch("/contacts/P-1", json("{'customerId':'C-2'}"));

        assertStatus(422, moved);
        assertEquals(List.of("/customerId"), moved.pointers());
        assertStatus(200, patch("/contacts/P-1", json("{'customerId':'C-1','jobTitle':'Buyer'}")));
    }

    @Test
    void the_primary_mark_is_taken_from_the_other_contacts_of_the_same_customer_only() {
        company("C-1");
        company("C-2");
        contact("P-1", "C-1", true);
        contact("P-2", "C-1", false);
        contact("P-3", "C-2", true);
        String first = get("/contacts/P-1").etag();
        String bystander = get("/contacts/P-3").etag();

        patch("/contacts/P-2", json("{'isPrimary':true}"));

        assertEquals(false, get("/contacts/P-1").json().path("isPrimary").asBoolean());
        assertNotEquals(first, get("/contacts/P-1").etag());
        assertEquals(true, get("/contacts/P-2").json().path("isPrimary").asBoolean());
        assertEquals(bystander, get("/contacts/P-3").etag());
    }

    @Test
    void a_new_primary_contact_takes_the_mark_too() {
        company("C-1");
        contact("P-1", "C-1", true);

        post("/contacts", json("{'customerId':'C-1','firstName':'Nora','lastName':'Lie','isPrimary':true}"));

        assertEquals(false, get("/contacts/P-1").json().path("isPrimary").asBoolean());
    }

    @Test
    void nobody_is_their_own_manager() {
        simulator.seed(Entity.EMPLOYEE, "E-7", object("{'firstName':'Kari','lastName':'Hansen'}"));

        assertStatus(422, patch("/employees/E-7", json("{'managerId':'E-7'}")));
        assertStatus(201, post("/employees", json("{'firstName':'Per','lastName':'Lie','managerId':'E-7'}")));
        assertStatus(200, patch("/employees/E-7", json("{'managerId':'E-1'}")));
    }

    @Test
    void a_deleted_record_is_gone() {
        company("C-1");

        assertStatus(204, delete("/customers/C-1"));
        assertStatus(404, get("/customers/C-1"));
        assertStatus(404, delete("/customers/C-1"));
    }

    @Test
    void a_record_that_others_refer_to_is_not_deleted() {
        simulator.seed(Entity.EMPLOYEE, "E-7", object("{'firstName':'Kari','lastName':'Hansen'}"));
        simulator.seed(Entity.CUSTOMER, "C-1", object("{'name':'Fjord Bygg AS','salesPersonId':'E-7'}"));

        Answer refused = delete("/employees/E-7");

        assertStatus(409, refused);
        assertEquals("/problems/referenced", refused.type());
        assertStatus(200, get("/employees/E-7"));
        patch("/customers/C-1", json("{'salesPersonId':null}"));
        assertStatus(204, delete("/employees/E-7"));
    }

    @Test
    void a_deleted_customer_takes_its_contacts_along() {
        company("C-1");
        company("C-2");
        contact("P-1", "C-1", true);
        contact("P-2", "C-2", true);

        assertStatus(204, delete("/customers/C-1"));

        assertStatus(404, get("/contacts/P-1"));
        assertStatus(200, get("/contacts/P-2"));
    }

    private void contact(String id, String customer, boolean primary) {
        simulator.seed(
                Entity.CONTACT,
                id,
                object("{'firstName':'Ola','lastName':'Nordmann'}")
                        .put("customerId", customer)
                        .put("isPrimary", primary));
    }
}
