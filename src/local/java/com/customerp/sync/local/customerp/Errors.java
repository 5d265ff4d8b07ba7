package com.customerp.sync.local.customerp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;

/** The values of one body that are refused, all of them, in the order found. */
final class Errors {
    private final List<Refused> refused = new ArrayList<>();

    /**
     * One refused value.
     *
     * @param pointer JSON Pointer into the request body
     */
    record Refused(String pointer, String message) {}

    /** Notes a refused value; only the first word on one value counts. */
    void add(String pointer, String message) {
        if (refused.stream().noneMatch(one -> one.pointer().equals(pointer))) {
            refused.add(new Refused(pointer, message));
        }
    }

    void addAll(Errors others) {
        others.refused.forEach(one -> add(one.pointer(), one.message()));
    }

    boolean isEmpty() {
        return refused.isEmpty();
    }

    /** Ends the request with 422 when anything was refused. */
    void throwIfAny() {
        if (refused.isEmpty()) {
            return;
        }
        String detail = refused.size() == 1 ? "1 value is refused." : refused.size() + " values are refused.";
        ProblemException problem = new ProblemException(422, "/problems/validation", "Values refused", detail);
        ArrayNode list = problem.members().putArray("errors");
        for (Refused one : refused) {
            list.addObject().put("pointer", one.pointer()).put("message", one.message());
        }
        throw problem;
    }
}
