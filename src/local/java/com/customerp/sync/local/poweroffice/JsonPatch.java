package com.customerp.sync.local.poweroffice;

import com.customerp.sync.local.poweroffice.Member.Access;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Applies what poweroffice-go-v2.md 6 leaves of JSON Patch: {@code replace} of patchable members and {@code add} of a
 * whole address.
 */
final class JsonPatch {
    private final Resource resource;
    private final ObjectNode target;
    private final boolean addressOnlyByAdd;
    private final Consumer<String> afterEach;
    private final Set<String> touched = new HashSet<>();

    private JsonPatch(Resource resource, ObjectNode target, boolean addressOnlyByAdd, Consumer<String> afterEach) {
        this.resource = resource;
        this.target = target;
        this.addressOnlyByAdd = addressOnlyByAdd;
        this.afterEach = afterEach;
    }

    /**
     * Changes {@code target}.
     *
     * @param addressOnlyByAdd whether members of an address that is not there cannot be replaced
     * @param afterEach told the member after each replace
     * @return names of the members that were written
     * @throws Refusal 400 when an operation is none, is not supported or names an unknown path
     */
    static Set<String> apply(
            Resource resource,
            ObjectNode target,
            JsonNode operations,
            boolean addressOnlyByAdd,
            Consumer<String> afterEach) {
        if (!operations.isArray() || operations.isEmpty()) {
            throw Refusal.badRequest("A JSON Patch document is an array of operations.");
        }
        JsonPatch patch = new JsonPatch(resource, target, addressOnlyByAdd, afterEach);
        operations.forEach(patch::apply);
        return patch.touched;
    }

    private void apply(JsonNode operation) {
        JsonNode path = operation.path("path");
        JsonNode value = operation.path("value");
        if (!path.isTextual() || !path.textValue().startsWith("/") || value.isMissingNode()) {
            throw Refusal.badRequest("A JSON Patch operation needs op, path and value.");
        }
        String op = operation.path("op").asText();
        String[] segments = path.textValue().substring(1).split("/", -1);
        if (op.equals("replace")) {
            replace(segments, value);
        } else if (op.equals("add") && path.textValue().equals("/" + Tables.MAIL_ADDRESS)) {
            addAddress(value);
        } else {
            throw Refusal.badRequest("The operation '" + op + "' is not supported here.");
        }
    }

    private void replace(String[] segments, JsonNode value) {
        Member member = patchable(resource.shape(), segments[0]);
        touched.add(member.name());
        if (member.shape() == null) {
            if (segments.length > 1) {
                throw targetNotFound(segments[1]);
            }
            target.set(member.name(), Bodies.value(member.name(), member, value));
            afterEach.accept(member.name());
            return;
        }
        if (segments.length != 2) {
            throw targetNotFound(segments[segments.length - 1]);
        }
        Member inner = patchable(member.shape(), segments[1]);
        if (!target.path(member.name()).isObject()) {
            if (addressOnlyByAdd) {
                throw targetNotFound(segments[1]);
            }
            target.putObject(member.name());
        }
        String name = member.name() + "/" + inner.name();
        ((ObjectNode) target.path(member.name())).set(inner.name(), Bodies.value(name, inner, value));
    }

    private void addAddress(JsonNode value) {
        Member address =
                resource.shape().member(Tables.MAIL_ADDRESS).orElseThrow(() -> targetNotFound(Tables.MAIL_ADDRESS));
        if (!value.isObject()) {
            throw Refusal.badRequest(Tables.MAIL_ADDRESS + ": an object is expected.");
        }
        touched.add(address.name());
        target.set(address.name(), Bodies.value(address.name(), address, value));
    }

    private static Member patchable(Shape shape, String segment) {
        return shape.member(segment)
                .filter(member -> member.access() == Access.CREATE_AND_PATCH)
                .orElseThrow(() -> targetNotFound(segment));
    }

    private static Refusal targetNotFound(String segment) {
        return Refusal.badRequest("The target location specified by path segment '" + segment + "' was not found.");
    }
}
