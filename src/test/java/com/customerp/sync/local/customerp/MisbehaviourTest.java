package com.customerp.sync.local.customerp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.local.http.Fault;
import com.customerp.sync.local.http.Request;
import com.customerp.sync.local.http.RequestLog;
import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MisbehaviourTest extends OverHttp {
    private static final Predicate<Request> CREATE = request -> request.method().equals("POST");

    @Test
    void a_write_that_is_reset_before_it_happens_leaves_nothing() {
        simulator.faults().when(CREATE).times(1).then(Fault.resetBefore());

        assertThrows(IOException.class, () -> exchange(create()));

        assertEquals(List.of(), simulator.all(Entity.CUSTOMER));
        assertStatus(201, send(create()));
    }

    @Test
    void a_write_that_is_reset_after_it_happened_is_found_again_by_its_key() {
        simulator.faults().when(CREATE).times(1).then(Fault.resetAfter());

        assertThrows(IOException.class, () -> exchange(create()));

        assertEquals(1, simulator.all(Entity.CUSTOMER).size());
        assertStatus(201, send(create()));
        assertEquals(1, simulator.all(Entity.CUSTOMER).size());
    }

    @Test
    void a_list_can_be_cut_in_half_or_emptied() {
        IntStream.range(0, 4).forEach(i -> company("C-" + i));
        simulator.faults().always().times(1).then(Glitches.halfList());
        simulator.faults().always().times(1).then(Glitches.emptyList());

        assertEquals(2, get("/customers").json().path("items").size());
        assertEquals(0, get("/customers").json().path("items").size());
        assertEquals(4, get("/customers").json().path("items").size());
    }

    @Test
    void written_values_can_be_normalised() {
        simulator.normalise(Normalisation.UPPER_CASE_EMAIL, Normalisation.PHONE_WITHOUT_BLANKS);
        company("C-1");

        Answer patched = patch(
                "/customers/C-1",
                json("{'email':'post@fjordbygg.example','phone':'+47 22 00 00 01','website':'a b.example'}"));

        assertEquals("POST@FJORDBYGG.EXAMPLE", patched.json().path("email").asText());
        assertEquals("+4722000001", patched.json().path("phone").asText());
        assertEquals("a b.example", patched.json().path("website").asText());
        simulator.normalise();
        assertEquals(
                "1 2",
                patch("/customers/C-1", json("{'phone':'1 2'}"))
                        .json()
                        .path("phone")
                        .asText());
    }

    @Test
    void every_request_is_logged_with_what_the_caller_saw() throws IOException {
        simulator.faults().when(CREATE).times(1).then(Fault.resetAfter());
        assertThrows(IOException.class, () -> exchange(create()));
        clock.pass(Duration.ofSeconds(1));
        get("/customers?limit=5");
        get("/customers/X-1");

        List<RequestLog.Entry> entries = simulator.requests().entries();
        assertEquals(
                List.of(0, 200, 404),
                entries.stream().map(RequestLog.Entry::status).toList());
        assertEquals(List.of("5"), entries.get(1).query().get("limit"));
        assertEquals(clock.instant(), entries.get(1).at());
        assertEquals(1, simulator.requests().count("GET", "/api/v1/customers"));
        assertEquals(2, simulator.requests().count("GET", "/api/v1/customers.*"));
        simulator.requests().clear();
        assertEquals(0, simulator.requests().count("GET", ".*"));
    }

    @Test
    void a_user_meets_the_same_rules_as_the_api() {
        CustomerpUser kari = simulator.user("kari");

        ProblemException refused =
                assertThrows(ProblemException.class, () -> kari.create(Entity.CUSTOMER, object("{}")));

        assertEquals(422, refused.status());
        assertEquals("/name", refused.members().at("/errors/0/pointer").asText());
    }

    @Test
    void an_id_can_be_chosen_once_in_any_letter_case() {
        company("C-1001");
        simulator.user("kari").delete(Entity.CUSTOMER, "C-1001");

        assertThrows(IllegalArgumentException.class, () -> company("c-1001"));
        assertThrows(IllegalArgumentException.class, () -> company("C/1"));
        assertEquals(
                "C-1002",
                post("/customers", json("{'name':'A'}")).json().path("id").asText());
    }

    @Test
    void an_id_the_server_gives_is_new_in_any_letter_case() {
        simulator.seed(Entity.CUSTOMER, "c-1001", object("{'name':'Fjord Bygg AS'}"));

        assertEquals(
                "C-1002",
                post("/customers", json("{'name':'Nordlys AS'}"))
                        .json()
                        .path("id")
                        .asText());
    }

    @Test
    void what_a_test_reads_is_its_own_copy() {
        company("C-1");
        ObjectNode mine = simulator.read(Entity.CUSTOMER, "C-1").orElseThrow();
        mine.put("name", "Changed");

        assertEquals("Fjord Bygg AS", get("/customers/C-1").json().path("name").asText());
        assertTrue(simulator.read(Entity.CUSTOMER, "C-2").isEmpty());
    }

    private HttpRequest.Builder create() {
        return request("POST", "/customers", json("{'name':'Fjord Bygg AS'}"))
                .setHeader("Content-Type", "application/json")
                .setHeader("Idempotency-Key", "k");
    }
}
