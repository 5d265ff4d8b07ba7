package com.customerp.sync.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rules whose values are JSON texts on both sides: trimmed, and an empty text is null (mapping.md 1.3). */
interface TextBased extends ValueRule {

    /** The form in which a trimmed text, never empty, is compared; null when it is no value of this kind. */
    @Nullable
    String form(String trimmed);

    /**
     * The text to write for a trimmed text, never empty.
     *
     * @throws InvalidValueException when it breaks a bound
     */
    String carry(Side target, String trimmed);

    /** A coarser form: what a server may change by itself is gone from it (mapping.md 10). */
    default @Nullable String loose(@Nullable String canonical) {
        return Texts.collapse(canonical);
    }

    @Override
    default @Nullable String canonical(Side side, JsonNode value) {
        if (Texts.isEmpty(value)) {
            return null;
        }
        String form = value.isTextual() ? form(Texts.trim(value.textValue())) : null;
        return form == null ? Texts.unmapped(value) : form;
    }

    @Override
    default JsonNode write(Side target, JsonNode value, References references) {
        if (Texts.isEmpty(value)) {
            return NullNode.getInstance();
        }
        if (!value.isTextual()) {
            throw new InvalidValueException(Reason.NOT_ALLOWED, "is not a text");
        }
        return TextNode.valueOf(carry(target, Texts.trim(value.textValue())));
    }

    @Override
    default boolean tolerates(Side side, JsonNode sent, JsonNode shown) {
        return Objects.equals(loose(canonical(side, sent)), loose(canonical(side, shown)));
    }
}
