package com.customerp.sync.local.poweroffice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One create or PATCH on its way.
 *
 * @param before the record before, or null on create
 * @param after the record as it will be; rules may change it
 * @param touched names of the members that are written
 * @param faults sentences about what is wrong
 */
record Write(
        Tenant tenant,
        Resource resource,
        @Nullable ObjectNode before,
        ObjectNode after,
        Set<String> touched,
        List<String> faults) {

    static Write create(Tenant tenant, Resource resource, ObjectNode body) {
        Set<String> all =
                Set.copyOf(resource.shape().members().stream().map(Member::name).toList());
        return new Write(tenant, resource, null, body, all, new ArrayList<>());
    }

    static Write patch(Tenant tenant, Resource resource, ObjectNode before, ObjectNode after, Set<String> touched) {
        return new Write(tenant, resource, before, after, touched, new ArrayList<>());
    }

    boolean isCreate() {
        return before == null;
    }

    /** Whether one of these members is written; always true on create. */
    boolean touches(String... members) {
        for (String member : members) {
            if (touched.contains(member)) {
                return true;
            }
        }
        return false;
    }

    JsonNode value(String member) {
        return after.path(member);
    }

    /** The value before; missing on create. */
    JsonNode was(String member) {
        return before == null ? MissingNode.getInstance() : before.path(member);
    }

    /** Whether the member will hold nothing. */
    boolean isBlank(String member) {
        return isBlank(value(member));
    }

    static boolean isBlank(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || value.isTextual() && value.textValue().isBlank();
    }

    void refuse(String sentence) {
        faults.add(sentence);
    }
}
