package com.customerp.sync.local.customerp;

import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Rules of projects. */
final class ProjectRules {

    private ProjectRules() {}

    /** No project is above itself, directly or through others. */
    static void noCycle(Draft draft) {
        String above = draft.text("parentProjectId");
        while (!above.isEmpty()) {
            if (above.equals(draft.id())) {
                draft.errors().add("/parentProjectId", "makes a cycle");
                return;
            }
            above = draft.records()
                    .find(Entity.PROJECT, above)
                    .map(project -> project.path("parentProjectId").asText(""))
                    .orElse("");
        }
    }

    /**
     * A dot stands only after the number of the parent project, for example J-500.1 below J-500. Looked at when number or
     * parent are written: a project whose parent was given another number can still be edited.
     */
    static void numberBelowParent(Draft draft) {
        String number = draft.text("projectNumber");
        boolean written = draft.changes("projectNumber") || draft.changes("parentProjectId");
        if (!written || !number.contains(".")) {
            return;
        }
        Optional<ObjectNode> parent = draft.records().find(Entity.PROJECT, draft.text("parentProjectId"));
        String start = parent.map(project -> project.path("projectNumber").asText() + ".")
                .orElse("");
        if (start.isEmpty()
                || !number.startsWith(start)
                || number.substring(start.length()).contains(".")) {
            draft.errors().add("/projectNumber", "has a dot that does not follow the parent's number");
        }
    }
}
