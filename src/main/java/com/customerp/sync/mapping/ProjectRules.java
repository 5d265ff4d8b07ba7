package com.customerp.sync.mapping;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Preconditions of projects (mapping.md 7.4, 7.6). */
final class ProjectRules {
    private static final String PARENT = "parentProjectId";
    private static final String METHOD = "billingMethod";
    private static final String PRICE = "fixedPrice";

    private ProjectRules() {}

    /** No project is above itself, directly or through others. */
    static void noRing(Draft draft) {
        Set<String> above = new HashSet<>();
        Optional<String> next = isNewParent(draft) ? parent(draft) : Optional.empty();
        while (next.isPresent()) {
            boolean ring = draft.customerpId().filter(next.get()::equals).isPresent() || !above.add(next.get());
            if (ring) {
                draft.park(Problem.of(Reason.NOT_ALLOWED, PARENT, "the parents of the project make a ring"));
                return;
            }
            next = draft.facts()
                    .inCustomerp(Entity.PROJECT, next.get())
                    .map(project -> project.path(PARENT))
                    .filter(id -> id.isTextual() && !id.asText().isBlank())
                    .map(id -> id.asText().trim());
        }
    }

    private static boolean isNewParent(Draft draft) {
        return draft.target(PARENT).isPresent() || draft.isUnresolved(PARENT);
    }

    private static Optional<String> parent(Draft draft) {
        return draft.has(PARENT) ? Optional.of(draft.merged(PARENT).asText().trim()) : Optional.empty();
    }

    /** A fixed price goes with that way of billing: it comes after the method, and leaves before it. */
    static void fixedPrice(Draft draft) {
        boolean fixed = draft.merged(METHOD).asText().equals("fixedPrice");
        if (fixed) {
            return;
        }
        if (draft.writes(METHOD) && draft.powerOffice(PRICE).isNumber()) {
            draft.send(PRICE, NullNode.getInstance());
            draft.first(PRICE);
        } else if (draft.writes(PRICE) && draft.has(PRICE)) {
            draft.hold(
                    PRICE,
                    Problem.of(
                            Reason.NOT_ALLOWED, PRICE, "a fixed price is kept only while billingMethod is fixedPrice"));
        }
    }
}
