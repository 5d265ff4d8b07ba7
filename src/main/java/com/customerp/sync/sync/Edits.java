package com.customerp.sync.sync;

import com.customerp.sync.link.Bases;
import com.customerp.sync.link.LineLink;
import com.customerp.sync.link.Link;
import com.customerp.sync.mapping.Direction;
import com.customerp.sync.mapping.LineTable;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Side;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what a side changed since it was last seen, whatever the other side holds. */
record Edits(Mapping mapping, Bookkeeping bookkeeping, Link link) {

    /** The first field or line that differs from its base. */
    Optional<String> first(Side side, JsonNode body) {
        return firstBut(Set.of(), side, body);
    }

    /** The same, with some fields left out. */
    Optional<String> firstBut(Set<String> exceptions, Side side, JsonNode body) {
        return field(mapping, link.bases(), exceptions, side, body).or(() -> line(side, body));
    }

    private Optional<String> field(
            Mapping table, Map<String, Bases> bases, Set<String> exceptions, Side side, JsonNode body) {
        return table.fields().stream()
                .filter(field -> !exceptions.contains(field.name()))
                .filter(field -> field.direction() == Direction.BOTH || side == Side.POWEROFFICE)
                .filter(field -> {
                    Bases known = bases.get(field.name());
                    return known != null
                            && !bookkeeping
                                    .base(side, field, field.read(side, body))
                                    .equals(known.of(side));
                })
                .map(field -> field.name())
                .findFirst();
    }

    private Optional<String> line(Side side, JsonNode body) {
        LineTable table = mapping.lines();
        if (table == null || !table.read(side, body).isArray()) {
            return Optional.empty();
        }
        List<Lines.Line> lines = Lines.inOrder(table, side, body);
        List<String> known = link.lines().stream()
                .map(line -> side == Side.CUSTOMERP ? line.customerpId() : line.powerOfficeId())
                .toList();
        if (!lines.stream().map(Lines.Line::id).toList().equals(known)) {
            return Optional.of(table.name());
        }
        for (int i = 0; i < lines.size(); i++) {
            LineLink line = link.lines().get(i);
            Optional<String> edited = field(
                    table.line(), line.bases(), Set.of(), side, lines.get(i).body());
            if (edited.isPresent()) {
                return edited.map(name -> table.name() + "/" + line.customerpId() + "/" + name);
            }
        }
        return Optional.empty();
    }
}
