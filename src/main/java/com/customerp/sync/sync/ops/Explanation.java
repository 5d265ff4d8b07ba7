package com.customerp.sync.sync.ops;

import com.customerp.sync.link.Bases;
import com.customerp.sync.link.Link;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.Bookkeeping;
import com.customerp.sync.sync.Engines;
import com.customerp.sync.sync.RemoteRecord;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Explains one record: what is stored of it, which fields are no longer as they were, and what would happen now. */
record Explanation(Engines.Parts parts, Ops.Pairings pairings, String correlationId) {

    ObjectNode answer(Entity entity, String customerpId) {
        Optional<Link> link = parts.links().find(entity, customerpId);
        ObjectNode answer = link.map(LinkAnswer::of)
                .orElseGet(() -> Answers.of(entity, customerpId).put("state", "unknown"));
        link.ifPresent(known -> LinkAnswer.history(answer, known));
        ArrayNode conflicts = answer.putArray("conflicts");
        parts.links().conflicts(entity, customerpId).forEach(conflict -> conflicts.add(LinkAnswer.of(conflict)));
        Optional<Engines.Pairing> pairing = pairings.of(entity);
        if (pairing.isPresent()) {
            link.ifPresent(known -> differences(answer, known, pairing.get().mapping()));
            answer.set("now", new DryRun(parts, pairings::of, correlationId).one(entity, customerpId));
        }
        return answer;
    }

    /** The fields that a side no longer shows as they were when both were last compared. */
    private void differences(ObjectNode answer, Link link, Mapping mapping) {
        ObjectNode changed = answer.putObject("changed");
        Bookkeeping bookkeeping = new Bookkeeping(mapping, parts.fingerprints());
        for (Side side : Side.values()) {
            String path = side == Side.CUSTOMERP ? link.customerpId() : link.powerOfficePath();
            Optional<RemoteRecord> record = path == null || Link.isProvisional(path)
                    ? Optional.empty()
                    : parts.systems().of(side).read(link.entity(), path);
            if (record.isEmpty()) {
                changed.putNull(side.key());
                continue;
            }
            ArrayNode fields = changed.putArray(side.key());
            for (Field field : mapping.fields()) {
                Bases bases = link.bases().get(field.name());
                String now = bookkeeping.base(
                        side, field, field.read(side, record.get().body()));
                if (bases != null && !bases.of(side).equals(now)) {
                    fields.add(field.name());
                }
            }
        }
    }
}
