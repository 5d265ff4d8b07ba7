package com.customerp.sync.local;

import com.customerp.sync.mapping.Entity;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the person at the terminal sees of the functions' output: first the progress of the first load, then one line for
 * each change. Warnings and errors are shown as they are; every line goes to a file.
 */
final class Console implements AutoCloseable {
    private static final Pattern ALARMING = Pattern.compile("\\b(WARN|ERROR|FATAL)\\b");
    /** Progress is told after so many shares of an entity's records. */
    private static final int STEPS = 5;

    private final PrintStream out;
    private final BufferedWriter file;
    private final Map<String, Integer> totals;
    private final Map<String, Set<String>> loaded = new HashMap<>();
    private boolean follows;

    /**
     * @param file takes every line that a function prints
     * @param totals how many records the first load is about, by entity
     */
    Console(PrintStream out, Path file, Map<Entity, Integer> totals) {
        this.out = out;
        this.totals = totals.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().key(), Map.Entry::getValue));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            this.file = Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** A line that a function printed. */
    synchronized void functionLine(String line) {
        try {
            file.write(line);
            file.newLine();
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        RecordLine.parse(line).ifPresentOrElse(this::record, () -> {
            if (ALARMING.matcher(line).find()) {
                out.println(line);
            }
        });
    }

    /** The first load is over: from now on each change is shown. */
    synchronized void follow() {
        follows = true;
    }

    synchronized void say(String text) {
        out.println(text);
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void record(RecordLine line) {
        if (follows) {
            if (!line.result().equals("unchanged")) {
                out.println(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + " " + line.readable());
            }
        } else {
            progress(line);
        }
    }

    private void progress(RecordLine line) {
        int total = totals.getOrDefault(line.entity(), 0);
        Set<String> done = loaded.computeIfAbsent(line.entity(), any -> new HashSet<>());
        int step = Math.max(1, total / STEPS);
        if (done.add(line.customerpId()) && done.size() % step == 0) {
            out.println("  " + line.entity() + " " + done.size() + " of " + total);
        }
    }
}
