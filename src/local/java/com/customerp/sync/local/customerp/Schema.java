package com.customerp.sync.local.customerp;

import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One collection.
 *
 * @param idPrefix of the ids that the server gives
 * @param firstId number of the first of them
 * @param uniqueMember member that no two living records share, or null
 * @param members what writers may set
 * @param rules what no single member can tell
 */
record Schema(String idPrefix, int firstId, @Nullable String uniqueMember, List<Member> members, List<Rule> rules) {

    /** A bound over several members or records; may also fill in what the server sets. */
    @FunctionalInterface
    interface Rule {
        void check(Draft draft);
    }

    /** A reference in a record. */
    record Reference(String pointer, Entity target, String id) {}

    /** The members as they are stored after a merge patch (RFC 7396) on {@code current}. */
    ObjectNode patched(ObjectNode current, ObjectNode patch, Errors errors) {
        return Member.storedAll(members, merged(current, patch), "", errors);
    }

    /** All references that a record holds. */
    List<Reference> references(ObjectNode record) {
        List<Reference> found = new ArrayList<>();
        collect(members, record, "", found);
        return found;
    }

    private static void collect(List<Member> members, JsonNode object, String pointer, List<Reference> found) {
        for (Member member : members) {
            JsonNode value = object.path(member.name());
            String at = pointer + "/" + member.name();
            if (member.kind() instanceof Kind.Ref ref && value.isTextual()) {
                found.add(new Reference(at, ref.target(), value.textValue()));
            } else if (member.kind() instanceof Kind.Rows rows) {
                for (int i = 0; i < value.size(); i++) {
                    collect(rows.members(), value.get(i), at + "/" + i, found);
                }
            }
        }
    }

    private static ObjectNode merged(JsonNode current, ObjectNode patch) {
        ObjectNode result = current instanceof ObjectNode object ? object.deepCopy() : Json.object();
        patch.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            result.set(
                    entry.getKey(),
                    value instanceof ObjectNode inner ? merged(result.path(entry.getKey()), inner) : value);
        });
        return result;
    }
}
