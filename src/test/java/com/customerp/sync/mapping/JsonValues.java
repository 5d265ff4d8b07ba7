package com.customerp.sync.mapping;

import static net.jqwik.api.Arbitraries.just;
import static net.jqwik.api.Arbitraries.oneOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.FloatNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Values for the properties of the rules: any JSON, JSON that looks right, and values that a contract allows. */
public final class JsonValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JsonValues() {}

    /** Any JSON, much of it nearly right. */
    public static Arbitrary<JsonNode> any() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, plausible()),
                Tuple.of(2, numbers()),
                Tuple.of(1, texts(Arbitraries.strings().all().ofMaxLength(300))),
                Tuple.of(1, trees()));
    }

    /** Texts made of what the rules look for, and the values that documents show. */
    static Arbitrary<JsonNode> plausible() {
        return oneOf(
                just(NullNode.getInstance()),
                just(MissingNode.getInstance()),
                Arbitraries.of(BooleanNode.TRUE, BooleanNode.FALSE),
                texts(Arbitraries.strings()
                        .withChars("0123456789+-(). \u00a0NOMVAno")
                        .ofMaxLength(16)),
                texts(Arbitraries.strings()
                        .withChars("aA\u030aÅßſK@./:?#, \r\n\t\u2000\u0000")
                        .ofMaxLength(12)),
                texts(Arbitraries.of("Print", "EHF", "eFaktura", "draft", "EA", "ea", "2026-03-02T10:00:00Z", "NOK")),
                Arbitraries.of(NamedRules.VALUES).flatMap(rule -> valid(rule, Side.CUSTOMERP)));
    }

    /** A value as a server could show it: blanks, letter case, line ends, Unicode form, number as text. */
    static JsonNode respelled(JsonNode value, int how) {
        if (!value.isTextual()) {
            return value.isNumber() ? TextNode.valueOf(value.asText()) : value;
        }
        String text = value.textValue();
        return TextNode.valueOf(
                switch (how) {
                    case 0 -> " " + text + "\n";
                    case 1 -> text.toUpperCase(Locale.ROOT);
                    case 2 -> text.replace("\n", "\r\n");
                    case 3 -> text + "/";
                    case 4 -> text.replace(" ", "");
                    default -> Normalizer.normalize(text, Normalizer.Form.NFD);
                });
    }

    static Arbitrary<JsonNode> valid(String rule, Side source) {
        boolean customerp = source == Side.CUSTOMERP;
        return switch (rule) {
            case "text 5" -> texts(chars("aÅ\u030a\r\n \u00e9", 0, 5));
            case "email" ->
                texts(Combinators.combine(chars("aÅ.+", 1, 20), chars("aB.", 1, 20))
                        .as((name, host) -> name + "@" + host));
            case "phone" -> texts(chars("0123456789+() -", 0, 50));
            case "url" -> texts(chars("aA:/?#.@ ", 0, 40));
            case "digits" ->
                Arbitraries.longs()
                        .between(1, 999_999_999_999_999_999L)
                        .map(n -> customerp ? TextNode.valueOf(Long.toString(n)) : LongNode.valueOf(n));
            case "code 5" -> texts(chars("aA1.-", 1, 5));
            case "flag false", "flag true", "bool" ->
                Arbitraries.of(BooleanNode.TRUE, BooleanNode.FALSE, NullNode.getInstance());
            case "date" ->
                Combinators.combine(
                                Arbitraries.longs().between(-700_000, 100_000),
                                Arbitraries.of("", "T00:00:00", " 12:00+01"))
                        .as((day, time) -> TextNode.valueOf(LocalDate.ofEpochDay(day) + time));
            case "dec" -> decimals("-99999999999.9999", "99999999999.9999", customerp);
            case "pct" -> decimals("-1000", "100", customerp);
            case "int 0..100" -> Arbitraries.integers().between(0, 100).map(IntNode::valueOf);
            case "country" -> texts(chars(customerp ? "ANZ" : "aNz", 2, 2));
            case "currency" -> texts(chars(customerp ? "ANZ" : "aNz", 3, 3));
            case "orgno", "foreign orgno" ->
                texts(oneOf(
                        chars("0123456789 .-", 0, 30),
                        Combinators.combine(
                                        Arbitraries.of("", "NO", "no "),
                                        chars("0123456789", 9, 9),
                                        Arbitraries.of("", "MVA", " mva"))
                                .as((before, digits, after) -> before + digits + after)));
            case "gtin" -> texts(Arbitraries.of(8, 12, 13, 14).flatMap(length -> chars("0123456789", length, length)));
            default -> words(rule, customerp);
        };
    }

    private static Arbitrary<JsonNode> words(String rule, boolean customerp) {
        EnumTable table = ((EnumRule) NamedRules.rule(rule)).table();
        return Arbitraries.of(
                        table.rows().stream().filter(EnumTable.Row::written).toList())
                .map(row -> TextNode.valueOf(
                        customerp ? row.customerp() : row.powerOffice().toUpperCase(Locale.ROOT)));
    }

    private static Arbitrary<JsonNode> decimals(String least, String greatest, boolean customerp) {
        Arbitrary<BigDecimal> exact = Arbitraries.bigDecimals()
                .between(new BigDecimal(least), new BigDecimal(greatest))
                .ofScale(4);
        return customerp
                ? exact.map(DecimalNode::valueOf)
                : exact.map(number -> DoubleNode.valueOf(number.doubleValue()));
    }

    private static Arbitrary<JsonNode> numbers() {
        Arbitrary<BigDecimal> decimals = Combinators.combine(
                        Arbitraries.bigIntegers(),
                        Arbitraries.integers().between(Integer.MIN_VALUE + 1, Integer.MAX_VALUE))
                .as((BigInteger digits, Integer scale) -> new BigDecimal(digits, scale));
        return oneOf(
                Arbitraries.doubles().map(DoubleNode::valueOf),
                Arbitraries.of(Double.NaN, Double.NEGATIVE_INFINITY, -0.0, 0.1 + 0.2)
                        .map(DoubleNode::valueOf),
                Arbitraries.floats().map(FloatNode::valueOf),
                Arbitraries.longs().map(LongNode::valueOf),
                Arbitraries.bigIntegers().map(BigIntegerNode::valueOf),
                decimals.map(DecimalNode::valueOf));
    }

    private static Arbitrary<JsonNode> trees() {
        return Arbitraries.recursive(
                () -> oneOf(plausible(), numbers()),
                inner -> oneOf(
                        inner.list().ofMaxSize(3).map(items -> JSON.arrayNode().addAll(items)),
                        Combinators.combine(Arbitraries.strings().alpha().ofMaxLength(4), inner)
                                .as((name, value) -> JSON.objectNode().set(name, value))),
                1,
                3);
    }

    private static Arbitrary<String> chars(String chars, int least, int most) {
        return Arbitraries.strings()
                .withChars(chars.toCharArray())
                .ofMinLength(least)
                .ofMaxLength(most);
    }

    private static Arbitrary<JsonNode> texts(Arbitrary<String> texts) {
        return texts.map(TextNode::valueOf);
    }
}
