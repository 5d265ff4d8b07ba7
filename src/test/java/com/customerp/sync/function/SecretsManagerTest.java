package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.http.StubServer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClientBuilder;

/** The secret keys of a secret in AWS Secrets Manager, over the wire (functions.md, {@code sync.secret-id}). */
class SecretsManagerTest {
    private static final Set<String> PLAIN = Set.of(
            "sync.table", "sync.customerp.url", "sync.poweroffice.url", "sync.poweroffice.token-url", "sync.secret-id");
    private static final String REFUSAL =
            "{\"__type\":\"AccessDeniedException\",\"Message\":\"User arn:x is not authorized\"}";

    private final StubServer aws = new StubServer();

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void every_secret_key_comes_from_the_secret_with_one_read() {
        Map<String, String> configuration = new HashMap<>(SettingsTest.REQUIRED);
        ObjectNode secret = JsonNodeFactory.instance.objectNode();
        SettingsTest.REQUIRED.forEach((key, value) -> {
            if (!PLAIN.contains(key)) {
                secret.put(key, value);
                configuration.remove(key);
            }
        });
        configuration.put("sync.secret-id", "sync/keys");
        aws.reply(200, answer(secret.toString()));
        Settings settings = read(configuration);
        assertEquals("tell-nobody-token", settings.customerp().token().reveal());
        assertEquals(1, aws.requests().size());
        assertEquals("secretsmanager.GetSecretValue", aws.requests().get(0).header("X-Amz-Target"));
        assertTrue(aws.requests().get(0).body().contains("sync/keys"));
    }

    @Test
    void plain_configuration_does_not_stand_in_for_a_key_that_the_secret_lacks() {
        Map<String, String> configuration = new HashMap<>(SettingsTest.REQUIRED);
        configuration.put("sync.secret-id", "sync/keys");
        aws.reply(200, answer("{}"));
        assertEquals("sync.customerp.token (SYNC_CUSTOMERP_TOKEN) is missing", refusal(configuration));
    }

    @Test
    void without_the_key_nobody_is_asked() {
        assertEquals(
                "links",
                Settings.read(key -> Optional.ofNullable(SettingsTest.REQUIRED.get(key)), this::secret)
                        .table());
        assertEquals(0, aws.requests().size());
    }

    @Test
    void a_secret_that_cannot_be_read_or_used_is_one_line_that_names_the_key() {
        Map<String, String> configuration = new HashMap<>(SettingsTest.REQUIRED);
        configuration.put("sync.secret-id", "sync/keys");
        aws.reply(400, REFUSAL);
        String line = refusal(configuration);
        assertEquals("sync.secret-id (SYNC_SECRET_ID) cannot be read: AccessDeniedException", line);
        aws.reply(200, answer("tell-nobody"));
        line = refusal(configuration);
        assertEquals("sync.secret-id (SYNC_SECRET_ID) must name a secret that holds a JSON object", line);
        assertFalse(line.contains("tell-nobody"));
    }

    @Test
    void an_aws_that_does_not_answer_is_one_line_too() {
        Map<String, String> configuration = new HashMap<>(SettingsTest.REQUIRED);
        configuration.put("sync.secret-id", "sync/keys");
        aws.reset().reset().reset().reset();
        assertTrue(refusal(configuration).startsWith("sync.secret-id (SYNC_SECRET_ID) cannot be read: "));
    }

    private static String answer(String secret) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("ARN", "arn:aws:secretsmanager:eu-north-1:000000000000:secret:sync/keys")
                .put("Name", "sync/keys")
                .put("SecretString", secret)
                .toString();
    }

    private String refusal(Map<String, String> configuration) {
        return assertThrows(SettingsException.class, () -> read(configuration)).getMessage();
    }

    private Settings read(Map<String, String> configuration) {
        return Settings.read(key -> Optional.ofNullable(configuration.get(key)), this::secret);
    }

    private String secret(String id) {
        SecretsManagerClientBuilder builder = SecretsManagerClient.builder()
                .endpointOverride(aws.uri("/"))
                .region(Region.EU_NORTH_1)
                .overrideConfiguration(overrides -> overrides.retryStrategy(RetryMode.STANDARD))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
        return SecretsManager.read(id, builder);
    }
}
