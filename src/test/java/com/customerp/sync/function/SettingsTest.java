package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.sync.ConflictPolicy;
import com.customerp.sync.sync.DeletePolicy;
import com.customerp.sync.sync.Policy;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final String KEY_24 =
            Base64.getEncoder().encodeToString("tell-nobody-".repeat(2).getBytes());
    private static final String KEY_32 =
            Base64.getEncoder().encodeToString("tell-nobody-".repeat(3).getBytes());

    static final Map<String, String> REQUIRED = Map.of(
            "sync.table", "links",
            "sync.customerp.url", "https://customerp.example/api/v1",
            "sync.customerp.token", "tell-nobody-token",
            "sync.poweroffice.url", "https://poweroffice.example/v2",
            "sync.poweroffice.token-url", "https://poweroffice.example/OAuth/Token",
            "sync.poweroffice.application-key", "tell-nobody-application",
            "sync.poweroffice.client-key", "tell-nobody-client",
            "sync.poweroffice.subscription-key", "tell-nobody-subscription",
            "sync.webhook.secrets", "whsec_" + KEY_24,
            "sync.fingerprint.key", KEY_32);

    @Test
    void all_required_keys_are_read() {
        Settings settings = read(REQUIRED);
        assertEquals("links", settings.table());
        assertEquals(
                URI.create("https://customerp.example/api/v1"),
                settings.customerp().url());
        assertEquals("tell-nobody-token", settings.customerp().token().reveal());
        Settings.PowerOffice powerOffice = settings.powerOffice();
        assertEquals(URI.create("https://poweroffice.example/v2"), powerOffice.url());
        assertEquals(URI.create("https://poweroffice.example/OAuth/Token"), powerOffice.tokenUrl());
        assertEquals("tell-nobody-application", powerOffice.applicationKey().reveal());
        assertEquals("tell-nobody-client", powerOffice.clientKey().reveal());
        assertEquals("tell-nobody-subscription", powerOffice.subscriptionKey().reveal());
        assertEquals(1, settings.webhookSecrets().size());
        assertArrayEquals(
                "tell-nobody-".repeat(3).getBytes(), settings.fingerprintKey().reveal());
    }

    @ParameterizedTest
    @EnumSource
    void what_is_not_set_has_its_default(Entity entity) {
        Settings settings = read(REQUIRED);
        assertEquals(9, settings.powerOffice().requestsPerSecond());
        assertEquals(Duration.ofMinutes(13), settings.timeBudget());
        assertEquals(
                new Settings.EntitySettings(true, new Policy(ConflictPolicy.NEWEST, DeletePolicy.ARCHIVE, false)),
                settings.entity(entity));
    }

    @ParameterizedTest
    @EnumSource
    void each_entity_has_its_own_switches(Entity entity) {
        String prefix = "sync." + entity.key();
        Settings settings = read(with(Map.of(
                prefix + ".enabled", "false",
                prefix + ".conflict", "manual",
                prefix + ".delete", "ignore",
                prefix + ".create-in-customerp", "true")));
        Settings.EntitySettings changed =
                new Settings.EntitySettings(false, new Policy(ConflictPolicy.MANUAL, DeletePolicy.IGNORE, true));
        for (Entity any : Entity.values()) {
            assertEquals(any == entity, changed.equals(settings.entity(any)), any.key());
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_conflict_policy_is_spelled_as_in_functions_md(ConflictPolicy policy) {
        String spelling = policy.name().toLowerCase(Locale.ROOT);
        assertEquals(
                policy,
                read(with("sync.customer.conflict", spelling))
                        .entity(Entity.CUSTOMER)
                        .policy()
                        .conflict());
    }

    @ParameterizedTest
    @EnumSource
    void every_delete_policy_is_spelled_as_in_functions_md(DeletePolicy policy) {
        String spelling = policy.name().toLowerCase(Locale.ROOT);
        assertEquals(
                policy,
                read(with("sync.customer.delete", spelling))
                        .entity(Entity.CUSTOMER)
                        .policy()
                        .delete());
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8081/v2, http://127.0.0.1:8081/v2",
        "https://poweroffice.example/v2/, https://poweroffice.example/v2",
        "https://poweroffice.example/Demo/v2//, https://poweroffice.example/Demo/v2",
        "' https://poweroffice.example/v2 ', https://poweroffice.example/v2"
    })
    void a_slash_at_the_end_of_a_url_is_dropped(String text, URI url) {
        assertEquals(url, read(with("sync.poweroffice.url", text)).powerOffice().url());
    }

    @Test
    void several_webhook_secrets_are_separated_by_commas() {
        String secrets = "whsec_" + KEY_32 + ", whsec_" + KEY_24;
        assertEquals(
                2, read(with("sync.webhook.secrets", secrets)).webhookSecrets().size());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1000, 1000"})
    void the_request_rate_goes_from_1_to_1000(String text, int rate) {
        assertEquals(
                rate,
                read(with("sync.poweroffice.requests-per-second", text))
                        .powerOffice()
                        .requestsPerSecond());
    }

    static Set<String> required() {
        return REQUIRED.keySet();
    }

    @ParameterizedTest
    @MethodSource("required")
    void a_missing_key_is_named(String key) {
        Map<String, String> values = new HashMap<>(REQUIRED);
        values.remove(key);
        assertEquals(
                key + " (" + key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_") + ") is missing", refusal(values));
    }

    @ParameterizedTest
    @MethodSource("required")
    void an_empty_key_is_missing(String key) {
        assertTrue(refusal(with(key, "  ")).endsWith(" is missing"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sync.customerp.url | zzz.example/api",
                "sync.customerp.url | ftp://zzz.example/api",
                "sync.customerp.url | https:///zzz",
                "sync.customerp.url | https:zzz",
                "sync.customerp.url | https://zzz example",
                "sync.customerp.url | https://user:zzz@customerp.example",
                "sync.customerp.url | https://customerp.example/?zzz",
                "sync.customerp.url | https://customerp.example/#zzz",
                "sync.poweroffice.url | https://zzz.example",
                "sync.poweroffice.url | https://zzz.example/v1",
                "sync.poweroffice.token-url | zzz",
                "sync.poweroffice.requests-per-second | 0",
                "sync.poweroffice.requests-per-second | 1001",
                "sync.poweroffice.requests-per-second | -1",
                "sync.poweroffice.requests-per-second | 2.5",
                "sync.poweroffice.requests-per-second | 99999999999",
                "sync.poweroffice.requests-per-second | zzz",
                "sync.webhook.secrets | zzz",
                "sync.webhook.secrets | whsec_enp6",
                "sync.webhook.secrets | whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=,",
                "sync.fingerprint.key | enp6",
                "sync.fingerprint.key | zzz%",
                "sync.time-budget | PT0S",
                "sync.time-budget | PT-13M",
                "sync.time-budget | zzz",
                "sync.customer.enabled | zzz",
                "sync.customer.create-in-customerp | 1",
                "sync.customer.conflict | zzz",
                "sync.customer.delete | zzz",
                "sync.order.delete | zzz"
            })
    void an_unusable_value_stops_with_one_line_that_names_the_key_and_not_the_value(String key, String value) {
        String line = refusal(with(key, value));
        assertTrue(line.startsWith(key + " ("), line);
        assertFalse(line.contains("zzz") || line.contains("enp6"), line);
        assertEquals(1, line.lines().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tell-nobody", "dGVsbC1ub2JvZHkt"})
    void the_text_of_settings_shows_no_secret(String secret) {
        assertFalse(read(REQUIRED).toString().contains(secret));
    }

    private static String refusal(Map<String, String> values) {
        return assertThrows(SettingsException.class, () -> read(values)).getMessage();
    }

    private static Settings read(Map<String, String> values) {
        return Settings.read(key -> Optional.ofNullable(values.get(key)));
    }

    private static Map<String, String> with(String key, String value) {
        return with(Map.of(key, value));
    }

    private static Map<String, String> with(Map<String, String> more) {
        Map<String, String> values = new HashMap<>(REQUIRED);
        values.putAll(more);
        return values;
    }
}
