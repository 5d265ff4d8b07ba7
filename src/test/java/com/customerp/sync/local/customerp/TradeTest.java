package com.customerp.sync.local.customerp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders, products and projects, as far as customerp.openapi.yaml says. */
class TradeTest extends OverHttp {

    @BeforeEach
    void seed() {
        company("C-1");
        company("C-2");
        simulator.seed(Entity.CONTACT, "P-1", object("{'customerId':'C-1','firstName':'Ola','lastName':'Nordmann'}"));
        simulator.seed(Entity.PRODUCT, "PR-1", object("{'productNumber':'BEAM-6M','name':'Steel beam'}"));
        simulator.seed(Entity.PROJECT, "J-1", object("{'projectNumber':'J-500','name':'Quay renewal'}"));
    }

    @Test
    void an_order_without_a_number_gets_the_next_one() {
        String body = json("{'customerId':'C-1','lines':[]}");
        assertEquals("9001", post("/orders", body).json().path("orderNumber").asText());
        post("/orders", json("{'customerId':'C-1','lines':[],'orderNumber':'9100'}"));
        assertEquals("9101", post("/orders", body).json().path("orderNumber").asText());
    }

    @Test
    void lines_get_ids_and_positions_and_keep_theirs() {
        Answer order = post(
                "/orders",
                json("{'customerId':'C-1','lines':[{'lineId':'L-2','description':'a'},{'lineNumber':5},"
                        + "{'productId':'PR-1','quantity':-1}]}"));
        assertStatus(201, order);
        assertEquals(List.of("L-2 1", "L-1 5", "L-3 6"), lines(order.json()));

        Answer patched = patch(
                "/orders/" + order.json().path("id").asText(),
                json("{'lines':[{'lineId':'L-3','productId':'PR-1','quantity':2},{'description':'new'}]}"));
        assertEquals(List.of("L-3 1", "L-4 2"), lines(patched.json()));
    }

    @Test
    void a_product_line_needs_a_quantity() {
        Answer refused = post("/orders", json("{'customerId':'C-1','lines':[{},{'productId':'PR-1'}]}"));

        assertStatus(422, refused);
        assertEquals(List.of("/lines/1/quantity"), refused.pointers());
    }

    @Test
    void a_contact_must_be_one_of_the_customer() {
        assertStatus(422, post("/orders", json("{'customerId':'C-2','contactId':'P-1','lines':[]}")));
        assertStatus(201, post("/orders", json("{'customerId':'C-1','contactId':'P-1','lines':[]}")));
        assertStatus(422, patch("/projects/J-1", json("{'contactId':'P-1'}")));
        assertStatus(200, patch("/projects/J-1", json("{'contactId':'P-1','customerId':'C-1'}")));
    }

    @Test
    void what_an_order_names_cannot_be_deleted() {
        post(
                "/orders",
                json("{'customerId':'C-1','contactId':'P-1','projectId':'J-1',"
                        + "'lines':[{'productId':'PR-1','quantity':1}]}"));

        for (String path : List.of("/customers/C-1", "/contacts/P-1", "/projects/J-1", "/products/PR-1")) {
            assertStatus(409, delete(path));
        }
        assertStatus(200, get("/contacts/P-1"));
        assertStatus(204, delete("/orders/O-9001"));
        assertStatus(204, delete("/customers/C-1"));
    }

    @Test
    void only_the_sync_writes_amounts_and_invoiced_and_invoiced_is_final() {
        CustomerpUser kari = simulator.user("kari");
        String id = kari.create(Entity.ORDER, object("{'customerId':'C-1','lines':[]}"));
        assertThrows(ProblemException.class, () -> kari.edit(Entity.ORDER, id, object("{'status':'invoiced'}")));
        assertThrows(ProblemException.class, () -> kari.edit(Entity.ORDER, id, object("{'netAmount':1}")));
        kari.edit(Entity.ORDER, id, object("{'status':'confirmed'}"));

        String path = "/orders/" + id;
        assertStatus(200, patch(path, json("{'status':'invoiced','netAmount':100,'totalAmount':125}")));

        assertThrows(ProblemException.class, () -> kari.edit(Entity.ORDER, id, object("{'customerReference':'x'}")));
        Answer reopened = patch(path, json("{'status':'draft'}"));
        assertStatus(422, reopened);
        assertEquals(List.of("/status"), reopened.pointers());
    }

    @Test
    void stock_is_cleared_when_a_product_is_no_stock_item_any_more() {
        patch("/products/PR-1", json("{'isStockItem':true,'stockOnHand':42}"));

        assertTrue(patch("/products/PR-1", json("{'isStockItem':false}"))
                .json()
                .path("stockOnHand")
                .isNull());
    }

    @Test
    void a_dot_in_a_project_number_follows_the_number_of_the_parent() {
        String below = json("{'projectNumber':'J-500.1','name':'Part'}");
        assertStatus(422, post("/projects", below));
        assertStatus(201, post("/projects", json("{'projectNumber':'J-500.1','name':'Part','parentProjectId':'J-1'}")));
        assertStatus(
                422, post("/projects", json("{'projectNumber':'J-500.1.2','name':'Part','parentProjectId':'J-1'}")));
    }

    @Test
    void a_project_below_a_renumbered_parent_keeps_its_number_and_can_be_edited() {
        simulator.seed(
                Entity.PROJECT, "J-2", object("{'projectNumber':'J-500.1','name':'Part','parentProjectId':'J-1'}"));
        assertStatus(200, patch("/projects/J-1", json("{'projectNumber':'J-501'}")));

        Answer renamed = patch("/projects/J-2", json("{'name':'Pier'}"));
        assertStatus(200, renamed);
        assertEquals("J-500.1", renamed.json().path("projectNumber").asText());
        assertStatus(422, patch("/projects/J-2", json("{'projectNumber':'J-500.2'}")));
        assertStatus(422, patch("/projects/J-2", json("{'parentProjectId':null}")));
        assertStatus(200, patch("/projects/J-2", json("{'projectNumber':'J-501.1'}")));
    }

    @Test
    void a_project_two_levels_down_has_the_whole_number_of_its_parent_in_front() {
        simulator.seed(
                Entity.PROJECT, "J-2", object("{'projectNumber':'J-500.1','name':'Part','parentProjectId':'J-1'}"));

        assertStatus(
                201, post("/projects", json("{'projectNumber':'J-500.1.A','name':'Base','parentProjectId':'J-2'}")));
        assertStatus(422, post("/projects", json("{'projectNumber':'J-500.A','name':'Base','parentProjectId':'J-2'}")));
        assertStatus(201, post("/projects", json("{'projectNumber':'A','name':'Base','parentProjectId':'J-2'}")));
    }

    @Test
    void projects_make_no_cycle() {
        simulator.seed(Entity.PROJECT, "J-2", object("{'projectNumber':'A','name':'Part','parentProjectId':'J-1'}"));

        assertStatus(422, patch("/projects/J-1", json("{'parentProjectId':'J-1'}")));
        assertStatus(422, patch("/projects/J-1", json("{'parentProjectId':'J-2'}")));
        assertStatus(409, delete("/projects/J-1"));
    }

    private static List<String> lines(JsonNode order) {
        return order.path("lines").findParents("lineId").stream()
                .map(line -> line.path("lineId").asText() + " "
                        + line.path("lineNumber").asText())
                .toList();
    }
}
