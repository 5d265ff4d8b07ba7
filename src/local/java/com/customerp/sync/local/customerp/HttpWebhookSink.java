package com.customerp.sync.local.customerp;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends events to the sync over HTTP, in the background and one at a time. An attempt that is not answered with 2xx is
 * repeated with growing pauses, while other events go on; 410 ends all sending.
 */
final class HttpWebhookSink implements WebhookSink, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(HttpWebhookSink.class.getName());
    private static final int ATTEMPTS = 6;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final URI target;
    private final WebhookSigner signer;
    private final Duration firstPause;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread created = new Thread(task, "customerp-webhooks");
        created.setDaemon(true);
        return created;
    });

    /** {@code firstPause} comes before the first repetition; each further pause is twice as long. */
    HttpWebhookSink(URI target, WebhookSigner signer, Duration firstPause) {
        this.target = target;
        this.signer = signer;
        this.firstPause = firstPause;
    }

    @Override
    public void deliver(Map<String, String> headers, byte[] body, String collection) {
        attempt(new Delivery(headers.get("webhook-id"), body, collection), 1, Duration.ZERO);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private record Delivery(String id, byte[] body, String collection) {}

    private void attempt(Delivery delivery, int number, Duration pause) {
        if (!thread.isShutdown()) {
            thread.schedule(() -> send(delivery, number), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void send(Delivery delivery, int number) {
        int status = status(delivery);
        if (status == 410) {
            LOG.info("the subscription was ended by its target");
            thread.shutdownNow();
        } else if ((status < 200 || status > 299) && number < ATTEMPTS) {
            attempt(delivery, number + 1, firstPause.multipliedBy(1L << (number - 1)));
        } else if (status < 200 || status > 299) {
            LOG.log(Level.WARNING, "event {0} given up, last answer {1}", new Object[] {delivery.id, status});
        }
    }

    // 0 when there was no answer. Each attempt is signed with its own time.
    private int status(Delivery delivery) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target + "/webhooks/" + delivery.collection))
                .timeout(TIMEOUT)
                .POST(HttpRequest.BodyPublishers.ofByteArray(delivery.body));
        signer.headers(delivery.id, delivery.body).forEach(request::header);
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            LOG.log(Level.FINE, "no answer to event {0}: {1}", new Object[] {delivery.id, e.getClass()});
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
