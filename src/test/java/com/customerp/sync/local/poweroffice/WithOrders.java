package com.customerp.sync.local.poweroffice;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;

/** A customer with a contact person and a product, and orders made of them. */
abstract class WithOrders extends OverHttp {
    static final String CHANGED = "LastChangedDateTimeOffset";
    String customerId;
    String contactId;
    String productId;

    @BeforeEach
    void seed() {
        customerId = id(customer("Fjord Bygg AS"));
        String person = "{\"FirstName\":\"Nora\",\"LastName\":\"Prøve\",\"IsDefault\":true}";
        contactId =
                post("/ContactPersons/" + customerId, person).is(201).at("Id").asText();
        productId = id(product("\"Code\":\"B-1\",\"Name\":\"Steel beam\",\"UnitPrice\":500,\"UnitCost\":310"));
    }

    /** A draft with these lines, made through the API; its address is the answer. */
    String order(String... lines) {
        return "/SalesOrders/" + created("", lines).at("Id").asText();
    }

    /** Members come after the customer, each with a comma before it. */
    Answer created(String members, String... lines) {
        return post("/SalesOrders/Complete", body(members, lines)).is(201);
    }

    String body(String members, String... lines) {
        return "{\"CustomerId\":" + customerId + members + ",\"SalesOrderLines\":[" + String.join(",", lines) + "]}";
    }

    /** A line of the product. */
    String line(String quantity, String members) {
        return "{\"ProductId\":" + productId + ",\"Quantity\":" + quantity + members + "}";
    }

    /** Address of the line at a place of an order. */
    String lineAddress(String order, int place) {
        return order + "/Lines/" + lines(order).get(place).path("Id").asText();
    }

    JsonNode lines(String order) {
        return get(order + "/Complete").is(200).at("SalesOrderLines");
    }
}
