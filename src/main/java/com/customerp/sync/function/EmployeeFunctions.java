package com.customerp.sync.function;

import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.funqy.Funq;

/** The functions of employees. They take any JSON, so that no event can fail before it is answered. */
public class EmployeeFunctions {
    private final WebhookHandler webhooks;
    private final ScheduleHandler schedules;

    EmployeeFunctions(WebhookHandler webhooks, ScheduleHandler schedules) {
        this.webhooks = webhooks;
        this.schedules = schedules;
    }

    /** CustomERP says that an employee changed. */
    @Funq("employee-webhook")
    public JsonNode webhook(JsonNode event) {
        return webhooks.handle(Entity.EMPLOYEE, event);
    }

    /** EventBridge Scheduler asks for a sweep. */
    @Funq("employee-schedule")
    public JsonNode schedule(JsonNode event) {
        return schedules.handle(Entity.EMPLOYEE, event);
    }
}
