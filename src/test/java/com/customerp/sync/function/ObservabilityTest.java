package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.CloudFormation;
import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code infra/observability.yaml} watches what is measured, and {@code docs/operations.md} says what to do then. */
class ObservabilityTest {
    private static final Pattern SEARCHED = Pattern.compile("\\{CustomErpSync,(\\S+)} .*MetricName=\"(\\w+)\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| ");
    private static final Pattern ALARM = Pattern.compile("docs/operations\\.md, ([a-z-]+)$");

    private final CloudFormation stack = CloudFormation.read("template.yaml");
    private final CloudFormation observability = CloudFormation.read("infra/observability.yaml");
    private final List<JsonNode> alarms = observability.ofType("AWS::CloudWatch::Alarm");

    @Test
    void the_dashboard_shows_every_metric_and_no_other() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (JsonNode expression : dashboard().findValues("expression")) {
            SEARCHED.matcher(expression.asText()).results().forEach(search -> {
                assertEquals(String.join(",", Metrics.DIMENSIONS), search.group(1));
                shown.add(search.group(2));
            });
        }
        assertEquals(Arrays.stream(Metric.values()).map(Metric::key).collect(Collectors.toSet()), shown);
    }

    @Test
    void the_dashboard_shows_every_function() throws IOException {
        for (String metric : List.of("Errors", "Duration", "Throttles")) {
            List<String> shown = new ArrayList<>();
            for (JsonNode widget : dashboard().path("widgets")) {
                JsonNode metrics = widget.at("/properties/metrics");
                if (metrics.at("/0/1").asText().equals(metric)) {
                    metrics.forEach(row -> shown.add(row.get(row.size() - 1).asText()));
                }
            }
            assertEquals(functions(), new TreeSet<>(shown), metric);
        }
    }

    @Test
    void every_alarm_on_a_metric_of_ours_names_one_that_is_sent_with_its_dimensions() {
        Map<String, Set<String>> entities = new TreeMap<>();
        Set<String> names = Arrays.stream(Metric.values()).map(Metric::key).collect(Collectors.toSet());
        for (JsonNode alarm : alarmsOn(Metrics.NAMESPACE)) {
            String metric = alarm.path("MetricName").asText();
            assertTrue(names.contains(metric), metric);
            assertEquals(Metrics.DIMENSIONS, dimensions(alarm, "Name"));
            entities.computeIfAbsent(metric, any -> new TreeSet<>())
                    .add(dimensions(alarm, "Value").get(1));
        }
        Set<String> every = Arrays.stream(Entity.values()).map(Entity::key).collect(Collectors.toSet());
        assertTrue(entities.size() > 5, entities::toString);
        entities.forEach((metric, watched) -> assertEquals(every, watched, metric));
    }

    @Test
    void every_function_is_watched_for_errors_and_all_but_ops_for_throttles_and_duration() {
        assertEquals(functions(), watched("Errors"));
        Set<String> called = functions();
        called.remove("${StackName}-ops");
        assertEquals(called, watched("Throttles"));
        assertEquals(called, watched("Duration"));
    }

    @Test
    void a_duration_alarm_comes_at_nine_tenths_of_the_time_out() {
        Map<String, Integer> timeouts = new TreeMap<>();
        stack.ofType("AWS::Serverless::Function")
                .forEach(function ->
                        timeouts.put(name(function), function.path("Timeout").asInt()));
        alarmsOn("AWS/Lambda").stream()
                .filter(alarm -> alarm.path("MetricName").asText().equals("Duration"))
                .forEach(alarm -> assertEquals(
                        timeouts.get(dimensions(alarm, "Value").get(0)) * 900,
                        alarm.path("Threshold").asInt()));
    }

    @Test
    void the_queue_that_is_watched_is_that_of_the_stack() {
        assertEquals(
                stack.resource("Failures").path("QueueName").asText().replace("AWS::", ""),
                dimensions(alarmsOn("AWS/SQS").get(0), "Value").get(0));
    }

    @Test
    void what_is_imported_is_exported() {
        Collection<String> exported =
                stack.exports().stream().map(name -> name.replace("AWS::", "")).toList();
        assertTrue(exported.containsAll(observability.imports()), () -> exported + " " + observability.imports());
        assertEquals(2, observability.imports().size());
    }

    @Test
    void every_alarm_tells_somebody_and_has_its_row_in_operations() throws IOException {
        Set<String> named = new TreeSet<>();
        for (JsonNode alarm : alarms) {
            assertEquals("Alarms", alarm.at("/AlarmActions/0").asText());
            String description = alarm.path("AlarmDescription").asText();
            ALARM.matcher(description).results().forEach(name -> {
                named.add(name.group(1));
                assertTrue(alarm.path("AlarmName").asText().startsWith("${StackName}-" + name.group(1)), description);
            });
        }
        String operations = Files.readString(Path.of("docs/operations.md"));
        Set<String> rows = ROW.matcher(operations)
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(named, rows);
    }

    private JsonNode dashboard() throws IOException {
        List<JsonNode> dashboards = observability.ofType("AWS::CloudWatch::Dashboard");
        return new ObjectMapper()
                .readTree(dashboards.get(0).at("/DashboardBody/0").asText());
    }

    private List<JsonNode> alarmsOn(String namespace) {
        List<JsonNode> found = alarms.stream()
                .filter(alarm -> alarm.path("Namespace").asText().equals(namespace))
                .toList();
        assertTrue(!found.isEmpty(), namespace);
        return found;
    }

    private Set<String> watched(String metric) {
        return alarmsOn("AWS/Lambda").stream()
                .filter(alarm -> alarm.path("MetricName").asText().equals(metric))
                .map(alarm -> dimensions(alarm, "Value").get(0))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> functions() {
        Set<String> functions = stack.ofType("AWS::Serverless::Function").stream()
                .map(ObservabilityTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(13, functions.size());
        return functions;
    }

    /** The name of a function as the other stack knows it. */
    private static String name(JsonNode function) {
        return function.path("FunctionName").asText().replace("AWS::", "");
    }

    private static List<String> dimensions(JsonNode alarm, String member) {
        List<String> texts = new ArrayList<>();
        alarm.path("Dimensions")
                .forEach(dimension -> texts.add(dimension.path(member).asText()));
        return texts;
    }
}
