package com.customerp.sync.function;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.sync.ConflictPolicy;
import com.customerp.sync.sync.DeletePolicy;
import com.customerp.sync.sync.Policy;
import com.customerp.sync.webhook.WebhookSecret;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The configuration of the functions, checked (functions.md, "Configuration"). Its text shows no secret.
 *
 * @param table DynamoDB table
 * @param webhookSecrets newest first, at least one
 * @param fingerprintKey at least 32 bytes
 * @param timeBudget of a sweep, positive
 * @param entities one per entity
 */
public record Settings(
        String table,
        Customerp customerp,
        PowerOffice powerOffice,
        List<WebhookSecret> webhookSecrets,
        Secret<byte[]> fingerprintKey,
        Duration timeBudget,
        Map<Entity, EntitySettings> entities) {

    public Settings {
        webhookSecrets = List.copyOf(webhookSecrets);
        entities = Map.copyOf(entities);
    }

    /**
     * How to reach CustomERP.
     *
     * @param url base URL without a slash at its end
     * @param token bearer token
     */
    public record Customerp(URI url, Secret<String> token) {}

    /**
     * How to reach PowerOffice.
     *
     * @param url base URL ending in {@code /v2}
     * @param requestsPerSecond shared by all functions, 1 to 1,000; the real PowerOffice refuses more than 10
     */
    public record PowerOffice(
            URI url,
            URI tokenUrl,
            Secret<String> applicationKey,
            Secret<String> clientKey,
            Secret<String> subscriptionKey,
            int requestsPerSecond) {}

    /** What the sync may do with one entity. */
    public record EntitySettings(boolean enabled, Policy policy) {}

    /** The settings of one entity. */
    public EntitySettings entity(Entity entity) {
        return entities.get(entity);
    }

    /**
     * Reads and checks every key.
     *
     * @param configuration value by key; empty when a key is not set
     * @throws SettingsException at the first key that is missing or unusable
     */
    public static Settings read(Function<String, Optional<String>> configuration) {
        return read(configuration, SecretsManager::read);
    }

    static Settings read(Function<String, Optional<String>> configuration, UnaryOperator<String> secrets) {
        SettingsReader plain = new SettingsReader(configuration);
        SettingsReader secret = new SettingsReader(SecretSource.of(configuration, secrets)::find);
        return new Settings(
                plain.text("sync.table"),
                new Customerp(plain.url("sync.customerp.url"), secret.secret("sync.customerp.token")),
                powerOffice(plain, secret),
                secret.webhookSecrets("sync.webhook.secrets"),
                secret.key("sync.fingerprint.key", 32),
                plain.duration("sync.time-budget", Duration.ofMinutes(13)),
                Arrays.stream(Entity.values())
                        .collect(Collectors.toMap(entity -> entity, entity -> entity(plain, "sync." + entity.key()))));
    }

    private static PowerOffice powerOffice(SettingsReader plain, SettingsReader secret) {
        return new PowerOffice(
                plain.url("sync.poweroffice.url", "/v2"),
                plain.url("sync.poweroffice.token-url"),
                secret.secret("sync.poweroffice.application-key"),
                secret.secret("sync.poweroffice.client-key"),
                secret.secret("sync.poweroffice.subscription-key"),
                plain.number("sync.poweroffice.requests-per-second", 1, 1_000, 9));
    }

    private static EntitySettings entity(SettingsReader plain, String prefix) {
        return new EntitySettings(
                plain.flag(prefix + ".enabled", true),
                new Policy(
                        plain.choice(prefix + ".conflict", ConflictPolicy.NEWEST),
                        plain.choice(prefix + ".delete", DeletePolicy.ARCHIVE),
                        plain.flag(prefix + ".create-in-customerp", false)));
    }
}
