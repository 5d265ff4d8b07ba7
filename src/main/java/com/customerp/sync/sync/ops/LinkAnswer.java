package com.customerp.sync.sync.ops;

import com.customerp.sync.link.Conflict;
import com.customerp.sync.link.Event;
import com.customerp.sync.link.Link;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is stored of a record, as an operator may see it: no fingerprints, no sealed bodies, no values. */
final class LinkAnswer {
    private LinkAnswer() {}

    /** Where a record stands, and why. */
    static ObjectNode of(Link link) {
        ObjectNode answer = Answers.of(link.entity(), link.customerpId());
        if (link.powerOfficeId() != null) {
            answer.put("powerOfficeId", link.powerOfficeId());
        }
        answer.put("state", link.state().key());
        if (link.problem() != null) {
            Answers.problem(answer, link.problem());
        }
        if (link.attempts() > 0) {
            answer.put("attempts", link.attempts());
        }
        if (link.nextAttemptAt() != null) {
            answer.put("nextAttemptAt", link.nextAttemptAt().toString());
        }
        if (link.lastError() != null) {
            answer.put("lastError", link.lastError());
        }
        return answer;
    }

    /** Adds the fields that are held, and what happened to the record, newest last. */
    static void history(ObjectNode answer, Link link) {
        link.notices()
                .forEach(notice -> Answers.problem(answer.withArray("/notices").addObject(), notice));
        answer.putArray("events");
        link.events().forEach(event -> answer.withArray("/events").add(of(event)));
    }

    /** A conflict without the value that lost. */
    static ObjectNode of(Conflict conflict) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("field", conflict.field())
                .put("loser", conflict.loser().key())
                .put("policy", conflict.policy())
                .put("at", conflict.at().toString());
    }

    private static ObjectNode of(Event event) {
        ObjectNode told = JsonNodeFactory.instance
                .objectNode()
                .put("at", event.at().toString())
                .put("cause", event.cause())
                .put("result", event.result());
        event.fields().forEach(told.withArray("/fields")::add);
        if (event.direction() != null) {
            told.put("direction", event.direction().key());
        }
        if (!event.rule().isEmpty()) {
            told.put("rule", event.rule());
        }
        return told.put("correlationId", event.correlationId());
    }
}
