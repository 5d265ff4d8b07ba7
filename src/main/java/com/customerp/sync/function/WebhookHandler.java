package com.customerp.sync.function;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.sync.Cause;
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

    private final SyncRuntime runtime;

    WebhookHandler(SyncRuntime runtime) {
        this.runtime = runtime;
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
        try {
            Cause cause = new Cause("webhook", webhook.webhookId(), true);
            Outcome outcome = runtime.urgent().reconcile(entity, Visit.webhook(webhook.id(), cause));
            return WebhookAnswer.of(entity, webhook.id(), outcome.result().key(), outcome.problem());
        } catch (RemoteException refused) {
            LOG.error(Faults.sentence(refused));
            return WebhookAnswer.of(entity, webhook.id(), Outcome.Result.RETRY.key(), null);
        } catch (RuntimeException fault) {
            LOG.error(Faults.sentence(fault));
            return WebhookAnswer.unavailable(RETRY_AFTER);
        }
    }
}
