package com.customerp.sync.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * {@code code n} of a project: PowerOffice shows what it was sent behind the parent's code and a dot (mapping.md 7.2, 10).
 *
 * @param code the rule without that
 */
record ProjectCodeRule(CodeRule code) implements ValueRule {

    @Override
    public @Nullable String canonical(Side side, JsonNode value) {
        return code.canonical(side, value);
    }

    @Override
    public JsonNode write(Side target, JsonNode value, References references) {
        return code.write(target, value, references);
    }

    @Override
    public boolean tolerates(Side side, JsonNode sent, JsonNode shown) {
        String own = canonical(side, sent);
        String whole = canonical(side, shown);
        return code.tolerates(side, sent, shown)
                || side == Side.POWEROFFICE && own != null && whole != null && whole.endsWith("." + own);
    }
}
