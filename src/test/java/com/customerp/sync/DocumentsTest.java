package com.customerp.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents point to is there. */
class DocumentsTest {
    private static final Pattern CODE = Pattern.compile("`([a-z]+(?:/[a-z]+)*/[A-Z]\\w+)`");
    private static final Pattern FILE = Pattern.compile("\\]\\(([^):]+)\\)|`((?:src|docs|infra)/[\\w./-]+)`");
    private static final List<String> ROOTS = List.of("src/main/java", "src/local/java", "src/test/java");

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("docs"))) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(".md")).toList();
            return Stream.concat(Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")), found.stream());
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_class_that_a_document_names_exists(Path document) throws IOException {
        assertEquals(List.of(), missing(document, CODE, name -> ROOTS.stream().anyMatch(root -> isClass(root, name))));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_file_that_a_document_names_exists(Path document) throws IOException {
        assertEquals(List.of(), missing(document, FILE, name -> Files.exists(Path.of(name))));
    }

    private static boolean isClass(String root, String name) {
        return Files.exists(Path.of(root, "com/customerp/sync", name + ".java"));
    }

    private static List<String> missing(Path document, Pattern pattern, Predicate<String> exists) throws IOException {
        return pattern.matcher(Files.readString(document))
                .results()
                .map(found -> found.group(1) != null ? found.group(1) : found.group(2))
                .filter(exists.negate())
                .toList();
    }
}
