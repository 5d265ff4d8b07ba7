package com.customerp.sync.function;

import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.funqy.Funq;

/** The functions of customers. They take any JSON, so that no event can fail before it is answered. */
public class CustomerFunctions {
    private final WebhookHandler webhooks;
    private final ScheduleHandler schedules;

    CustomerFunctions(WebhookHandler webhooks, ScheduleHandler schedules) {
        this.webhooks = webhooks;
        this.schedules = schedules;
    }

    /** CustomERP says that a customer changed. */
    @Funq("customer-webhook")
    public JsonNode webhook(JsonNode event) {
        return webhooks.handle(Entity.CUSTOMER, event);
    }

    /** EventBridge Scheduler asks for a sweep. */
    @Funq("customer-schedule")
    public JsonNode schedule(JsonNode event) {
        return schedules.handle(Entity.CUSTOMER, event);
    }
}
