package com.customerp.sync.function;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.sync.Cause;
import com.customerp.sync.sync.Engines;
import com.customerp.sync.sync.Outcome;
import com.customerp.sync.sync.RemoteException;
import com.customerp.sync.sync.Visit;
import com.customerp.sync.webhook.WebhookAnswer;
import com.customerp.sync.webhook.WebhookOutcome;
import com.customerp.sync.webhook.WebhookOutcome.Accepted;
import com.customerp.sync.webhook.WebhookOutcome.Refused;
import com.customerp.sync.webhook.WebhookRequest;
import com.customerp.sync.webhook.WebhookSignature;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Serves the webhook function of any entity (functions.md "&lt;entity&gt;-webhook"). */
@Singleton
public class WebhookHandler {
    private static final Logger LOG = Logger.getLogger(WebhookHandler.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);
    private static final String WEBHOOK = "webhook";

    private final SyncRuntime runtime;
    private final Metrics metrics;

    WebhookHandler(SyncRuntime runtime, Metrics metrics) {
        this.runtime = runtime;
        this.metrics = metrics;
    }

    /** Answers any event at all; nothing is thrown. */
    public JsonNode handle(Entity entity, JsonNode event) {
        WebhookSignature signature = new WebhookSignature(runtime.settings().webhookSecrets(), runtime.clock());
        WebhookOutcome request = new WebhookRequest(entity, signature).read(event);
        return request instanceof Accepted accepted ? reconcile(accepted) : WebhookAnswer.of((Refused) request);
    }

    private JsonNode reconcile(Accepted webhook) {
        Entity entity = webhook.entity();
        if (!runtime.settings().entity(entity).enabled()) {
            return WebhookAnswer.of(entity, webhook.id(), Outcome.Result.EXCLUDED.key(), null);
        }
        Engines engines = runtime.urgent();
        try {
            Outcome outcome = outcome(engines, webhook);
            metrics.publish(entity, WEBHOOK, engines.summary(outcome));
            return WebhookAnswer.of(entity, webhook.id(), outcome.result().key(), outcome.problem());
        } catch (RuntimeException fault) {
            LOG.error(Faults.sentence(fault));
            return WebhookAnswer.unavailable(RETRY_AFTER);
        }
    }

    /** A system that refuses us altogether leaves the record as it was noted: due. */
    private static Outcome outcome(Engines engines, Accepted webhook) {
        try {
            Cause cause = new Cause(WEBHOOK, webhook.webhookId(), true);
            return engines.reconcile(webhook.entity(), Visit.webhook(webhook.id(), cause));
        } catch (RemoteException refused) {
            LOG.error(Faults.sentence(refused));
            return Outcome.of(Outcome.Result.RETRY, null);
        }
    }
}
