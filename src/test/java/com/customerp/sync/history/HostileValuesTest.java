package com.customerp.sync.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.State;
import com.customerp.sync.local.http.Fault;
import com.customerp.sync.local.http.Faults;
import com.customerp.sync.local.http.Response;
import com.customerp.sync.local.poweroffice.Resource;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.JsonValues;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.Sweep;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * A system shows any JSON at all in one field of its records: no sweep and no webhook ends in anything but a decision about
 * the record, and neither system has a record more or less.
 */
class HostileValuesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONG = Duration.ofMinutes(13);

    @Property(tries = 120, seed = "20261126", edgeCases = EdgeCasesMode.NONE)
    void noValueStopsTheSyncOrCostsARecord(
            @ForAll Entity entity, @ForAll Side side, @ForAll("numbers") int field, @ForAll("values") JsonNode value) {
        History history = new History(Setting.PLAIN, Bug.NONE);
        history.begin();
        Company company = history.company;
        TreeMap<String, Integer> before = records(company);
        JsonPointer member = member(Company.mapping(entity), side, field);
        faults(company, side)
                .when(request ->
                        request.method().equals("GET") && request.path().contains("/" + collection(entity, side)))
                .then(Fault.rewrites(answer -> withValue(answer, member, value)));
        runEverything(company);
        faults(company, side).clear();
        assertEquals(before, records(company), () -> member + " of " + entity + " as " + value);
        runEverything(company);
        assertEquals(before, records(company), () -> member + " of " + entity + " after " + value);
    }

    @Example
    void aReferenceThatCanBeNoIdParksItsOwnRecordOnly() {
        History history = new History(Setting.PLAIN, Bug.NONE);
        history.begin();
        Company company = history.company;
        Set<String> known = ids(company);
        history.births.another(Side.CUSTOMERP, Entity.CONTACT, 0, 2);
        history.births.another(Side.CUSTOMERP, Entity.CONTACT, 1, 3);
        List<String> born =
                ids(company).stream().filter(id -> !known.contains(id)).sorted().toList();
        faults(company, Side.CUSTOMERP)
                .when(request -> request.path().contains("/contacts"))
                .then(Fault.rewrites(answer -> answer.withBody(answer.text()
                        .replaceAll("(\"id\":\"" + born.get(0) + "\"[^{}]*\"customerId\":)\"[^\"]*\"", "$1\"../x\"")
                        .getBytes(StandardCharsets.UTF_8))));
        company.webhooks.lose();
        company.sweep(Entity.CONTACT, Sweep.Mode.CHANGES, LONG);
        assertEquals(
                List.of(State.PARKED, State.LINKED),
                born.stream()
                        .map(id -> company.links
                                .find(Entity.CONTACT, id)
                                .map(Link::state)
                                .orElse(State.CREATING))
                        .toList());
    }

    private static Set<String> ids(Company company) {
        return company.customerp.all(Entity.CONTACT).stream()
                .map(contact -> contact.path("id").asText())
                .collect(Collectors.toSet());
    }

    /** Any JSON, and ids that would lead an address elsewhere. */
    @Provide
    Arbitrary<JsonNode> values() {
        Arbitrary<JsonNode> ids = Arbitraries.of("../x", "..", "a/b", "C-1?x=1", "a,b", "%2e%2e", "x\r\nx: y", "")
                .map(TextNode::valueOf);
        return Arbitraries.frequencyOf(Tuple.of(3, JsonValues.any()), Tuple.of(1, ids));
    }

    @Provide
    Arbitrary<Integer> numbers() {
        return Arbitraries.integers().between(0, 999);
    }

    private static void runEverything(Company company) {
        for (Entity entity : Entity.ORDER_OF_WORK) {
            company.clock.pass(Duration.ofHours(7));
            company.sweep(entity, Sweep.Mode.CHANGES, LONG);
            company.sweep(entity, Sweep.Mode.FULL, LONG);
            for (Link link : company.links.all(entity, null).links()) {
                company.webhook(entity, link.customerpId());
            }
        }
    }

    private static JsonPointer member(Mapping mapping, Side side, int number) {
        List<Field> fields = new ArrayList<>(mapping.fields());
        return fields.get(number % fields.size()).pointer(side);
    }

    private static Faults faults(Company company, Side side) {
        return side == Side.CUSTOMERP ? company.customerp.faults() : company.powerOffice.faults();
    }

    private static String collection(Entity entity, Side side) {
        return side == Side.CUSTOMERP
                ? entity.collection()
                : Resource.of(entity).path();
    }

    /** How many records each system has, by pair. */
    private static TreeMap<String, Integer> records(Company company) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        for (Entity entity : Entity.values()) {
            counts.put(entity + " in CustomERP", company.customerp.all(entity).size());
            counts.put(
                    entity + " in PowerOffice",
                    company.powerOffice.user().all(Resource.of(entity)).size());
        }
        return counts;
    }

    private static Response withValue(Response answer, JsonPointer member, JsonNode value) {
        if (answer.status() != 200) {
            return answer;
        }
        try {
            JsonNode body = JSON.readTree(answer.body());
            JsonNode records = body.path("items").isArray() ? body.path("items") : body;
            if (records.isArray()) {
                records.forEach(record -> set(record, member, value));
            } else {
                set(records, member, value);
            }
            return answer.withBody(JSON.writeValueAsBytes(body));
        } catch (IOException notJson) {
            throw new AssertionError(notJson);
        }
    }

    private static void set(JsonNode record, JsonPointer member, JsonNode value) {
        JsonNode parent = record.at(member.head());
        if (parent instanceof ObjectNode object) {
            String name = member.last().getMatchingProperty();
            if (value.isMissingNode()) {
                object.remove(name);
            } else {
                object.set(name, value);
            }
        }
    }
}
