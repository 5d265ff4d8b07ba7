package com.customerp.sync.local.poweroffice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What records are known by besides their ids: contacts by their number, products by their code, projects by the code
 * that is shown. A subproject keeps its own code and is shown as {@code parent.code}, at any depth (mapping.md 7.2).
 */
record Codes(Tenant tenant) {
    static final String CODE = "Code";
    static final String INCLUDE_BELOW = "includeSubProjects";

    /** Number or code of a record; null or missing when it has none. */
    JsonNode of(Resource resource, ObjectNode row) {
        return switch (resource) {
            case PRODUCTS -> row.path(CODE);
            case PROJECTS -> ofProject(row, new HashSet<>());
            default -> row.path(Numbers.NUMBER);
        };
    }

    /** The record that is known by this number or code. */
    Optional<ObjectNode> holder(Resource resource, JsonNode code) {
        return tenant.store(resource).all().stream()
                .filter(row -> of(resource, row).asText().equals(code.asText()))
                .findFirst();
    }

    /** Whether a project has itself among its parents. */
    boolean isBelowItself(ObjectNode project) {
        Set<String> seen = new HashSet<>();
        Optional<ObjectNode> above = Optional.of(project);
        while (above.isPresent()) {
            if (!seen.add(above.get().path("Id").asText())) {
                return true;
            }
            above = parent(above.get());
        }
        return false;
    }

    /** Refuses a code that another record has, where codes are unique; the text names the holder. */
    void checkFree(Write write) {
        JsonNode code = of(write.resource(), write.after());
        if (!tenant.has(Quirk.CODES_UNIQUE) || Write.isBlank(code)) {
            return;
        }
        String own = write.value("Id").asText();
        tenant.store(write.resource()).all().stream()
                .filter(row -> !row.path("Id").asText().equals(own))
                .filter(row -> of(write.resource(), row).equals(code))
                .findFirst()
                .ifPresent(holder -> write.refuse(
                        "Code is already in use by the " + write.resource().noun() + " with Id "
                                + holder.path("Id").asText() + "."));
    }

    private JsonNode ofProject(ObjectNode row, Set<String> seen) {
        JsonNode own = row.path(CODE);
        seen.add(row.path("Id").asText());
        JsonNode above = parent(row)
                .filter(parent -> !seen.contains(parent.path("Id").asText()))
                .map(parent -> ofProject(parent, seen))
                .orElse(MissingNode.getInstance());
        return Write.isBlank(own) || Write.isBlank(above) ? own : TextNode.valueOf(above.asText() + "." + own.asText());
    }

    private Optional<ObjectNode> parent(ObjectNode project) {
        JsonNode parent = project.path(ProjectTables.PARENT);
        return Write.isBlank(parent)
                ? Optional.empty()
                : tenant.store(Resource.PROJECTS).read(parent.asText());
    }
}
