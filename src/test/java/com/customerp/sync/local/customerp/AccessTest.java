package com.customerp.sync.local.customerp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.customerp.sync.local.http.Request;
import com.customerp.sync.local.http.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest extends OverHttp {

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer wrong", "Basic customerp-test-token", "customerp-test-token"})
    void a_missing_or_wrong_token_is_401_everywhere(String authorization) {
        company("C-1");
        for (String method : new String[] {"GET", "DELETE"}) {
            assertStatus(401, send(request(method, "/customers/C-1", null).setHeader("Authorization", authorization)));
        }
        assertStatus(401, send(request("GET", "/customers", null).setHeader("Authorization", authorization)));
        assertStatus(200, get("/customers/C-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"contacts", "customers", "employees", "orders", "products", "projects"})
    void each_collection_answers_an_empty_page(String collection) {
        Answer page = get("/" + collection);

        assertStatus(200, page);
        assertEquals(object("{'items':[],'nextCursor':null}"), page.json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"contacts", "customers", "employees", "orders", "products", "projects"})
    void an_unknown_record_is_404_for_each_method(String collection) {
        assertStatus(404, get("/" + collection + "/X-1"));
        assertStatus(404, delete("/" + collection + "/X-1"));
        assertStatus(404, patch("/" + collection + "/X-1", "{}"));
    }

    @Test
    void an_unknown_path_is_404_and_an_unknown_method_405() {
        CustomerpSimulator unchecked = new CustomerpSimulator(clock, OPTIONS);

        assertEquals(404, ask(unchecked, "GET", "/api/v1/invoices").status());
        assertEquals(404, ask(unchecked, "GET", "/customers").status());
        Response notAllowed = ask(unchecked, "PUT", "/api/v1/customers/C-1");
        assertEquals(405, notAllowed.status());
        assertEquals("DELETE, GET, PATCH", notAllowed.header("Allow").orElseThrow());
    }

    private static Response ask(CustomerpSimulator simulator, String method, String path) {
        return simulator.handle(Request.of(method, path).with("Authorization", "Bearer " + OPTIONS.token()));
    }
}
