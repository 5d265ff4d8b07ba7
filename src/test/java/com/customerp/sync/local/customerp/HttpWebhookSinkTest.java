package com.customerp.sync.local.customerp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.customerp.sync.local.http.LocalHttpServer;
import com.customerp.sync.local.http.Request;
import com.customerp.sync.local.http.Response;
import com.customerp.sync.world.ManualClock;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpWebhookSinkTest {
    private final ManualClock clock = new ManualClock();
    private final WebhookSigner signer =
            new WebhookSigner(CustomerpOptions.forTests().webhookSecret(), clock);
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Request> received = new LinkedBlockingQueue<>();
    private final LocalHttpServer sync = LocalHttpServer.start(0, "sync", request -> {
        clock.pass(Duration.ofSeconds(1));
        received.add(request);
        Integer status = answers.poll();
        return Response.empty(status == null ? 202 : status);
    });
    private final HttpWebhookSink sink = new HttpWebhookSink(sync.uri(), signer, Duration.ofMillis(5));

    @AfterEach
    void close() {
        sink.close();
        sync.close();
    }

    @Test
    void an_event_is_repeated_with_its_id_and_a_new_signature_until_2xx() throws Exception {
        answers.add(503);
        answers.add(400);
        deliver("evt_1");

        Request first = next();
        Request second = next();
        Request third = next();

        assertEquals("/webhooks/customers", first.path());
        assertEquals("evt_1", third.header("webhook-id").orElseThrow());
        assertEquals("{}", third.text());
        assertEquals(
                Long.parseLong(first.header("webhook-timestamp").orElseThrow()) + 2,
                Long.parseLong(third.header("webhook-timestamp").orElseThrow()));
        assertEquals(
                3,
                Stream.of(first, second, third)
                        .map(request -> request.header("webhook-signature").orElseThrow())
                        .distinct()
                        .count());
        deliver("evt_2");
        assertEquals("evt_2", next().header("webhook-id").orElseThrow());
    }

    @Test
    void gone_ends_the_subscription() throws Exception {
        answers.add(410);
        deliver("evt_1");
        assertNotNull(next());
        deliver("evt_2");

        assertNull(received.poll(100, TimeUnit.MILLISECONDS));
    }

    private void deliver(String id) {
        byte[] body = {'{', '}'};
        sink.deliver(Map.of("webhook-id", id), body, "customers");
    }

    private Request next() throws InterruptedException {
        Request request = received.poll(10, TimeUnit.SECONDS);
        assertNotNull(request, "nothing was sent");
        return request;
    }
}
