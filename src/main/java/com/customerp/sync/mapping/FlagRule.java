package com.customerp.sync.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import org.jspecify.annotations.Nullable;

/**
 * {@code flag d} (mapping.md 1.3), and "as is" for {@code isBillable} (12.1). Null is written as d; that a create leaves
 * null out is up to who builds its body.
 *
 * @param byDefault d, or null when null is a value of its own
 */
record FlagRule(@Nullable Boolean byDefault) implements ValueRule {

    @Override
    public @Nullable String canonical(Side side, JsonNode value) {
        if (Texts.isEmpty(value)) {
            return byDefault == null ? null : byDefault.toString();
        }
        return value.isBoolean() ? value.asText() : Texts.unmapped(value);
    }

    @Override
    public JsonNode write(Side target, JsonNode value, References references) {
        if (Texts.isEmpty(value)) {
            return byDefault == null ? NullNode.getInstance() : BooleanNode.valueOf(byDefault);
        }
        if (!value.isBoolean()) {
            throw new InvalidValueException(Reason.NOT_ALLOWED, "is not true or false");
        }
        return value;
    }
}
