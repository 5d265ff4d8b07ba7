package com.customerp.sync.webhook;

import com.customerp.sync.mapping.Entity;

/** What a request to a webhook function turned out to be. */
public sealed interface WebhookOutcome {

    /**
     * A signed pointer to a changed record.
     *
     * @param id CustomERP's id of the record
     * @param type the event's type, for example {@code customer.updated}; a hint, never believed
     * @param webhookId id of the event, the same on every repetition
     */
    record Accepted(Entity entity, String id, String type, String webhookId) implements WebhookOutcome {}

    /**
     * Not a webhook that this function takes.
     *
     * @param status 400, 401, 404, 405 or 413
     */
    record Refused(int status) implements WebhookOutcome {}
}
