package com.customerp.sync.link;

import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.mapping.Side;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The parts of a link as attributes of its item, both ways. */
final class LinkParts {
    private LinkParts() {}

    static AttributeValue bases(Bases bases) {
        return texts(List.of(bases.customerp(), bases.powerOffice()));
    }

    static Bases readBases(AttributeValue value) {
        List<String> sides = readTexts(value);
        return new Bases(sides.get(0), sides.get(1));
    }

    static AttributeValue allBases(Map<String, Bases> bases) {
        return AttributeValue.fromM(bases.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> bases(entry.getValue()))));
    }

    static Map<String, Bases> readAllBases(AttributeValue value) {
        return value.m().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> readBases(entry.getValue())));
    }

    /** Short, because an order has up to 1,000 lines and an item at most 400 KB: ids, then {@code field:c,p} of each. */
    static AttributeValue line(LineLink line) {
        String bases = line.bases().entrySet().stream()
                .map(entry -> entry.getKey() + ":" + compact(entry.getValue()))
                .collect(Collectors.joining(";"));
        return texts(List.of(line.customerpId(), line.powerOfficeId(), bases));
    }

    static LineLink readLine(AttributeValue value) {
        List<String> texts = readTexts(value);
        Map<String, Bases> bases = Arrays.stream(texts.get(2).split(";"))
                .filter(text -> !text.isEmpty())
                .map(text -> text.split(":", 2))
                .collect(Collectors.toMap(part -> part[0], part -> readCompact(part[1])));
        return new LineLink(texts.get(0), texts.get(1), bases);
    }

    /** Equal values have equal fingerprints: one stands for both. */
    private static String compact(Bases bases) {
        return bases.customerp().equals(bases.powerOffice())
                ? bases.customerp()
                : bases.customerp() + "," + bases.powerOffice();
    }

    private static Bases readCompact(String text) {
        String[] sides = text.split(",", 2);
        return new Bases(sides[0], sides[sides.length - 1]);
    }

    static AttributeValue seen(Seen seen) {
        Map<String, AttributeValue> part = new HashMap<>();
        part.put("digest", AttributeValue.fromS(seen.digest()));
        LinkItem.put(part, "version", seen.version(), AttributeValue::fromS);
        return AttributeValue.fromM(part);
    }

    static Seen readSeen(AttributeValue value) {
        return new Seen(value.m().get("digest").s(), LinkItem.get(value.m(), "version", AttributeValue::s));
    }

    static AttributeValue lease(Lease lease) {
        return AttributeValue.fromM(
                Map.of("owner", AttributeValue.fromS(lease.owner()), "until", instant(lease.until())));
    }

    static Lease readLease(AttributeValue value) {
        return new Lease(value.m().get("owner").s(), readInstant(value.m().get("until")));
    }

    static AttributeValue problem(Problem problem) {
        Map<String, AttributeValue> part = new HashMap<>();
        part.put("reason", AttributeValue.fromS(problem.reason().code()));
        part.put("field", AttributeValue.fromS(problem.field()));
        part.put("sentence", AttributeValue.fromS(problem.sentence()));
        LinkItem.put(part, "detail", problem.detail(), AttributeValue::fromS);
        part.put("candidates", texts(problem.candidates()));
        return AttributeValue.fromM(part);
    }

    static Problem readProblem(AttributeValue value) {
        Map<String, AttributeValue> part = value.m();
        return new Problem(
                Reason.valueOf(part.get("reason").s().toUpperCase(Locale.ROOT)),
                part.get("field").s(),
                part.get("sentence").s(),
                LinkItem.get(part, "detail", AttributeValue::s),
                readTexts(part.get("candidates")));
    }

    static AttributeValue event(Event event) {
        Map<String, AttributeValue> part = new HashMap<>();
        part.put("at", instant(event.at()));
        part.put("cause", AttributeValue.fromS(event.cause()));
        part.put("result", AttributeValue.fromS(event.result()));
        part.put("fields", texts(event.fields()));
        LinkItem.put(part, "direction", event.direction(), LinkParts::side);
        part.put("rule", AttributeValue.fromS(event.rule()));
        part.put("correlationId", AttributeValue.fromS(event.correlationId()));
        return AttributeValue.fromM(part);
    }

    static Event readEvent(AttributeValue value) {
        Map<String, AttributeValue> part = value.m();
        return new Event(
                readInstant(part.get("at")),
                part.get("cause").s(),
                part.get("result").s(),
                readTexts(part.get("fields")),
                LinkItem.get(part, "direction", LinkParts::readSide),
                part.get("rule").s(),
                part.get("correlationId").s());
    }

    static AttributeValue side(Side side) {
        return AttributeValue.fromS(side.key());
    }

    static Side readSide(AttributeValue value) {
        return Side.valueOf(value.s().toUpperCase(Locale.ROOT));
    }

    static AttributeValue instant(Instant at) {
        return AttributeValue.fromS(at.toString());
    }

    static Instant readInstant(AttributeValue value) {
        return Instant.parse(value.s());
    }

    private static AttributeValue texts(List<String> texts) {
        return LinkItem.list(texts, AttributeValue::fromS);
    }

    private static List<String> readTexts(AttributeValue value) {
        return LinkItem.readList(value, AttributeValue::s);
    }
}
