package com.customerp.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each test that docs/guarantees.md calls as a witness is there, and each promise calls one. */
class GuaranteesTest {
    private static final Path DOCUMENT = Path.of("docs/guarantees.md");
    private static final Path TESTS = Path.of("src/test/java/com/customerp/sync");
    private static final Pattern WITNESS = Pattern.compile("`([a-z/]+/[A-Z]\\w+)#(\\w+)`");

    @Test
    void every_test_that_is_named_exists() throws IOException {
        List<String> missing = witnesses(Files.readString(DOCUMENT)).stream()
                .filter(witness -> !isTest(witness))
                .map(MatchResult::group)
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void every_promise_names_a_test() throws IOException {
        List<String> promises = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| "))
                .filter(line -> !line.startsWith("| Promise"))
                .toList();
        assertTrue(promises.size() > 15, promises.size() + " promises");
        assertEquals(
                List.of(),
                promises.stream().filter(line -> witnesses(line).isEmpty()).toList());
    }

    private static List<MatchResult> witnesses(String text) {
        return WITNESS.matcher(text).results().toList();
    }

    private static boolean isTest(MatchResult witness) {
        Path file = TESTS.resolve(witness.group(1) + ".java");
        Pattern method = Pattern.compile("\\bvoid " + witness.group(2) + "\\(");
        try {
            return Files.exists(file) && method.matcher(Files.readString(file)).find();
        } catch (IOException unreadable) {
            throw new AssertionError(file.toString(), unreadable);
        }
    }
}
