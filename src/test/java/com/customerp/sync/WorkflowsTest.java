package com.customerp.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Workflows run only the code that was chosen, with no more rights than they need. */
class WorkflowsTest {
    private static final Pattern PINNED = Pattern.compile("[\\w-]+/[\\w./-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+");
    private static final Pattern OWN = Pattern.compile("\\./\\.github/workflows/[\\w-]+\\.yml");

    static List<Path> workflows() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(".github/workflows"))) {
            List<Path> found = files.toList();
            assertTrue(found.size() >= 5, found::toString);
            return found;
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void every_action_is_pinned_to_a_commit_and_says_its_version(Path workflow) throws IOException {
        List<String> loose = Files.readAllLines(workflow).stream()
                .map(String::strip)
                .filter(line -> line.matches("(- )?uses:.*"))
                .map(line -> line.replaceFirst("^(- )?uses: *", ""))
                .filter(action -> !PINNED.matcher(action).matches()
                        && !OWN.matcher(action).matches())
                .toList();
        assertEquals(List.of(), loose);
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void a_workflow_has_no_rights_and_each_job_only_its_own(Path workflow) {
        JsonNode root = CloudFormation.yaml(workflow);
        assertEquals("{}", root.path("permissions").toString());
        root.path("jobs").properties().forEach(job -> {
            JsonNode rights = job.getValue().path("permissions");
            boolean releases = job.getKey().equals("release");
            assertEquals(releases ? "{\"contents\":\"write\"}" : "{\"contents\":\"read\"}", rights.toString());
        });
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void no_step_keeps_the_token_that_checked_out(Path workflow) {
        CloudFormation.yaml(workflow)
                .findValues("steps")
                .forEach(steps -> steps.forEach(step -> {
                    if (step.path("uses").asText().startsWith("actions/checkout@")) {
                        assertEquals(
                                "false", step.at("/with/persist-credentials").asText());
                    }
                }));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void every_job_of_steps_ends_by_itself(Path workflow) {
        CloudFormation.yaml(workflow).path("jobs").forEach(job -> {
            if (job.has("steps")) {
                assertTrue(job.path("timeout-minutes").asInt() > 0, workflow::toString);
            }
        });
    }
}
