package com.customerp.sync.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * {@code int a..b} (mapping.md 1.3): a JSON integer on both sides.
 *
 * @param from a
 * @param to b
 */
record IntegerRule(int from, int to) implements ValueRule {

    @Override
    public @Nullable String canonical(Side side, JsonNode value) {
        if (Texts.isEmpty(value)) {
            return null;
        }
        BigDecimal integer = Numbers.readInteger(value);
        return integer == null ? Texts.unmapped(value) : integer.toPlainString();
    }

    @Override
    public JsonNode write(Side target, JsonNode value, References references) {
        if (Texts.isEmpty(value)) {
            return NullNode.getInstance();
        }
        BigDecimal integer = Numbers.readInteger(value);
        if (integer == null
                || integer.compareTo(BigDecimal.valueOf(from)) < 0
                || integer.compareTo(BigDecimal.valueOf(to)) > 0) {
            throw new InvalidValueException(Reason.NOT_ALLOWED, "is not a whole number from " + from + " to " + to);
        }
        return IntNode.valueOf(integer.intValueExact());
    }
}
