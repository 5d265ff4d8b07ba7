package com.customerp.sync.function;

import com.customerp.sync.link.Link;
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

    /** Tells the webhook function of all changes in CustomERP since the last time, its own included. */
    JsonNode webhooksArrive() {
        while (!world.customerp().webhooks().held().isEmpty()) {
            world.customerp().webhooks().release();
        }
        return answers.get(answers.size() - 1);
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
}
