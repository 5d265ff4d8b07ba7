package com.customerp.sync.function;

import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.funqy.Funq;

/** The functions of projects. They take any JSON, so that no event can fail before it is answered. */
public class ProjectFunctions {
    private final WebhookHandler webhooks;
    private final ScheduleHandler schedules;

    ProjectFunctions(WebhookHandler webhooks, ScheduleHandler schedules) {
        this.webhooks = webhooks;
        this.schedules = schedules;
    }

    /** CustomERP says that a project changed. */
    @Funq("project-webhook")
    public JsonNode webhook(JsonNode event) {
        return webhooks.handle(Entity.PROJECT, event);
    }

    /** EventBridge Scheduler asks for a sweep. */
    @Funq("project-schedule")
    public JsonNode schedule(JsonNode event) {
        return schedules.handle(Entity.PROJECT, event);
    }
}
