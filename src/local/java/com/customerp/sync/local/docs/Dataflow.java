package com.customerp.sync.local.docs;

import com.customerp.sync.mapping.Direction;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.EnumTable;
import com.customerp.sync.mapping.EnumTables;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.LineTable;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Mappings;
import com.customerp.sync.mapping.MatchKey;
import com.customerp.sync.mapping.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** {@code docs/dataflow.rst}: what is carried between the two systems, as the mapping tables say it. */
public final class Dataflow {
    private static final Map<String, EnumTable> VALUES = Map.of(
            "invoiceDelivery", EnumTables.INVOICE_DELIVERY,
            "type", EnumTables.PRODUCT_TYPE,
            "project status", EnumTables.PROJECT_STATUS,
            "billingMethod", EnumTables.BILLING_METHOD,
            "order status", EnumTables.ORDER_STATUS);

    private final Rst rst = new Rst();

    private Dataflow() {}

    /** The whole document. */
    public static String document() {
        Dataflow document = new Dataflow();
        document.introduction();
        Entity.ORDER_OF_WORK.forEach(document::pair);
        document.values();
        return document.rst.toString();
    }

    private void introduction() {
        rst.title("CustomERP to PowerOffice GO Dataflow")
                .paragraph(
                        ".. Made from the mapping tables by local/docs/Dataflow; DataflowTest says how to make it anew.")
                .section("Introduction")
                .paragraph("""
                        This document lists every property that is carried between CustomERP and PowerOffice GO, pair by pair, in
                        the order in which records are worked on: a record goes after those that it refers to.

                        Nothing is carried before a record has a link to its one counterpart. A record without a link is compared
                        with the records of the other system by the match keys of its pair, in order of trust. One hit makes a link,
                        several are left to a person, and a key without a hit leaves it to the next one. The arrow ``<->`` stands for
                        a property that is carried both ways, ``->`` for one that only PowerOffice GO is given, and ``<-`` for one
                        that only CustomERP is given.""");
    }

    private void pair(Entity entity) {
        Mapping mapping = Mappings.of(entity);
        String mine = "CustomERP " + name(entity);
        String theirs = "PowerOffice " + Words.inPowerOffice(entity);
        rst.section(mine + " to " + theirs).paragraph("""
                        A link between a %s and a record of %s comes about by these keys:""".formatted(mine, theirs));
        rst.table(keys(mapping, mine, theirs)).paragraph("""
                        A %s that no key finds is created in PowerOffice GO. A record that was first made in PowerOffice GO is
                        created in CustomERP only if ``sync.%s.create-in-customerp`` is true.

                        Once the link is there, the pair keeps in sync, wherever it is edited. These properties are carried:""".formatted(mine, entity.key()));
        rst.table(properties(mapping, mine, theirs));
        LineTable lines = mapping.lines();
        if (lines != null) {
            lines(lines, mine, theirs);
        }
    }

    private static List<List<String>> keys(Mapping mapping, String mine, String theirs) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Trust", mine + " Property", theirs + " Property", "Makes a link when"));
        for (MatchKey key : mapping.keys()) {
            Slot slot = mapping.slot();
            boolean ofSlot = slot != null && key.name().equals("id");
            String path = ofSlot ? slot.path() : mapping.field(property(key)).powerOfficePath();
            rows.add(List.of(
                    Integer.toString(rows.size()),
                    property(key),
                    dotted(path),
                    ofSlot
                            ? "it holds " + Rst.literal("customerp:") + " and the id; "
                                    + Words.note(mapping.entity(), key)
                            : Words.note(mapping.entity(), key)));
        }
        return rows;
    }

    /** The property whose value a key compares. */
    private static String property(MatchKey key) {
        return key.name().split(" ")[0];
    }

    private static List<List<String>> properties(Mapping mapping, String mine, String theirs) {
        List<List<String>> rows = head(mine, theirs);
        Slot slot = mapping.slot();
        if (slot != null) {
            rows.add(row("id", slot.path(), "string", Direction.TO_POWEROFFICE, "key slot"));
        }
        mapping.fields().forEach(field -> rows.add(row(mapping.entity(), field)));
        LineTable lines = mapping.lines();
        if (lines != null) {
            rows.add(row(lines.name(), lines.powerOfficePath(), "array", Direction.BOTH, "see below"));
        }
        return rows;
    }

    private void lines(LineTable lines, String mine, String theirs) {
        rst.subsection(mine + " Lines to " + theirs + " Lines").paragraph("""
                        Lines are linked one by one: by their key slot, and at the first link of two orders by the same product in the
                        same place. Each line keeps in sync by itself, wherever it is edited. A line without a product is a text line.
                        These properties are carried:""");
        Mapping line = lines.line();
        List<List<String>> rows = head(mine + " Line", theirs + " Line");
        rows.add(row(
                lines.id(),
                Objects.requireNonNull(line.slot()).path(),
                "string",
                Direction.TO_POWEROFFICE,
                "key slot; a line first made in PowerOffice is named " + Rst.literal("po-") + " and its Id"));
        rows.add(row(
                lines.customerpPosition(),
                lines.powerOfficePosition(),
                "int32",
                Direction.BOTH,
                "only the order of the lines counts"));
        line.fields().forEach(field -> rows.add(row(line.entity(), field)));
        rst.table(rows);
    }

    private static List<List<String>> head(String mine, String theirs) {
        return new ArrayList<>(List.of(
                List.of(mine + " Property", theirs + " Property", "PowerOffice Data Type", "Direction", "Note")));
    }

    private static List<String> row(Entity entity, Field field) {
        return row(
                field.name(),
                field.powerOfficePath(),
                field.powerOfficeType(),
                field.direction(),
                Words.note(entity, field));
    }

    private static List<String> row(String name, String path, String type, Direction direction, String note) {
        return List.of(name, dotted(path), type, Rst.literal(direction.arrow()), note);
    }

    private void values() {
        rst.section("Values").paragraph("""
                        Properties with a closed list of values are carried word by word. A value that is not in its list is carried
                        nowhere, and the record is parked.""");
        VALUES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> rst.table(values(entry.getKey(), entry.getValue())));
        rst.paragraph("Codes of unitCode, which are the same in both systems:")
                .paragraph(EnumTables.UNIT_CODE.rows().stream()
                        .map(EnumTable.Row::customerp)
                        .collect(Collectors.joining(", "))
                        .replaceAll("(.{80,}?, )", "$1\n")
                        .replace(" \n", "\n"));
    }

    private static List<List<String>> values(String property, EnumTable table) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("CustomERP " + property, "PowerOffice", "Direction"));
        for (EnumTable.Row row : table.rows()) {
            String spelling = row.powerOffice();
            rows.add(List.of(
                    row.customerp(),
                    spelling == null ? "" : spelling,
                    Rst.literal((row.written() ? Direction.BOTH : Direction.TO_CUSTOMERP).arrow())));
        }
        return rows;
    }

    private static String name(Entity entity) {
        return entity.key().substring(0, 1).toUpperCase(Locale.ROOT)
                + entity.key().substring(1);
    }

    private static String dotted(String path) {
        return path.replaceFirst("^/", "").replace('/', '.');
    }
}
