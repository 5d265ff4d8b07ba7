package com.customerp.sync.local.customerp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A member that writers may set.
 *
 * @param required create needs it and no patch can clear it
 */
record Member(String name, Kind kind, boolean required) {

    static Member optional(String name, Kind kind) {
        return new Member(name, kind, false);
    }

    static Member required(String name, Kind kind) {
        return new Member(name, kind, true);
    }

    /** These members of {@code raw} as they are stored; absent ones as null, unknown ones left out. */
    static ObjectNode storedAll(List<Member> members, ObjectNode raw, String pointer, Errors errors) {
        ObjectNode stored = Json.object();
        for (Member member : members) {
            stored.set(member.name, member.stored(raw.get(member.name), pointer + "/" + member.name, errors));
        }
        return stored;
    }

    private JsonNode stored(JsonNode raw, String pointer, Errors errors) {
        Errors own = new Errors();
        JsonNode value = raw == null || raw.isNull() ? Json.NODES.nullNode() : kind.stored(raw, pointer, own);
        if (required && value.isNull() && own.isEmpty()) {
            own.add(pointer, "is required");
        }
        errors.addAll(own);
        return value;
    }
}
