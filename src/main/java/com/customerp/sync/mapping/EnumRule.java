package com.customerp.sync.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code enum X} (mapping.md 1.3 and 9): compared by the row of the table, whose form is CustomERP's word. */
record EnumRule(EnumTable table) implements ValueRule {

    @Override
    public @Nullable String canonical(Side side, JsonNode value) {
        if (Texts.isEmpty(value)) {
            return table.nullRow().map(EnumTable.Row::customerp).orElse(null);
        }
        return row(side, value).map(EnumTable.Row::customerp).orElseGet(() -> Texts.unmapped(value));
    }

    @Override
    public JsonNode write(Side target, JsonNode value, References references) {
        Optional<EnumTable.Row> row = Texts.isEmpty(value) ? table.nullRow() : row(target.other(), value);
        if (row.isEmpty()) {
            if (Texts.isEmpty(value)) {
                return NullNode.getInstance();
            }
            throw new InvalidValueException(Reason.NOT_IN_LIST, "is not in the list of values that both systems know");
        }
        if (target == Side.CUSTOMERP) {
            return TextNode.valueOf(row.get().customerp());
        }
        String spelling = row.get().powerOffice();
        if (spelling == null || !row.get().written()) {
            throw new InvalidValueException(Reason.NOT_ALLOWED, "is a value that only PowerOffice sets");
        }
        return TextNode.valueOf(spelling);
    }

    @Override
    public boolean tolerates(Side side, JsonNode sent, JsonNode shown) {
        if (ValueRule.super.tolerates(side, sent, shown)) {
            return true;
        }
        Optional<EnumTable.Row> from = anyCase(side, sent);
        return from.isPresent() && from.equals(anyCase(side, shown));
    }

    private Optional<EnumTable.Row> row(Side side, JsonNode value) {
        return value.isTextual() ? table.read(side, Texts.trim(value.textValue())) : Optional.empty();
    }

    private Optional<EnumTable.Row> anyCase(Side side, JsonNode value) {
        if (Texts.isEmpty(value)) {
            return table.nullRow();
        }
        return value.isTextual() ? table.readAnyCase(side, Texts.trim(value.textValue())) : Optional.empty();
    }
}
