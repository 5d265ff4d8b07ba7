package com.customerp.sync.local;

import com.customerp.sync.local.customerp.CustomerpOptions;
import com.customerp.sync.local.poweroffice.PowerOfficeOptions;
import com.customerp.sync.mapping.Entity;
import java.net.URI;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** The functions' configuration in the local run. Its secrets are invented and open no door anywhere. */
final class LocalConfiguration {
    static final String TABLE = "sync";
    static final String CUSTOMERP_TOKEN = "local-customerp-token";

    private static final String KEY = Base64.getEncoder().encodeToString("local-run-and-nothing-but-local!".getBytes());

    static final String WEBHOOK_SECRET = "whsec_" + KEY;

    private LocalConfiguration() {}

    static CustomerpOptions customerp(URI webhooks) {
        return new CustomerpOptions(CUSTOMERP_TOKEN, WEBHOOK_SECRET, webhooks, "poweroffice-sync");
    }

    /** @param throttle refuses requests as the real one does, or none */
    static PowerOfficeOptions powerOffice(boolean throttle) {
        PowerOfficeOptions standard = PowerOfficeOptions.standard();
        return throttle ? standard : standard.withRequestsPerSecond(0);
    }

    /**
     * Environment variables of functions.md, "Configuration".
     *
     * @param options with {@code throttle} the functions keep to the real request budget, without it they hurry
     */
    static Map<String, String> environment(URI dynamoDb, Addresses systems, LocalOptions options) {
        PowerOfficeOptions keys = PowerOfficeOptions.standard();
        Map<String, String> environment = new HashMap<>(Map.ofEntries(
                Map.entry("SYNC_TABLE", TABLE),
                Map.entry("QUARKUS_DYNAMODB_ENDPOINT_OVERRIDE", dynamoDb.toString()),
                Map.entry("SYNC_CUSTOMERP_URL", systems.customerp().toString()),
                Map.entry("SYNC_CUSTOMERP_TOKEN", CUSTOMERP_TOKEN),
                Map.entry("SYNC_POWEROFFICE_URL", systems.powerOffice().toString()),
                Map.entry("SYNC_POWEROFFICE_TOKEN_URL", systems.token().toString()),
                Map.entry("SYNC_POWEROFFICE_APPLICATION_KEY", keys.applicationKey()),
                Map.entry("SYNC_POWEROFFICE_CLIENT_KEY", keys.clientKey()),
                Map.entry("SYNC_POWEROFFICE_SUBSCRIPTION_KEY", keys.subscriptionKey()),
                Map.entry("SYNC_POWEROFFICE_REQUESTS_PER_SECOND", options.throttle() ? "9" : "500"),
                Map.entry("SYNC_WEBHOOK_SECRETS", WEBHOOK_SECRET),
                Map.entry("SYNC_FINGERPRINT_KEY", KEY)));
        for (Entity entity : Entity.values()) {
            boolean enabled = options.entities().contains(entity);
            environment.put("SYNC_" + entity.name() + "_ENABLED", Boolean.toString(enabled));
        }
        return environment;
    }
}
