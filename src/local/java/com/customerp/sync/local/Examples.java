package com.customerp.sync.local;

import com.customerp.sync.link.Link;
import com.customerp.sync.local.CurlExamples.Example;
import com.customerp.sync.local.CurlExamples.LineExample;
import com.customerp.sync.local.customerp.CustomerpSimulator;
import com.customerp.sync.local.poweroffice.OrderUser;
import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Chooses the records that the examples edit: linked ones, about which there is nothing else to say. */
final class Examples {
    private Examples() {}

    /** The first record of an entity; an order that is a draft, because others are locked in PowerOffice. */
    static Optional<Example> record(FirstLoadReport report, CustomerpSimulator customerp) {
        return report.linked().stream()
                .filter(link -> report.entity() != Entity.ORDER || isDraft(order(link, customerp)))
                .findFirst()
                .map(link -> new Example(report.entity(), link.customerpId(), link.powerOfficePath()));
    }

    /** The first line of the shortest draft: a merge patch of lines holds them all. */
    static Optional<LineExample> line(FirstLoadReport orders, CustomerpSimulator customerp, OrderUser powerOffice) {
        return orders.linked().stream()
                .filter(link -> isDraft(order(link, customerp)))
                .min(Comparator.comparing(
                        link -> order(link, customerp).path("lines").size()))
                .map(link -> new LineExample(
                        link.customerpId(),
                        withMore(order(link, customerp)).toString(),
                        link.powerOfficePath() + "/Lines/" + firstLine(powerOffice.lines(link.powerOfficeId()))));
    }

    private static ObjectNode order(Link link, CustomerpSimulator customerp) {
        return customerp.read(Entity.ORDER, link.customerpId()).orElseGet(JsonNodeFactory.instance::objectNode);
    }

    private static boolean isDraft(ObjectNode order) {
        return order.path("status").asText().equals("draft")
                && !order.path("lines").isEmpty();
    }

    private static ObjectNode withMore(ObjectNode order) {
        ArrayNode lines = order.withArray("lines").deepCopy();
        ((ObjectNode) lines.get(0)).put("quantity", 7);
        lines.forEach(
                line -> line.properties().removeIf(member -> member.getValue().isNull()));
        return JsonNodeFactory.instance.objectNode().set("lines", lines);
    }

    private static String firstLine(List<ObjectNode> lines) {
        return lines.get(0).path("Id").asText();
    }
}
