package com.customerp.sync.function;

import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.funqy.Funq;

/** The functions of products. They take any JSON, so that no event can fail before it is answered. */
public class ProductFunctions {
    private final WebhookHandler webhooks;
    private final ScheduleHandler schedules;

    ProductFunctions(WebhookHandler webhooks, ScheduleHandler schedules) {
        this.webhooks = webhooks;
        this.schedules = schedules;
    }

    /** CustomERP says that a product changed. */
    @Funq("product-webhook")
    public JsonNode webhook(JsonNode event) {
        return webhooks.handle(Entity.PRODUCT, event);
    }

    /** EventBridge Scheduler asks for a sweep. */
    @Funq("product-schedule")
    public JsonNode schedule(JsonNode event) {
        return schedules.handle(Entity.PRODUCT, event);
    }
}
