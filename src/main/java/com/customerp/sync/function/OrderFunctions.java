package com.customerp.sync.function;

import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.funqy.Funq;

/** The functions of orders. They take any JSON, so that no event can fail before it is answered. */
public class OrderFunctions {
    private final WebhookHandler webhooks;
    private final ScheduleHandler schedules;

    OrderFunctions(WebhookHandler webhooks, ScheduleHandler schedules) {
        this.webhooks = webhooks;
        this.schedules = schedules;
    }

    /** CustomERP says that an order changed. */
    @Funq("order-webhook")
    public JsonNode webhook(JsonNode event) {
        return webhooks.handle(Entity.ORDER, event);
    }

    /** EventBridge Scheduler asks for a sweep. */
    @Funq("order-schedule")
    public JsonNode schedule(JsonNode event) {
        return schedules.handle(Entity.ORDER, event);
    }
}
