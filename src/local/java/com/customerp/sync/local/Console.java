package com.customerp.sync.local;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the person at the terminal sees of the functions' output: first the progress of the first load, then one line for
 * each change. Warnings and errors are shown as they are; every line goes to a file.
 */
final class Console implements AutoCloseable {
    private static final Pattern ALARMING = Pattern.compile("\\b(WARN|ERROR|FATAL)\\b");
    private static final int STEP = 20;

    private final PrintStream out;
    private final BufferedWriter file;
    private final int total;
    private final Set<String> loaded = new HashSet<>();
    private boolean follows;

    /**
     * @param file takes every line that a function prints
     * @param total how many records the first load is about
     */
    Console(PrintStream out, Path file, int total) {
        this.out = out;
        this.total = total;
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
        } else if (loaded.add(line.customerpId()) && loaded.size() % STEP == 0) {
            out.println("  " + loaded.size() + " of " + total);
        }
    }
}
