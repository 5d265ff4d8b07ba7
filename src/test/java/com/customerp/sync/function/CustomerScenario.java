package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.State;
import com.customerp.sync.local.customerp.WebhookSink;
import com.customerp.sync.local.customerp.Webhooks;
import com.customerp.sync.local.http.Request;
import com.customerp.sync.local.poweroffice.Resource;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.world.World;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests through the customer functions share: the world, its users, webhooks and sweeps. */
abstract class CustomerScenario {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    CustomerFunctions functions;

    final World world = World.current();
    /** Answers of the webhook function, oldest first. */
    final List<JsonNode> answers = new ArrayList<>();

    private final List<JsonNode> sent = new ArrayList<>();

    @BeforeEach
    void renewWorld() {
        world.renew();
        world.customerp().webhooks().deliverTo(webhooks());
        world.customerp().webhooks().deliver(Webhooks.Mode.HELD);
    }

    @AfterEach
    void contractsWereKept() {
        world.assertContractsKept();
    }

    private WebhookSink webhooks() {
        return (headers, body, collection) -> {
            JsonNode event = event(headers, body, collection);
            sent.add(event);
            answers.add(functions.webhook(event));
        };
    }

    /** An API Gateway event, payload format 2.0. */
    static ObjectNode event(Map<String, String> headers, byte[] body, String collection) {
        ObjectNode event = JSON.createObjectNode()
                .put("version", "2.0")
                .put("rawPath", "/webhooks/" + collection)
                .put("body", new String(body, StandardCharsets.UTF_8))
                .put("isBase64Encoded", false);
        event.withObject("/requestContext/http").put("method", "POST");
        headers.forEach(event.withObject("/headers")::put);
        return event;
    }

    /** Sends the last webhook again. */
    JsonNode repeatWebhook() {
        return functions.webhook(sent.get(sent.size() - 1));
    }

    /** Events of all changes in CustomERP since the last time, oldest first, for a test to hand to the function. */
    List<JsonNode> takeWebhooks() {
        List<JsonNode> taken = new ArrayList<>();
        Webhooks webhooks = world.customerp().webhooks();
        webhooks.deliverTo((headers, body, collection) -> taken.add(event(headers, body, collection)));
        webhooks.release();
        webhooks.deliverTo(webhooks());
        return taken;
    }

    /** Tells the webhook function of all changes in CustomERP since the last time, its own included. */
    JsonNode webhooksArrive() {
        while (!world.customerp().webhooks().held().isEmpty()) {
            world.customerp().webhooks().release();
        }
        return answers.isEmpty() ? json("{}") : answers.get(answers.size() - 1);
    }

    /** Drops the webhooks that were not delivered. */
    void webhooksAreLost() {
        world.customerp().webhooks().release(events -> List.of());
    }

    ObjectNode changes() {
        return sweep("{\"mode\":\"changes\"}");
    }

    ObjectNode full() {
        return sweep("{\"mode\":\"full\"}");
    }

    ObjectNode sweep(String event) {
        return (ObjectNode) functions.schedule(json(event));
    }

    /** A user of CustomERP creates a customer. */
    String customer(String members) {
        return world.customerp().user("kari").create(Entity.CUSTOMER, json(members));
    }

    void editCustomerp(String id, String members) {
        world.customerp().user("kari").edit(Entity.CUSTOMER, id, json(members));
    }

    void deleteCustomerp(String id) {
        world.customerp().user("kari").delete(Entity.CUSTOMER, id);
    }

    /** A user of PowerOffice creates a customer. */
    String powerOfficeCustomer(String members) {
        return world.powerOffice().user().create(Resource.CUSTOMERS, json(members));
    }

    void editPowerOffice(String id, String members) {
        world.powerOffice().user().edit(Resource.CUSTOMERS, id, json(members));
    }

    ObjectNode inCustomerp(String id) {
        return world.customerp().read(Entity.CUSTOMER, id).orElseThrow();
    }

    ObjectNode inPowerOffice(String id) {
        return world.powerOffice().user().read(Resource.CUSTOMERS, id).orElseThrow();
    }

    Link link(String id) {
        return world.links().find(Entity.CUSTOMER, id).orElseThrow();
    }

    List<ObjectNode> allInPowerOffice() {
        return world.powerOffice().user().all(Resource.CUSTOMERS);
    }

    /** PowerOffice's record of a linked customer. */
    ObjectNode counterpart(String id) {
        return inPowerOffice(link(id).powerOfficeId());
    }

    /** A user of CustomERP creates a customer, and everything about it is done. */
    String linked(String members) {
        String id = customer(members);
        webhooksArrive();
        full();
        webhooksArrive();
        assertEquals(State.LINKED, link(id).state());
        forgetRequests();
        return id;
    }

    /** Sweeps of both modes and the webhooks of what was done find nothing to write. */
    void assertQuiet() {
        webhooksArrive();
        forgetRequests();
        changes();
        full();
        webhooksArrive();
        assertEquals(0, powerOfficeWrites(), "writes to PowerOffice");
        assertEquals(0, customerpWrites(), "writes to CustomERP");
    }

    /** Requests to PowerOffice without those for tokens and number series. */
    long powerOfficeRequests() {
        return world.powerOffice().log().entries().stream()
                .filter(entry -> entry.status() != 401)
                .filter(entry ->
                        !entry.path().contains("Token") && !entry.path().contains("NumberSeries"))
                .count();
    }

    long powerOfficeWrites() {
        return world.powerOffice().log().count("POST", "/v2/.*")
                + world.powerOffice().log().count("PATCH", "/v2/.*");
    }

    long customerpWrites() {
        return world.customerp().requests().count("POST", "/api/.*")
                + world.customerp().requests().count("PATCH", "/api/.*");
    }

    void forgetRequests() {
        world.powerOffice().log().clear();
        world.customerp().requests().clear();
    }

    /** Requests of this method whose path ends like this, in either system. */
    static Predicate<Request> request(String method, String end) {
        return request -> request.method().equals(method) && request.path().endsWith(end);
    }

    static Predicate<Request> method(String method) {
        return request -> request.method().equals(method) && !request.path().contains("Token");
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    static ObjectNode body(JsonNode answer) {
        return json(answer.path("body").asText());
    }

    /** The word that a webhook's answer says what came of it with. */
    static String result(JsonNode answer) {
        return body(answer).path("result").asText();
    }
}
