package com.customerp.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code template.yaml} and the code name the same things. */
class TemplateTest {
    private static final Path FUNCTIONS = Path.of("src/main/java/com/customerp/sync/function");

    private final String template = read(Path.of("template.yaml"));

    @Test
    void every_exported_function_is_deployed_and_no_other() throws IOException {
        Set<String> exported = new TreeSet<>();
        try (Stream<Path> files = Files.list(FUNCTIONS)) {
            files.map(TemplateTest::read).forEach(source -> exported.addAll(all("@Funq\\(\"([^\"]+)\"\\)", source)));
        }
        assertEquals(13, exported.size());
        assertEquals(exported, all("QUARKUS_FUNQY_EXPORT: (\\S+)", template));
    }

    @Test
    void every_webhook_has_its_route_and_every_schedule_both_modes() {
        assertEquals(
                Set.of("contacts", "customers", "employees", "orders", "products", "projects"),
                all("Path: /webhooks/(\\S+)", template));
        assertEquals(6, count("Input: '\\{\"mode\":\"changes\"\\}'"));
        assertEquals(6, count("Input: '\\{\"mode\":\"full\"\\}'"));
    }

    @Test
    void the_open_records_are_counted_by_a_schedule() {
        assertEquals(1, count("Input: '\\{\"action\":\"status\"}'"));
    }

    @Test
    void what_a_schedule_calls_may_be_called_and_tells_when_it_fails() {
        CloudFormation stack = CloudFormation.read("template.yaml");
        Set<String> called = new TreeSet<>();
        for (JsonNode schedule : stack.ofType("AWS::Scheduler::Schedule")) {
            String function = schedule.at("/Target/Arn").asText();
            called.add(function);
            assertEquals(
                    "Failures.Arn", schedule.at("/Target/DeadLetterConfig/Arn").asText());
            JsonNode ending = stack.resource(function.replace(".Arn", "")).path("EventInvokeConfig");
            assertEquals(
                    "Failures.Arn",
                    ending.at("/DestinationConfig/OnFailure/Destination").asText(),
                    function);
        }
        assertEquals(7, called.size());
        JsonNode allowed = stack.resource("SchedulerRole").at("/Policies/0/PolicyDocument/Statement/0/Resource");
        assertEquals(called, CloudFormation.texts(allowed));
    }

    @Test
    void every_key_in_the_environment_is_documented() {
        Set<String> documented = all("\\| `([A-Z_]+)` \\|", read(Path.of("docs/configuration.md")));
        Set<String> set = all("(SYNC_[A-Z_]+):", template);
        assertTrue(documented.containsAll(set), () -> set + " " + documented);
        assertTrue(set.containsAll(List.of("SYNC_TABLE", "SYNC_SECRET_ID", "SYNC_CUSTOMERP_URL")));
    }

    @Test
    void every_function_is_named_after_what_it_exports() {
        CloudFormation.read("template.yaml").ofType("AWS::Serverless::Function").forEach(function -> {
            String exported =
                    function.at("/Environment/Variables/QUARKUS_FUNQY_EXPORT").asText();
            assertEquals(
                    "${AWS::StackName}-" + exported,
                    function.path("FunctionName").asText());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void an_environment_sets_parameters_that_exist_and_all_that_have_no_default(String environment) {
        JsonNode given = CloudFormation.yaml(Path.of("infra/parameters/" + environment + ".json"))
                .path("Parameters");
        Set<String> known = new TreeSet<>();
        Set<String> needed = new TreeSet<>();
        for (String file : List.of("template.yaml", "infra/observability.yaml")) {
            CloudFormation.read(file).parameters().properties().forEach(parameter -> {
                known.add(parameter.getKey());
                if (!parameter.getValue().has("Default")) {
                    needed.add(parameter.getKey());
                }
                JsonNode value = given.path(parameter.getKey());
                String pattern = parameter.getValue().path("AllowedPattern").asText(".*");
                assertTrue(value.isMissingNode() || value.asText().matches(pattern), parameter::toString);
            });
        }
        Set<String> set = new TreeSet<>();
        given.fieldNames().forEachRemaining(set::add);
        assertTrue(known.containsAll(set), () -> set + " of " + known);
        assertTrue(set.containsAll(needed), () -> set + " lacks some of " + needed);
    }

    private long count(String pattern) {
        return Pattern.compile(pattern).matcher(template).results().count();
    }

    private static Set<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
