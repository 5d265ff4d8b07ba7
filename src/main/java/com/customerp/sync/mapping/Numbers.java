package com.customerp.sync.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers exactly, whether they come as a JSON number or, from a lax server, as a text (mapping.md 10). */
final class Numbers {
    private static final int LONGEST_TEXT = 100;
    private static final int MOST_INTEGER_DIGITS = 100;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,4})?");

    private Numbers() {}

    /** The number, or null when the value is none, or is so large that its digits alone would fill the memory. */
    static @Nullable BigDecimal read(JsonNode value) {
        if (value.isBigDecimal()) {
            return bounded(value.decimalValue());
        }
        String text = Texts.trim(value.asText());
        return (value.isNumber() || value.isTextual()) && isNumber(text) ? bounded(new BigDecimal(text)) : null;
    }

    /** The integer, with scale 0, or null when the value is none. */
    static @Nullable BigDecimal readInteger(JsonNode value) {
        BigDecimal number = read(value);
        if (number == null) {
            return null;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() <= 0 ? stripped.setScale(0) : null;
    }

    /** Rounded, without trailing zeros and never in exponent form when printed; minus zero is 0. */
    static BigDecimal round(BigDecimal number, int decimals, RoundingMode mode) {
        if (integerDigits(number) < -decimals) {
            return BigDecimal.ZERO;
        }
        BigDecimal rounded = number.setScale(decimals, mode).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    private static boolean isNumber(String text) {
        return text.length() <= LONGEST_TEXT && NUMBER.matcher(text).matches();
    }

    private static @Nullable BigDecimal bounded(BigDecimal number) {
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        return integerDigits(number) > MOST_INTEGER_DIGITS ? null : number;
    }

    /** Digits before the decimal point; negative when zeros follow the point. */
    private static long integerDigits(BigDecimal number) {
        return (long) number.precision() - number.scale();
    }
}
