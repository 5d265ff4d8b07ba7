package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.State;
import com.customerp.sync.local.customerp.WebhookSink;
import com.customerp.sync.local.customerp.Webhooks;
import com.customerp.sync.local.http.Request;
import com.customerp.sync.local.http.RequestLog;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests through the functions share: the world, its users, webhooks and sweeps, for every pair of records. */
abstract class Scenario {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    WebhookHandler webhookHandler;

    @Inject
    ScheduleHandler scheduleHandler;

    final World world = World.current();
    /** Answers of the webhook functions, oldest first. */
    final List<JsonNode> answers = new ArrayList<>();

    private final List<JsonNode> sent = new ArrayList<>();

    @BeforeEach
    void renewWorld() {
        world.renew();
        takeNoteOfWebhooks();
        world.customerp().webhooks().deliver(Webhooks.Mode.HELD);
    }

    @AfterEach
    void contractsWereKept() {
        world.assertContractsKept();
    }

    /** Webhooks go to the functions and their answers to this test. */
    final void takeNoteOfWebhooks() {
        world.customerp().webhooks().deliverTo(webhooks());
    }

    private WebhookSink webhooks() {
        return (headers, body, collection) -> {
            JsonNode event = event(headers, body, collection);
            sent.add(event);
            answers.add(webhook(event));
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

    /** Hands an event to the webhook function that its path names. */
    JsonNode webhook(JsonNode event) {
        String path = event.path("rawPath").asText();
        Entity entity =
                Entity.ofCollection(path.substring(path.lastIndexOf('/') + 1)).orElseThrow();
        return webhookHandler.handle(entity, event);
    }

    /** Sends the last webhook again. */
    JsonNode repeatWebhook() {
        return webhook(sent.get(sent.size() - 1));
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

    /** Tells the webhook functions of all changes in CustomERP since the last time, their own included. */
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

    ObjectNode changes(Entity entity) {
        return sweep(entity, "{\"mode\":\"changes\"}");
    }

    ObjectNode full(Entity entity) {
        return sweep(entity, "{\"mode\":\"full\"}");
    }

    ObjectNode sweep(Entity entity, String event) {
        return (ObjectNode) scheduleHandler.handle(entity, json(event));
    }

    /** One sweep of changes over every pair, in the order of work. */
    void changesOfAll() {
        Entity.ORDER_OF_WORK.forEach(this::changes);
    }

    /** One full sweep over every pair, in the order of work. */
    void fullOfAll() {
        Entity.ORDER_OF_WORK.forEach(this::full);
    }

    /** A user of CustomERP creates a record; members in JSON, also with single quotes. */
    String create(Entity entity, String members) {
        return world.customerp().user("kari").create(entity, json(members));
    }

    /** The same under an id of the test's choice. */
    void create(Entity entity, String id, String members) {
        world.customerp().user("kari").create(entity, id, json(members));
    }

    void edit(Entity entity, String id, String members) {
        world.customerp().user("kari").edit(entity, id, json(members));
    }

    void delete(Entity entity, String id) {
        world.customerp().user("kari").delete(entity, id);
    }

    /** A user of PowerOffice creates a record. */
    String createInPowerOffice(Entity entity, String members) {
        return world.powerOffice().user().create(Resource.of(entity), json(members));
    }

    /** A user of PowerOffice edits the record of this PowerOffice key. */
    void editInPowerOffice(Entity entity, String powerOfficeId, String members) {
        world.powerOffice().user().edit(Resource.of(entity), powerOfficeId, json(members));
    }

    /** A user of PowerOffice edits the counterpart of a linked record. */
    void editCounterpart(Entity entity, String id, String members) {
        editInPowerOffice(entity, link(entity, id).powerOfficeId(), members);
    }

    ObjectNode inCustomerp(Entity entity, String id) {
        return world.customerp().read(entity, id).orElseThrow();
    }

    ObjectNode inPowerOffice(Entity entity, String powerOfficeId) {
        return world.powerOffice()
                .user()
                .read(Resource.of(entity), powerOfficeId)
                .orElseThrow();
    }

    List<ObjectNode> allInPowerOffice(Entity entity) {
        return world.powerOffice().user().all(Resource.of(entity));
    }

    Link link(Entity entity, String id) {
        return world.links().find(entity, id).orElseThrow();
    }

    /** PowerOffice's record of a linked one. */
    ObjectNode counterpart(Entity entity, String id) {
        return inPowerOffice(entity, link(entity, id).powerOfficeId());
    }

    /** A user of CustomERP creates a record, and everything about it is done. */
    String linked(Entity entity, String members) {
        String id = create(entity, members);
        settle(entity, id);
        return id;
    }

    /** The same under an id of the test's choice. */
    void linked(Entity entity, String id, String members) {
        create(entity, id, members);
        settle(entity, id);
    }

    private void settle(Entity entity, String id) {
        webhooksArrive();
        full(entity);
        webhooksArrive();
        assertEquals(
                State.LINKED,
                link(entity, id).state(),
                () -> id + ": " + link(entity, id).problem());
        forgetRequests();
    }

    /** Sweeps of both modes over every pair and the webhooks of what was done find nothing to write. */
    void assertQuiet() {
        assertQuiet(Entity.ORDER_OF_WORK);
    }

    /** The same over some pairs only. */
    void assertQuiet(List<Entity> entities) {
        webhooksArrive();
        forgetRequests();
        entities.forEach(this::changes);
        entities.forEach(this::full);
        webhooksArrive();
        assertEquals(List.of(), writesTo(powerOfficeLog()), "writes to PowerOffice");
        assertEquals(List.of(), writesTo(customerpLog()), "writes to CustomERP");
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
        return writesTo(powerOfficeLog()).size();
    }

    long customerpWrites() {
        return writesTo(customerpLog()).size();
    }

    /** Writes that CustomERP took: one whose If-Match came too late is none. */
    long customerpWritesTaken() {
        return world.customerp().requests().entries().stream()
                .filter(RequestLog.Entry::isWrite)
                .filter(entry -> entry.status() / 100 == 2)
                .count();
    }

    /** What was sent to PowerOffice since the requests were forgotten: method and path, without tokens. */
    List<String> powerOfficeLog() {
        return world.powerOffice().log().entries().stream()
                .filter(entry -> !entry.path().contains("Token"))
                .map(entry -> entry.method() + " " + entry.path())
                .toList();
    }

    /** What was sent to CustomERP likewise. */
    List<String> customerpLog() {
        return world.customerp().requests().entries().stream()
                .map(entry -> entry.method() + " " + entry.path())
                .toList();
    }

    private static List<String> writesTo(List<String> log) {
        return log.stream().filter(line -> !line.startsWith("GET")).toList();
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

    /** A JSON object, also written with single quotes. */
    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.contains("\"") ? text : text.replace('\'', '"'));
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

    /** The record has these members with these values; others do not count, and numbers count by value. */
    static void assertShows(String members, JsonNode record) {
        assertShows("", json(members), record);
    }

    private static void assertShows(String path, JsonNode expected, JsonNode actual) {
        if (expected.isObject()) {
            expected.properties()
                    .forEach(member ->
                            assertShows(path + "/" + member.getKey(), member.getValue(), actual.path(member.getKey())));
        } else if (expected.isArray()) {
            assertEquals(expected.size(), actual.size(), path + ": " + Arrays.asList(actual));
            for (int i = 0; i < expected.size(); i++) {
                assertShows(path + "/" + i, expected.get(i), actual.path(i));
            }
        } else if (expected.isNumber()) {
            assertEquals(0, expected.decimalValue().compareTo(actual.decimalValue()), path + ": " + actual);
        } else {
            assertEquals(expected, actual, path);
        }
    }
}
