package com.customerp.sync.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.mapping.Entity;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    private Console console;

    @BeforeEach
    void open() {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        console = new Console(stream, directory.resolve("log"), Map.of(Entity.ORDER, 10, Entity.PRODUCT, 10));
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void progress_is_told_for_each_entity_apart_and_counts_a_record_once() {
        record("order", "O-1", "created");
        record("product", "PR-1", "created");
        record("order", "O-1", "unchanged");
        record("order", "O-2", "parked");
        assertEquals(List.of("  order 2 of 10"), printed());
    }

    @Test
    void after_the_first_load_each_change_is_shown_with_its_entity() {
        console.follow();
        record("order", "O-1", "unchanged");
        record("order", "O-2", "patched");
        assertEquals(1, printed().size());
        assertTrue(printed().get(0).contains("order O-2 patched"), printed().toString());
    }

    @Test
    void every_line_goes_to_the_file_and_warnings_to_the_screen() throws Exception {
        console.functionLine("started in 1 s");
        console.functionLine("WARN something is odd");
        assertEquals(List.of("WARN something is odd"), printed());
        assertEquals(2, Files.readAllLines(directory.resolve("log")).size());
    }

    private void record(String entity, String id, String result) {
        console.functionLine(
                "{\"entity\":\"" + entity + "\",\"customerpId\":\"" + id + "\",\"result\":\"" + result + "\"}");
    }

    private List<String> printed() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
