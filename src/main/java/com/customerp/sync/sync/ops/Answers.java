package com.customerp.sync.sync.ops;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.sync.Outcome;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Parts of answers that several actions share: names, ids, reasons and sentences of the sync itself. */
final class Answers {
    private Answers() {}

    /** Names a record. */
    static ObjectNode of(Entity entity, String customerpId) {
        return JsonNodeFactory.instance.objectNode().put("entity", entity.key()).put("id", customerpId);
    }

    /** What came of a record. */
    static ObjectNode of(Entity entity, String customerpId, Outcome outcome) {
        ObjectNode answer = of(entity, customerpId);
        if (outcome.powerOfficeId() != null) {
            answer.put("powerOfficeId", outcome.powerOfficeId());
        }
        answer.put("result", outcome.result().key());
        if (outcome.problem() != null) {
            problem(answer, outcome.problem());
        }
        return answer;
    }

    /** The other system's own words are left out: they may repeat values of the record. */
    static void problem(ObjectNode answer, Problem problem) {
        answer.put("reason", problem.reason().code())
                .put("field", problem.field())
                .put("sentence", problem.sentence());
        problem.candidates().forEach(answer.withArray("/candidates")::add);
    }
}
