package com.customerp.sync.local.customerp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.customerp.sync.mapping.Entity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhooksTest extends OverHttp {
    private final List<Delivered> delivered = Collections.synchronizedList(new ArrayList<>());

    private record Delivered(Map<String, String> headers, byte[] body, String collection) {
        String what() {
            var event = Json.object(body);
            return event.path("type").asText() + " " + event.at("/data/id").asText();
        }

        String id() {
            return headers.get("webhook-id");
        }
    }

    @BeforeEach
    void receive() {
        simulator.webhooks().deliverTo((headers, body, collection) -> {
            contract.checkWebhook(headers, body);
            delivered.add(new Delivered(headers, body, collection));
        });
    }

    @Test
    void each_change_of_a_user_and_of_the_api_is_one_event() {
        post("/customers", json("{'name':'Fjord Bygg AS'}"));
        patch("/customers/C-1001", json("{'phone':'1'}"));
        patch("/customers/C-1001", json("{'phone':'1'}"));
        patch("/customers/C-1001", json("{'name':null}"));
        CustomerpUser kari = simulator.user("kari");
        kari.create(Entity.EMPLOYEE, "E-7", object("{'firstName':'Kari','lastName':'Hansen'}"));
        kari.edit(Entity.EMPLOYEE, "E-7", object("{'phone':'1'}"));
        kari.delete(Entity.EMPLOYEE, "E-7");
        delete("/customers/C-1001");

        assertEquals(
                List.of(
                        "customer.created C-1001",
                        "customer.updated C-1001",
                        "employee.created E-7",
                        "employee.updated E-7",
                        "employee.deleted E-7",
                        "customer.deleted C-1001"),
                whats());
        assertEquals("employees", delivered.get(2).collection());
        assertEquals(6, delivered.stream().map(Delivered::id).distinct().count());
    }

    @Test
    void changes_that_follow_from_one_have_events_of_their_own() {
        company("C-1");
        simulator.seed(
                Entity.CONTACT,
                "P-1",
                object("{'customerId':'C-1','firstName':'Ola','lastName':'Nordmann','isPrimary':true}"));
        simulator
                .user("kari")
                .create(
                        Entity.CONTACT,
                        "P-2",
                        object("{'customerId':'C-1','firstName':'Nora','lastName':'Lie','isPrimary':true}"));
        delete("/customers/C-1");

        assertEquals(
                List.of(
                        "contact.updated P-1",
                        "contact.created P-2",
                        "contact.deleted P-1",
                        "contact.deleted P-2",
                        "customer.deleted C-1"),
                whats());
    }

    @Test
    void seeding_and_a_repeated_create_tell_nobody() {
        company("C-1");
        post("/customers", "k", json("{'name':'Fjord Bygg AS'}"));
        post("/customers", "k", json("{'name':'Fjord Bygg AS'}"));

        assertEquals(List.of("customer.created C-1001"), whats());
    }

    @Test
    void an_event_is_signed_over_id_time_of_attempt_and_body() throws Exception {
        simulator.webhooks().deliver(Webhooks.Mode.HELD);
        simulator.user("kari").create(Entity.CUSTOMER, "C-1", object("{'name':'Fjord Bygg AS'}"));
        clock.pass(Duration.ofSeconds(90));
        simulator.webhooks().release();

        Delivered event = delivered.get(0);
        assertEquals(
                "{\"type\":\"customer.created\",\"timestamp\":\"2026-03-02T09:00:00.000Z\",\"data\":{\"id\":\"C-1\"}}",
                new String(event.body(), StandardCharsets.UTF_8));
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        assertEquals(timestamp, event.headers().get("webhook-timestamp"));
        byte[] key = Base64.getDecoder().decode(OPTIONS.webhookSecret().substring("whsec_".length()));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        byte[] signed =
                mac.doFinal((event.id() + "." + timestamp + "." + new String(event.body(), StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
        assertEquals(
                "v1," + Base64.getEncoder().encodeToString(signed),
                event.headers().get("webhook-signature"));
    }

    @Test
    void an_event_sent_twice_keeps_its_id() {
        simulator.webhooks().deliver(Webhooks.Mode.TWICE);
        post("/customers", json("{'name':'Fjord Bygg AS'}"));

        assertEquals(2, delivered.size());
        assertEquals(delivered.get(0).id(), delivered.get(1).id());
    }

    @Test
    void lost_events_never_come_and_held_ones_come_in_the_order_told() {
        simulator.webhooks().deliver(Webhooks.Mode.LOST);
        post("/customers", json("{'name':'Lost AS'}"));
        simulator.webhooks().deliver(Webhooks.Mode.HELD);
        post("/customers", json("{'name':'First AS'}"));
        post("/customers", json("{'name':'Second AS'}"));
        assertEquals(List.of(), whats());
        assertEquals(2, simulator.webhooks().held().size());

        simulator.webhooks().release(events -> {
            List<Webhooks.Event> reversed = new ArrayList<>(events);
            Collections.reverse(reversed);
            return reversed;
        });

        assertEquals(List.of("customer.created C-1003", "customer.created C-1002"), whats());
        simulator.webhooks().release();
        assertEquals(2, delivered.size());
    }

    @Test
    void a_receiver_may_write_while_it_is_told() {
        simulator.webhooks().deliverTo((headers, body, collection) -> {
            delivered.add(new Delivered(headers, body, collection));
            patch("/customers/C-1001", json("{'phone':'1'}"));
        });

        post("/customers", json("{'name':'Fjord Bygg AS'}"));

        assertEquals(List.of("customer.created C-1001", "customer.updated C-1001"), whats());
    }

    @Test
    void a_secret_without_its_prefix_is_refused() {
        CustomerpOptions wrong = new CustomerpOptions("token", "c2VjcmV0", null, "sync");

        assertThrows(IllegalArgumentException.class, () -> new CustomerpSimulator(clock, wrong));
        assertNotEquals(true, OPTIONS.toString().contains(OPTIONS.token()));
    }

    private List<String> whats() {
        return delivered.stream().map(Delivered::what).toList();
    }
}
