package com.customerp.sync.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One pair of records: all that the core needs to know of it.
 *
 * @param entity the pair
 * @param fields the table, in the order in which members are written
 * @param slot PowerOffice's key slot, or null when the pair has none
 * @param keys match keys in order of trust; the first is the slot, or without a slot what does its work
 * @param rules preconditions and exceptions, in the order in which they are asked
 * @param removal what follows when the other side's record was deleted
 * @param refusals how PowerOffice's refusals are read, first match wins
 * @param bulkField the field whose value PowerOffice's bulk filter takes, or null when it has none
 * @param owner the record below which PowerOffice keeps it, or null
 * @param lock a status that locks the record in PowerOffice, or null
 * @param invoicing how it is found again after it was invoiced, or null when it never is
 * @param lines the record's lines, or null when it has none
 */
public record Mapping(
        Entity entity,
        List<Field> fields,
        @Nullable Slot slot,
        List<MatchKey> keys,
        List<RecordRule> rules,
        Removal removal,
        List<Refusal> refusals,
        @Nullable String bulkField,
        @Nullable Owner owner,
        @Nullable Lock lock,
        @Nullable Invoicing invoicing,
        @Nullable LineTable lines) {

    public Mapping {
        fields = List.copyOf(fields);
        keys = List.copyOf(keys);
        rules = List.copyOf(rules);
        refusals = List.copyOf(refusals);
    }

    /** Begins a mapping. */
    static MappingBuilder of(Entity entity) {
        return new MappingBuilder(entity);
    }

    /**
     * The field of this name.
     *
     * @throws IllegalArgumentException when the table has no such row
     */
    public Field field(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(entity.key() + " has no field " + name));
    }

    /** The pairs to whose records its own and their lines refer (mapping.md 1.7). */
    public Set<Entity> references() {
        Set<Entity> named = fields.stream()
                .flatMap(field -> field.rule().reference().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Entity.class)));
        if (lines != null) {
            named.addAll(lines.line().references());
        }
        return named;
    }

    /** How a record is archived: CustomERP's field to its value there; empty when it cannot be. */
    public Map<String, JsonNode> archive() {
        return removal instanceof Removal.Archive archive ? archive.values() : Map.of();
    }

    /** PowerOffice's key of the record below which it keeps this one; null when the pair has no such thing. */
    public @Nullable String ownerIn(JsonNode powerOffice) {
        return owner == null ? null : field(owner.field()).canonical(Side.POWEROFFICE, powerOffice);
    }

    /** Whether a body shows its record as archived. */
    public boolean isArchived(Side side, JsonNode body) {
        return !archive().isEmpty()
                && archive().entrySet().stream().allMatch(entry -> {
                    ValueRule rule = field(entry.getKey()).rule();
                    String archived = rule.canonical(Side.CUSTOMERP, entry.getValue());
                    return archived != null
                            && archived.equals(field(entry.getKey()).canonical(side, body));
                });
    }

    /** Value for PowerOffice's bulk filter, taken from the body of a side; empty text when it has none. */
    public String bulkHint(Side side, JsonNode body) {
        return Optional.ofNullable(bulkField)
                .map(name -> field(name).read(side, body).asText(""))
                .filter(hint -> !hint.equals("null"))
                .orElse("");
    }
}
