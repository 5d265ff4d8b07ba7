package com.customerp.sync.local.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is in {@code target/function.zip}, and what must not be. */
class FunctionZipIT {
    private static final Path ZIP = Path.of("target/function.zip");
    private static final long LARGEST = 30_000_000;
    private static final String BOOTSTRAP = "bootstrap";
    /** The C library of {@code provided.al2023} is 2.34. */
    private static final int NEWEST_LIBRARY = 34;

    /** The local run, tests and what they bring, and HTTP clients of the AWS SDK other than the one that is used. */
    private static final Pattern FOREIGN = Pattern.compile(String.join(
            "|",
            "^com/customerp/sync/(local|contract|world|history)/",
            "Test\\.class$",
            "IT\\.class$",
            "javadoc",
            "sources",
            "DynamoDBLocal",
            "junit",
            "jqwik",
            "archunit",
            "rest-assured",
            "swagger",
            "json-schema-validator",
            "log4j",
            "sqlite",
            "runtime-interface-client",
            "netty-nio-client",
            "apache5?-client",
            "httpclient",
            "httpcore"));

    private static List<String> names;

    @BeforeAll
    static void list() throws IOException {
        try (ZipFile zip = new ZipFile(ZIP.toFile())) {
            names = zip.stream().map(Object::toString).toList();
        }
    }

    @Test
    void it_holds_either_one_executable_or_the_classes() {
        assertTrue(
                names.equals(List.of(BOOTSTRAP))
                        || names.contains("com/customerp/sync/function/CustomerFunctions.class"),
                names::toString);
    }

    @Test
    void it_holds_nothing_that_only_tests_and_the_local_run_need() {
        assertEquals(
                List.of(),
                names.stream().filter(name -> FOREIGN.matcher(name).find()).toList());
    }

    @Test
    void it_is_no_larger_than_30_MB() throws IOException {
        long size = Files.size(ZIP);
        System.out.printf("function.zip: %d entries, %d bytes%n", names.size(), size);
        assertTrue(size <= LARGEST, () -> size + " bytes");
    }

    /** One that was linked on a newer system starts there and not on Lambda. */
    @Test
    void an_executable_needs_no_newer_C_library_than_Lambda_has() throws IOException {
        assumeTrue(names.contains(BOOTSTRAP), "not a native package");
        try (ZipFile zip = new ZipFile(ZIP.toFile())) {
            String content =
                    new String(zip.getInputStream(zip.getEntry(BOOTSTRAP)).readAllBytes(), StandardCharsets.ISO_8859_1);
            List<Integer> newer = Pattern.compile("GLIBC_2\\.([0-9]+)")
                    .matcher(content)
                    .results()
                    .map(match -> Integer.valueOf(match.group(1)))
                    .filter(version -> version > NEWEST_LIBRARY)
                    .distinct()
                    .toList();
            assertEquals(List.of(), newer, "GLIBC_2.x");
        }
    }
}
