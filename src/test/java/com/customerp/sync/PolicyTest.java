package com.customerp.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.TableSchema;
import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Each function may do what the code calls, and no more. */
class PolicyTest {
    private static final CloudFormation TEMPLATE = CloudFormation.read("template.yaml");
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("com.customerp.sync");
    private static final Set<String> READ_WHOLE = Set.of("dynamodb:Query", "dynamodb:Scan");
    /** Statements without an ARN: none of their actions knows a resource. */
    private static final Set<Set<String>> WITHOUT_RESOURCES = Set.of(
            Set.of("xray:PutTelemetryRecords", "xray:PutTraceSegments"),
            Set.of(
                    "logs:CreateLogDelivery",
                    "logs:DeleteLogDelivery",
                    "logs:DescribeResourcePolicies",
                    "logs:GetLogDelivery",
                    "logs:ListLogDeliveries",
                    "logs:PutResourcePolicy",
                    "logs:UpdateLogDelivery"));

    @Test
    void schedules_and_ops_may_do_what_the_code_calls() {
        functions("schedule").forEach((name, function) -> assertEquals(called(), granted(function), name));
        assertEquals(called(), granted(TEMPLATE.resource("Ops")));
    }

    @Test
    void webhooks_may_do_the_same_but_read_no_more_than_named_items() {
        Set<String> expected = called();
        expected.removeAll(READ_WHOLE);
        functions("webhook").forEach((name, function) -> assertEquals(expected, granted(function), name));
    }

    @Test
    void only_sweeps_and_ops_ask_for_more_than_named_items() {
        Set<String> callers = calls(LinkStore.class)
                .filter(call -> Set.of("all", "due").contains(call.getName()))
                .map(call -> call.getOriginOwner().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        callers.remove(LinkStore.class.getSimpleName());
        assertEquals(Set.of("DryLinks", "Listing", "StatusReport", "Sweep", "SweepDeletions"), callers);
    }

    @Test
    void a_query_reads_the_index_and_all_else_the_table() {
        Stream.of("AWS::Serverless::Function")
                .flatMap(type -> TEMPLATE.ofType(type).stream())
                .flatMap(PolicyTest::statements)
                .filter(statement -> actions(statement).stream().anyMatch(action -> action.startsWith("dynamodb:")))
                .forEach(statement -> assertEquals(
                        actions(statement).contains("dynamodb:Query") ? "${Table.Arn}/index/due" : "Table.Arn",
                        statement.path("Resource").asText()));
    }

    @Test
    void each_function_has_a_role_of_its_own_which_writes_its_own_log() {
        List<JsonNode> functions = TEMPLATE.ofType("AWS::Serverless::Function");
        for (JsonNode function : functions) {
            String logs = statements(function)
                    .filter(statement -> actions(statement).contains("logs:PutLogEvents"))
                    .map(statement -> statement.path("Resource").asText())
                    .collect(Collectors.joining());
            assertEquals(function.at("/LoggingConfig/LogGroup").asText() + ".Arn", logs);
        }
        assertEquals(
                functions.size(),
                functions.stream().map(PolicyTest::role).distinct().count());
    }

    @Test
    void only_functions_that_are_run_unattended_report_to_the_queue() {
        for (JsonNode function : TEMPLATE.ofType("AWS::Serverless::Function")) {
            assertEquals(
                    function.has("EventInvokeConfig"),
                    statements(function)
                            .anyMatch(statement -> actions(statement).equals(Set.of("sqs:SendMessage"))),
                    role(function));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"template.yaml", "infra/deploy-role.yaml", "infra/observability.yaml"})
    void nothing_is_allowed_on_everything(String file) {
        for (JsonNode statement : CloudFormation.read(file).statements()) {
            Set<String> actions = actions(statement);
            assertTrue(actions.stream().noneMatch(action -> action.contains("*")), actions::toString);
            if (CloudFormation.texts(statement.path("Resource")).contains("*")) {
                assertTrue(WITHOUT_RESOURCES.contains(actions), actions::toString);
            }
        }
    }

    /** Actions of the table that the code needs; what creates it is called only where no template did. */
    private static Set<String> called() {
        Stream<String> alone = calls(DynamoDbClient.class)
                .filter(call -> !call.getOriginOwner().isEquivalentTo(TableSchema.class))
                .map(call -> call.getName().replace("Paginator", ""))
                .filter(name -> !name.equals("transactWriteItems"));
        Stream<String> together = calls(TransactWriteItem.Builder.class)
                .map(JavaMethodCall::getName)
                .filter(name -> !name.equals("build"))
                .map(name -> name.equals("conditionCheck") ? "conditionCheckItem" : name + "Item");
        return Stream.concat(alone, together)
                .map(name -> "dynamodb:" + Character.toUpperCase(name.charAt(0)) + name.substring(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<JavaMethodCall> calls(Class<?> target) {
        return CODE.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(target));
    }

    private static Map<String, JsonNode> functions(String kind) {
        Map<String, JsonNode> functions = new TreeMap<>();
        TEMPLATE.ofType("AWS::Serverless::Function").forEach(function -> {
            String name =
                    function.at("/Environment/Variables/QUARKUS_FUNQY_EXPORT").asText();
            if (name.endsWith("-" + kind)) {
                functions.put(name, function);
            }
        });
        assertEquals(6, functions.size(), kind);
        return functions;
    }

    private static Set<String> granted(JsonNode function) {
        return statements(function)
                .flatMap(statement -> actions(statement).stream())
                .filter(action -> action.startsWith("dynamodb:"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String role(JsonNode function) {
        return function.path("Role").asText().replace(".Arn", "");
    }

    private static Stream<JsonNode> statements(JsonNode function) {
        return CloudFormation.statements(TEMPLATE.resource(role(function)).path("Policies")).stream();
    }

    private static Set<String> actions(JsonNode statement) {
        return Set.copyOf(CloudFormation.texts(statement.path("Action")));
    }
}
