package com.customerp.sync.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a {@link Mapping} together part by part, as mapping.md describes a pair. Not thread-safe. */
final class MappingBuilder {
    private final Entity entity;
    private final List<Field> fields = new ArrayList<>();
    private @Nullable Slot slot;
    private List<MatchKey> keys = List.of();
    private List<RecordRule> rules = List.of();
    private Removal removal = new Removal.Delete();
    private List<Refusal> refusals = List.of();
    private @Nullable String bulkField;
    private @Nullable Owner owner;
    private @Nullable Lock lock;
    private @Nullable Invoicing invoicing;
    private @Nullable LineTable lines;

    MappingBuilder(Entity entity) {
        this.entity = entity;
    }

    /** More rows of the table, behind those that are there. */
    MappingBuilder fields(List<Field> more) {
        fields.addAll(more);
        return this;
    }

    /** More rows of the table, behind those that are there. */
    MappingBuilder fields(Field... more) {
        return fields(List.of(more));
    }

    MappingBuilder slot(Slot where) {
        slot = where;
        return this;
    }

    /** In order of trust. */
    MappingBuilder keys(MatchKey... inOrder) {
        keys = List.of(inOrder);
        return this;
    }

    /** In the order in which they are asked. */
    MappingBuilder rules(RecordRule... inOrder) {
        rules = List.of(inOrder);
        return this;
    }

    /** A deleted record's counterpart is archived by these values, unless a rule objects. */
    MappingBuilder archivedBy(Map<String, JsonNode> values, RecordRule... objections) {
        removal = new Removal.Archive(values, List.of(objections));
        return this;
    }

    /** First match wins. */
    MappingBuilder refusals(Refusal... inOrder) {
        refusals = List.of(inOrder);
        return this;
    }

    MappingBuilder bulkField(String name) {
        bulkField = name;
        return this;
    }

    MappingBuilder owner(Owner record) {
        owner = record;
        return this;
    }

    MappingBuilder lock(Lock status) {
        lock = status;
        return this;
    }

    MappingBuilder invoicing(Invoicing way) {
        invoicing = way;
        return this;
    }

    MappingBuilder lines(LineTable table) {
        lines = table;
        return this;
    }

    Mapping build() {
        return new Mapping(
                entity, fields, slot, keys, rules, removal, refusals, bulkField, owner, lock, invoicing, lines);
    }
}
