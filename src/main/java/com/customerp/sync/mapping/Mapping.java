package com.customerp.sync.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One pair of records: all that the core needs to know of it.
 *
 * @param entity the pair
 * @param fields the table, in the order in which members are written
 * @param slot PowerOffice's key slot, or null when the pair has none
 * @param keys match keys in order of trust, the slot first
 * @param rules preconditions and exceptions, in the order in which they are asked
 * @param archiveRules what may stop an archive that answers a delete
 * @param archive how a record is archived: CustomERP's field to its value there (mapping.md 1.8)
 * @param refusals how PowerOffice's refusals are read, first match wins
 * @param bulkField the field whose value PowerOffice's bulk filter takes, or null when it has none
 */
public record Mapping(
        Entity entity,
        List<Field> fields,
        @Nullable Slot slot,
        List<MatchKey> keys,
        List<RecordRule> rules,
        List<RecordRule> archiveRules,
        Map<String, JsonNode> archive,
        List<Refusal> refusals,
        @Nullable String bulkField) {

    public Mapping {
        fields = List.copyOf(fields);
        keys = List.copyOf(keys);
        rules = List.copyOf(rules);
        archiveRules = List.copyOf(archiveRules);
        archive = Map.copyOf(archive);
        refusals = List.copyOf(refusals);
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

    /** Whether a body shows its record as archived. */
    public boolean isArchived(Side side, JsonNode body) {
        return !archive.isEmpty()
                && archive.entrySet().stream().allMatch(entry -> {
                    ValueRule rule = field(entry.getKey()).rule();
                    String archived = rule.canonical(Side.CUSTOMERP, entry.getValue());
                    return archived != null
                            && archived.equals(field(entry.getKey()).canonical(side, body));
                });
    }

    /** Value for PowerOffice's bulk filter, taken from the body of a side; empty text when it has none. */
    public String bulkHint(Side side, JsonNode body) {
        return Optional.ofNullable(bulkField)
                .map(name -> field(name).canonical(side, body))
                .orElse("");
    }
}
