package com.customerp.sync.local.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.customerp.sync.local.lambda.InvocationResult.Failure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the package starts and ends, the same for the JVM and the native one. PackageIT tells what it does. */
class FunctionProcessIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY =
            Base64.getEncoder().encodeToString("tell-nobody-tell-nobody-tell-nobody".getBytes());
    static final Map<String, String> CONFIGURATION = Map.of(
            "SYNC_TABLE", "links",
            "SYNC_CUSTOMERP_URL", "http://127.0.0.1:9/api/v1",
            "SYNC_CUSTOMERP_TOKEN", "tell-nobody",
            "SYNC_POWEROFFICE_URL", "http://127.0.0.1:9/v2",
            "SYNC_POWEROFFICE_TOKEN_URL", "http://127.0.0.1:9/OAuth/Token",
            "SYNC_POWEROFFICE_APPLICATION_KEY", "tell-nobody",
            "SYNC_POWEROFFICE_CLIENT_KEY", "tell-nobody",
            "SYNC_POWEROFFICE_SUBSCRIPTION_KEY", "tell-nobody",
            "SYNC_WEBHOOK_SECRETS", "whsec_" + KEY,
            "SYNC_FINGERPRINT_KEY", KEY);

    @TempDir
    private static Path directory;

    private static FunctionPackage code;
    private static FunctionPackage asOnLambda;

    private final List<String> log = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void unpack() {
        code = FunctionPackage.unpack(Path.of("target/function.zip"), directory);
        asOnLambda = OS.LINUX.isCurrentOs() ? code.onAwsRuntime() : code;
    }

    @Test
    void one_process_answers_any_event_after_another() throws Exception {
        try (FunctionProcess function = start(CONFIGURATION)) {
            for (String event : List.of("null", "[]", "7", "{\"rawPath\":\"/webhooks/customers\"}")) {
                assertEquals(405, status(function, event), event);
            }
            String unsigned =
                    "{\"rawPath\":\"/webhooks/customers\",\"requestContext\":{\"http\":{\"method\":\"POST\"}}}";
            assertEquals(401, status(function, unsigned));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SYNC_TABLE, '', sync.table (SYNC_TABLE) is missing",
        "SYNC_TIME_BUDGET, tell-nobody, "
                + "sync.time-budget (SYNC_TIME_BUDGET) must be an ISO 8601 duration such as PT13M"
    })
    void a_key_that_is_missing_or_unusable_ends_it_at_start_with_one_line(String key, String value, String sentence) {
        Map<String, String> configuration = new HashMap<>(CONFIGURATION);
        configuration.put(key, value);
        try (FunctionProcess function =
                FunctionProcess.start(asOnLambda, "customer-webhook", configuration, log::add)) {
            InvocationResult result = function.invoke(JSON.createObjectNode(), PATIENCE);
            assertEquals(
                    "Runtime.ExitError", assertInstanceOf(Failure.class, result).errorType());
            assertEquals(1, function.await());
        }
        assertEquals(1, log.size(), log::toString);
        assertEquals(sentence, log.get(0).replaceFirst(".*\\) (?=sync\\.)", ""));
    }

    @Test
    void a_function_that_is_killed_ends_its_open_invocations() {
        try (FunctionProcess function = start(CONFIGURATION)) {
            var result = function.invoke(JSON.createObjectNode());
            function.kill();
            assertEquals(
                    "Runtime.ExitError",
                    assertInstanceOf(Failure.class, result.join()).errorType());
        }
    }

    @Test
    void functions_share_what_one_of_them_has_loaded(@TempDir Path other) throws Exception {
        assumeFalse(code.isNative(), "it has loaded nothing");
        Path zip = Path.of("target/function.zip");
        startAndEnd(FunctionPackage.unpack(zip, other).recording(), CONFIGURATION);
        Map<String, String> telling = new HashMap<>(CONFIGURATION);
        telling.put("JAVA_TOOL_OPTIONS", "-Xlog:class+load");
        startAndEnd(FunctionPackage.unpack(zip, other), telling);
        List<String> ours = log.stream()
                .filter(line -> line.contains(" com.customerp.sync.function."))
                .toList();
        assertFalse(ours.isEmpty());
        assertTrue(ours.stream().allMatch(line -> line.contains("shared objects file")), ours::toString);
    }

    private void startAndEnd(FunctionPackage shared, Map<String, String> configuration) throws Exception {
        log.clear();
        try (FunctionProcess function = FunctionProcess.start(shared, "customer-webhook", configuration, log::add)) {
            function.firstPoll().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private FunctionProcess start(Map<String, String> configuration) {
        return FunctionProcess.start(code, "customer-webhook", configuration, log::add);
    }

    private static int status(FunctionProcess function, String event) throws Exception {
        JsonNode answer = function.invoke(JSON.readTree(event), PATIENCE).payload();
        return answer.path("statusCode").asInt();
    }
}
