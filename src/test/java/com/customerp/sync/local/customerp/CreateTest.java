package com.customerp.sync.local.customerp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.customerp.sync.local.http.Request;
import com.customerp.sync.mapping.Entity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreateTest extends OverHttp {
    private static final String COMPANY = "{\"name\":\"Fjord Bygg AS\"}";

    @Test
    void a_created_record_is_shown_with_its_etag_and_location() {
        Answer created = post("/customers", COMPANY);

        assertStatus(201, created);
        assertEquals("C-1001", created.json().path("id").asText());
        assertEquals(
                "2026-03-02T09:00:00.000Z", created.json().path("createdAt").asText());
        assertEquals(
                "2026-03-02T09:00:00.000Z", created.json().path("updatedAt").asText());
        assertEquals(OPTIONS.integration(), created.json().path("updatedBy").asText());
        assertEquals(
                "/api/v1/customers/C-1001",
                created.raw().headers().firstValue("location").orElseThrow());
        Answer read = get("/customers/C-1001");
        assertEquals(created.etag(), read.etag());
        assertEquals(created.json(), read.json());
    }

    @Test
    void unknown_members_and_those_of_the_server_are_ignored() {
        Answer created = post(
                "/customers",
                json(
                        "{'name':'Fjord Bygg AS','id':'C-7','createdAt':'x','updatedAt':1,'updatedBy':[],'colour':'red'}"));

        assertStatus(201, created);
        assertEquals("C-1001", created.json().path("id").asText());
        assertEquals(false, created.json().has("colour"));
    }

    @Test
    void the_same_key_and_body_get_the_first_answer_again_even_after_a_change() {
        Answer first = post("/customers", "k", COMPANY);
        simulator.user("kari").edit(Entity.CUSTOMER, "C-1001", object("{'name':'Changed'}"));
        clock.pass(Duration.ofHours(24));

        Answer second = post("/customers", "k", COMPANY);

        assertStatus(201, second);
        assertEquals(first.raw().body(), second.raw().body());
        assertEquals(first.etag(), second.etag());
        assertEquals(1, simulator.all(Entity.CUSTOMER).size());
    }

    @Test
    void after_24_hours_a_key_is_new_again() {
        post("/customers", "k", COMPANY);
        clock.pass(Duration.ofHours(24).plusMillis(1));

        assertEquals(
                "C-1002", post("/customers", "k", COMPANY).json().path("id").asText());
    }

    @Test
    void the_same_key_with_another_body_or_collection_is_422() {
        post("/customers", "k", COMPANY);

        Answer otherBody = post("/customers", "k", json("{'name':'Other AS'}"));
        Answer otherCollection = post("/contacts", "k", COMPANY);

        for (Answer refused : List.of(otherBody, otherCollection)) {
            assertStatus(422, refused);
            assertEquals("/problems/idempotency-key-reused", refused.type());
        }
        assertEquals(1, simulator.all(Entity.CUSTOMER).size());
    }

    @Test
    void the_same_key_while_the_first_request_runs_is_409() {
        List<Answer> meanwhile = new ArrayList<>();
        simulator.duringCreate(() -> {
            simulator.duringCreate(() -> {});
            meanwhile.add(post("/customers", "k", COMPANY));
        });

        assertStatus(201, post("/customers", "k", COMPANY));
        assertStatus(409, meanwhile.get(0));
        assertEquals("/problems/request-in-progress", meanwhile.get(0).type());
        assertEquals(1, simulator.all(Entity.CUSTOMER).size());
    }

    @Test
    void a_refused_request_is_not_remembered() {
        assertStatus(422, post("/customers", "k", "{}"));
        assertStatus(201, post("/customers", "k", COMPANY));
    }

    @Test
    void a_missing_or_malformed_key_is_400() {
        assertStatus(400, send(request("POST", "/customers", COMPANY).setHeader("Content-Type", "application/json")));
        assertStatus(400, post("/customers", "with blank", COMPANY));
        assertStatus(400, post("/customers", "k".repeat(256), COMPANY));
        assertStatus(201, post("/customers", "k".repeat(255), COMPANY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"x\"", "{} {}", "{\"name\":\"a\",\"name\":\"b\"}"})
    void a_body_that_is_not_one_json_object_is_400(String body) {
        assertStatus(400, post("/customers", body));
    }

    @Test
    void a_body_that_is_not_utf_8_is_400() {
        Request request = Request.of("POST", "/api/v1/customers")
                .with("Authorization", "Bearer " + OPTIONS.token())
                .with("Idempotency-Key", "k")
                .withBody("application/json", "{\"name\":\"Blåbær\"}".getBytes(StandardCharsets.ISO_8859_1));

        assertEquals(400, simulator.handle(request).status());
    }

    @Test
    void another_content_type_is_400() {
        assertStatus(
                400,
                send(request("POST", "/customers", COMPANY)
                        .setHeader("Content-Type", "text/plain")
                        .setHeader("Idempotency-Key", "k")));
    }

    @Test
    void a_taken_number_is_409_and_names_its_holder() {
        simulator.seed(Entity.CUSTOMER, "C-0877", object("{'name':'A','customerNumber':'10042'}"));

        Answer taken = post("/customers", json("{'name':'B','customerNumber':'10042'}"));

        assertStatus(409, taken);
        assertEquals("/problems/unique", taken.type());
        assertEquals("customerNumber", taken.json().path("field").asText());
        assertEquals("C-0877", taken.json().path("conflictingId").asText());
    }

    @Test
    void the_number_of_a_deleted_record_is_free_and_numbers_are_unique_in_their_collection_only() {
        simulator.seed(Entity.CUSTOMER, "C-1", object("{'name':'A','customerNumber':'10042'}"));
        assertStatus(
                201, post("/employees", json("{'firstName':'Kari','lastName':'Hansen','employeeNumber':'10042'}")));
        assertStatus(204, delete("/customers/C-1"));

        assertStatus(201, post("/customers", json("{'name':'B','customerNumber':'10042'}")));
    }

    @Test
    void organization_numbers_and_addresses_are_not_unique() {
        String twin = json("{'name':'Twin AS','organizationNumber':'987654325','email':'post@twin.example'}");

        Answer first = post("/customers", twin);
        Answer second = post("/customers", twin);

        assertStatus(201, second);
        assertNotEquals(first.json().path("id"), second.json().path("id"));
    }
}
