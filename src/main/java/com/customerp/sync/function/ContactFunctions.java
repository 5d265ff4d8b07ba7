package com.customerp.sync.function;

import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.funqy.Funq;

/** The functions of contacts. They take any JSON, so that no event can fail before it is answered. */
public class ContactFunctions {
    private final WebhookHandler webhooks;
    private final ScheduleHandler schedules;

    ContactFunctions(WebhookHandler webhooks, ScheduleHandler schedules) {
        this.webhooks = webhooks;
        this.schedules = schedules;
    }

    /** CustomERP says that a contact changed. */
    @Funq("contact-webhook")
    public JsonNode webhook(JsonNode event) {
        return webhooks.handle(Entity.CONTACT, event);
    }

    /** EventBridge Scheduler asks for a sweep. */
    @Funq("contact-schedule")
    public JsonNode schedule(JsonNode event) {
        return schedules.handle(Entity.CONTACT, event);
    }
}
