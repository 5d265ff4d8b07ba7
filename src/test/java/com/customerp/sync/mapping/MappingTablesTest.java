package com.customerp.sync.mapping;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The mapping tables hold every row of mapping.md and none beside them. */
class MappingTablesTest {
    private static final List<List<String>> ROWS = read("rows.txt");
    private static final List<List<String>> WORDS = read("enums.txt");
    private static final String ONCE = "create, once after a link";

    @ParameterizedTest
    @EnumSource
    void a_pair_has_the_rows_of_mapping_md_2_to_8(Entity entity) {
        assertEquals(lines(document(entity.key())), lines(code(entity.key(), Mappings.of(entity))));
    }

    @Test
    void lines_of_orders_have_the_rows_of_mapping_md_8_2() {
        String table = "order line";
        LineTable lines = Mappings.of(Entity.ORDER).lines();
        LineTable.Kinds kinds = lines.kinds();
        List<List<String>> rows = new ArrayList<>();
        rows.add(slot(table, lines.id(), lines.line().slot()));
        rows.add(List.of(
                table,
                lines.customerpPosition(),
                "/" + lines.powerOfficePosition(),
                "int32 from 0",
                Direction.BOTH.arrow(),
                "both",
                "rank"));
        lines.line().fields().forEach(field -> rows.add(row(table, field)));
        rows.add(List.of(
                table,
                kinds.reference() + " or none",
                "/" + kinds.powerOfficeMember(),
                "enum VoucherLineType",
                Direction.TO_POWEROFFICE.arrow(),
                "create",
                kinds.normal() + " or " + kinds.text()));
        assertEquals(lines(document(table)), lines(rows));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.1", "9.2", "9.3", "9.4", "9.5", "9.6"})
    void an_enum_table_has_the_rows_of_mapping_md_9(String section) {
        EnumTable table = NamedRules.table(section);
        List<List<String>> rows =
                table.rows().stream().map(row -> word(section, table, row)).toList();
        assertEquals(lines(table(WORDS, section)), lines(rows));
    }

    private static List<String> word(String section, EnumTable table, EnumTable.Row row) {
        boolean nullCountsAsIt = table.nullRow().filter(row::equals).isPresent();
        String remark = nullCountsAsIt ? "null" : row.written() ? "" : "only";
        return List.of(section, row.customerp(), row.powerOffice() == null ? "-" : row.powerOffice(), remark);
    }

    private static List<List<String>> code(String table, Mapping mapping) {
        List<List<String>> rows = new ArrayList<>();
        if (mapping.slot() != null) {
            rows.add(slot(table, "id", mapping.slot()));
        }
        mapping.fields().forEach(field -> rows.add(row(table, field)));
        if (mapping.lines() != null) {
            LineTable lines = mapping.lines();
            rows.add(List.of(
                    table, lines.name(), lines.powerOfficePath(), "array", Direction.BOTH.arrow(), "both", "8.2"));
        }
        return rows;
    }

    private static List<String> slot(String table, String id, Slot slot) {
        return List.of(table, id, slot.path(), "string", Direction.TO_POWEROFFICE.arrow(), ONCE, "slot");
    }

    private static List<String> row(String table, Field field) {
        return List.of(
                table,
                field.name(),
                field.powerOfficePath(),
                field.powerOfficeType(),
                field.direction().arrow(),
                setWhen(field),
                bound(field));
    }

    private static String setWhen(Field field) {
        if (field.direction() == Direction.TO_CUSTOMERP) {
            return "never";
        }
        if (field.is(Trait.FIXED)) {
            return "create only";
        }
        String when = field.is(Trait.UPDATE_ONLY) ? "update" : "both";
        if (!field.is(Trait.OWN_PATCH)) {
            return when;
        }
        return field.is(Trait.UPDATE_ONLY) ? when + ", own PATCH" : when + ", own PATCH on update";
    }

    /** The rule by the name that the document gives it. */
    private static String bound(Field field) {
        String rule = ROWS.stream()
                .map(row -> row.get(row.size() - 1).replace("; null: missing", ""))
                .filter(name -> !List.of("address", "slot", "rank", "8.2", "Normal or Text")
                        .contains(name))
                .filter(name -> NamedRules.rule(name).equals(field.rule()))
                .findFirst()
                .orElse(field.rule().toString());
        return field.is(Trait.REQUIRED) ? rule + "; null: missing" : rule;
    }

    /** The rows of a table of the document; the address has a table of its own. */
    private static List<List<String>> document(String table) {
        return table(ROWS, table).stream()
                .flatMap(row -> row.size() > 2
                        ? Stream.of(row)
                        : table(ROWS, row.get(1)).stream().map(inner -> Stream.concat(
                                        Stream.of(table), inner.stream().skip(1))
                                .toList()))
                .toList();
    }

    private static List<List<String>> table(List<List<String>> rows, String name) {
        return rows.stream().filter(row -> row.get(0).equals(name)).toList();
    }

    private static String lines(List<List<String>> rows) {
        return rows.stream().map(row -> String.join(" | ", row)).collect(joining("\n"));
    }

    private static List<List<String>> read(String file) {
        try (Stream<String> lines = Files.lines(Path.of("src/test/resources/mapping", file))) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split("\\|", -1))
                            .map(String::trim)
                            .toList())
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
