package com.customerp.sync.local.poweroffice;

import com.customerp.sync.local.poweroffice.Member.Trait;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Members that name other records (poweroffice-go-v2.md 7: an unknown one is answered with 404). */
record References(Tenant tenant) {
    /** Id and code of nothing, for members that may be {@link Trait#NONE_IS_MINUS_ONE}. */
    static final String NONE = "-1";

    /** Replaces codes and numbers by the ids they stand for; an id that is sent beside them wins. */
    void resolveTwins(Resource resource, ObjectNode row) {
        for (Member twin : resource.shape().members()) {
            if (twin.twinOf() == null) {
                continue;
            }
            JsonNode code = row.path(twin.name());
            row.remove(twin.name());
            if (!Write.isBlank(code) && Write.isBlank(row.path(twin.twinOf()))) {
                Member base = resource.shape().member(twin.twinOf()).orElseThrow();
                row.set(base.name(), named(twin, base, code));
            }
        }
    }

    private JsonNode named(Member twin, Member base, JsonNode code) {
        if (base.is(Trait.NONE_IS_MINUS_ONE) && code.asText().equals(NONE)) {
            return LongNode.valueOf(Long.parseLong(NONE));
        }
        return tenant.withCode(base.reference(), code)
                .orElseThrow(() -> Refusal.notFound(twin.name() + " names nothing that exists."));
    }

    /** @throws Refusal 404 when a member that is written names what is not there */
    void check(Write write) {
        for (Member member : write.resource().shape().members()) {
            if (member.reference() != null && write.touches(member.name()) && !write.isBlank(member.name())) {
                for (JsonNode id : ids(write.value(member.name()))) {
                    boolean none =
                            member.is(Trait.NONE_IS_MINUS_ONE) && id.asText().equals(NONE);
                    if (!none && !tenant.exists(member.reference(), id)) {
                        throw Refusal.notFound(member.name() + " " + id.asText() + " was not found.");
                    }
                }
            }
        }
    }

    /** Whether any record names this one. */
    boolean isNamed(Resource resource, String id) {
        for (Resource other : Resource.values()) {
            for (ObjectNode row : tenant.store(other).all()) {
                boolean owned = resource == Resource.CUSTOMERS
                        && other.owner().isPresent()
                        && row.path(other.owner().get()).asText().equals(id);
                if (owned || names(other, row, resource, id)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean names(Resource other, ObjectNode row, Resource resource, String id) {
        return other.shape().members().stream()
                .filter(member -> resource.path().equals(member.reference()))
                .anyMatch(member -> row.path(member.name()).asText().equals(id));
    }

    private static Iterable<JsonNode> ids(JsonNode value) {
        return value.isArray() ? value : List.of(value);
    }
}
