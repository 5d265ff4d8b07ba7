package com.customerp.sync.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code digits} (mapping.md 1.3): a text of digits in CustomERP, a JSON integer in PowerOffice; 1 to 18 digits without
 * leading zeros, greater than 0.
 */
record DigitsRule() implements ValueRule {
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=.)");
    private static final Pattern VALID = Pattern.compile("[1-9][0-9]{0,17}");

    @Override
    public @Nullable String canonical(Side side, JsonNode value) {
        if (Texts.isEmpty(value)) {
            return null;
        }
        String integer = integer(value);
        return integer == null ? Texts.unmapped(value) : integer;
    }

    @Override
    public JsonNode write(Side target, JsonNode value, References references) {
        if (Texts.isEmpty(value)) {
            return NullNode.getInstance();
        }
        String integer = integer(value);
        if (integer == null || !VALID.matcher(integer).matches()) {
            throw new InvalidValueException(Reason.NOT_DIGITS, "is not a number of 1 to 18 digits above 0");
        }
        return target == Side.POWEROFFICE ? LongNode.valueOf(Long.parseLong(integer)) : TextNode.valueOf(integer);
    }

    private static @Nullable String integer(JsonNode value) {
        if (value.isTextual()) {
            String text = Texts.trim(value.textValue());
            return DIGITS.matcher(text).matches() ? LEADING_ZEROS.matcher(text).replaceFirst("") : null;
        }
        BigDecimal integer = Numbers.readInteger(value);
        return integer == null ? null : integer.toPlainString();
    }
}
