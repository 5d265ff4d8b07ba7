package com.customerp.sync.mapping;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * {@code code n} (mapping.md 1.3): a key that may not be missing; no comma, because filters join codes with commas.
 *
 * @param max n, in Unicode code points
 */
record CodeRule(int max) implements TextBased {

    @Override
    public String form(String trimmed) {
        return trimmed;
    }

    @Override
    public JsonNode write(Side target, JsonNode value, References references) {
        if (Texts.isEmpty(value)) {
            throw new InvalidValueException(Reason.MISSING, "is missing");
        }
        return TextBased.super.write(target, value, references);
    }

    @Override
    public String carry(Side target, String trimmed) {
        if (trimmed.indexOf(',') >= 0) {
            throw new InvalidValueException(Reason.NOT_ALLOWED, "holds a comma");
        }
        Texts.atMost(max, trimmed);
        return trimmed;
    }
}
