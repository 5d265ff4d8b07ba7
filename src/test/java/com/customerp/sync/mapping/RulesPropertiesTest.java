package com.customerp.sync.mapping;

import static com.customerp.sync.mapping.NamedRules.LINKS;
import static com.customerp.sync.mapping.NamedRules.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** What holds for every value rule and every value. The seeds are fixed, so that each run checks the same values. */
class RulesPropertiesTest {

    @Property(seed = "1", tries = 3000)
    void no_JSON_makes_reading_fail_and_writing_fails_only_as_promised(
            @ForAll("anyRule") String rule,
            @ForAll Side side,
            @ForAll("anyJson") JsonNode value,
            @ForAll("anyJson") JsonNode other) {
        rule(rule).canonical(side, value);
        rule(rule).tolerates(side, value, other);
        written(rule, side, value);
    }

    @Property(seed = "2", tries = 3000)
    void what_is_written_equals_what_was_read(@ForAll("validValues") Valid valid) {
        Side target = valid.source().other();
        JsonNode written = rule(valid.rule()).write(target, valid.value(), LINKS);
        assertEquals(
                rule(valid.rule()).canonical(valid.source(), valid.value()),
                rule(valid.rule()).canonical(target, written));
    }

    @Property(seed = "3", tries = 3000)
    void whatever_is_written_equals_what_was_read(
            @ForAll("anyValueRule") String rule, @ForAll Side source, @ForAll("anyJson") JsonNode value) {
        written(rule, source.other(), value)
                .ifPresent(written -> assertEquals(
                        rule(rule).canonical(source, value), rule(rule).canonical(source.other(), written)));
    }

    @Property(seed = "4", tries = 3000)
    void nothing_over_a_bound_is_written(
            @ForAll("anyValueRule") String rule, @ForAll Side target, @ForAll("anyJson") JsonNode value) {
        written(rule, target, value)
                .ifPresent(written -> assertTrue(Bounds.hold(rule, target, written), () -> rule + " wrote " + written));
    }

    @Property(seed = "5", tries = 3000)
    void valid_values_are_written_within_the_bounds(@ForAll("validValues") Valid valid) {
        Side target = valid.source().other();
        JsonNode written = rule(valid.rule()).write(target, valid.value(), LINKS);
        assertTrue(Bounds.hold(valid.rule(), target, written), () -> valid.rule() + " wrote " + written);
    }

    @Property(seed = "6", tries = 3000)
    void every_value_is_tolerated_as_itself(
            @ForAll("anyRule") String rule, @ForAll Side side, @ForAll("anyJson") JsonNode value) {
        assertTrue(rule(rule).tolerates(side, value, value));
    }

    @Property(seed = "7", tries = 3000)
    void equal_values_are_tolerated(
            @ForAll("anyRule") String rule, @ForAll Side side, @ForAll("pairs") Tuple2<JsonNode, JsonNode> pair) {
        String sent = rule(rule).canonical(side, pair.get1());
        if (Objects.equals(sent, rule(rule).canonical(side, pair.get2()))) {
            assertTrue(rule(rule).tolerates(side, pair.get1(), pair.get2()));
        }
    }

    @Property
    void a_missing_member_is_a_null(@ForAll("anyRule") String rule, @ForAll Side side) {
        assertEquals(
                rule(rule).canonical(side, NamedRules.json("null")),
                rule(rule).canonical(side, MissingNode.getInstance()));
    }

    private static Optional<JsonNode> written(String rule, Side target, JsonNode value) {
        try {
            return Optional.of(rule(rule).write(target, value, LINKS));
        } catch (InvalidValueException | UnresolvedReferenceException promised) {
            return Optional.empty();
        }
    }

    @Provide
    Arbitrary<String> anyRule() {
        return Arbitraries.of(Stream.concat(NamedRules.VALUES.stream(), Stream.of("ref employee", "ref employee, -1"))
                .toList());
    }

    @Provide
    Arbitrary<String> anyValueRule() {
        return Arbitraries.of(NamedRules.VALUES);
    }

    @Provide
    Arbitrary<JsonNode> anyJson() {
        return JsonValues.any();
    }

    /** Pairs that are often equal: a text and the same text as a server could show it. */
    @Provide
    Arbitrary<Tuple2<JsonNode, JsonNode>> pairs() {
        return Combinators.combine(
                        JsonValues.any(),
                        JsonValues.any(),
                        Arbitraries.integers().between(-2, 5))
                .as((first, second, how) -> Tuple.of(first, how < 0 ? second : JsonValues.respelled(first, how)))
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<Valid> validValues() {
        return Arbitraries.of(NamedRules.VALUES).flatMap(rule -> Arbitraries.of(Side.values())
                .flatMap(source -> JsonValues.valid(rule, source).map(value -> new Valid(rule, source, value))));
    }

    /** A value that the contract of a side allows. */
    record Valid(String rule, Side source, JsonNode value) {}
}
