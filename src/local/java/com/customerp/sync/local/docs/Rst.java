package com.customerp.sync.local.docs;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Collects a reStructuredText document block by block; blocks are parted by an empty line. Not thread-safe. */
final class Rst {
    private final StringBuilder text = new StringBuilder();

    Rst title(String words) {
        return block("=".repeat(words.length()) + "\n" + words + "\n" + "=".repeat(words.length()));
    }

    Rst section(String words) {
        return block(words + "\n" + "-".repeat(words.length()));
    }

    Rst subsection(String words) {
        return block(words + "\n" + "~".repeat(words.length()));
    }

    Rst paragraph(String words) {
        return block(words);
    }

    /** A table whose first row is its head; an empty cell stays empty. */
    Rst table(List<List<String>> rows) {
        return block(".. list-table::\n   :header-rows: 1\n\n"
                + rows.stream().map(Rst::row).collect(Collectors.joining("\n")));
    }

    private static String row(List<String> cells) {
        String items = cells.stream().map(cell -> "     - " + cell).collect(Collectors.joining("\n"));
        String row = "   * - " + items.substring("     - ".length());
        return Arrays.stream(row.split("\n", -1)).map(String::stripTrailing).collect(Collectors.joining("\n"));
    }

    /** Text as it is typed in a program. */
    static String literal(String words) {
        return "``" + words + "``";
    }

    private Rst block(String words) {
        if (text.length() > 0) {
            text.append('\n');
        }
        text.append(words).append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
