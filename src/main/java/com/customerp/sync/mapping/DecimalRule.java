package com.customerp.sync.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code dec} and {@code pct} (mapping.md 1.3): rounded half away from zero to 4 decimals, so that the noise of binary
 * numbers is never carried.
 *
 * @param min least value after rounding
 * @param max greatest value after rounding
 * @param sentence what is wrong with a number outside these bounds
 */
record DecimalRule(BigDecimal min, BigDecimal max, String sentence) implements ValueRule {
    private static final int DECIMALS = 4;
    /** Fewest decimals to which a server may round (mapping.md 10). */
    private static final int FEWEST_DECIMALS = 2;
    /** A number just between two others may go either way: servers also round half to even. */
    private static final List<RoundingMode> MODES = List.of(RoundingMode.HALF_UP, RoundingMode.HALF_DOWN);

    @Override
    public @Nullable String canonical(Side side, JsonNode value) {
        if (Texts.isEmpty(value)) {
            return null;
        }
        BigDecimal number = Numbers.read(value);
        return number == null ? Texts.unmapped(value) : kept(number).toPlainString();
    }

    @Override
    public JsonNode write(Side target, JsonNode value, References references) {
        if (Texts.isEmpty(value)) {
            return NullNode.getInstance();
        }
        BigDecimal number = Numbers.read(value);
        if (number == null) {
            throw new InvalidValueException(Reason.NOT_ALLOWED, "is not a number");
        }
        BigDecimal kept = kept(number);
        if (kept.compareTo(min) < 0 || kept.compareTo(max) > 0) {
            throw new InvalidValueException(Reason.NOT_ALLOWED, sentence);
        }
        return DecimalNode.valueOf(kept);
    }

    @Override
    public boolean tolerates(Side side, JsonNode sent, JsonNode shown) {
        if (ValueRule.super.tolerates(side, sent, shown)) {
            return true;
        }
        BigDecimal from = Numbers.read(sent);
        BigDecimal to = Numbers.read(shown);
        return from != null && to != null && roundings(from).anyMatch(kept(to)::equals);
    }

    private static Stream<BigDecimal> roundings(BigDecimal number) {
        return IntStream.rangeClosed(FEWEST_DECIMALS, DECIMALS).boxed().flatMap(decimals -> MODES.stream()
                .map(mode -> Numbers.round(number, decimals, mode)));
    }

    private static BigDecimal kept(BigDecimal number) {
        return Numbers.round(number, DECIMALS, RoundingMode.HALF_UP);
    }
}
