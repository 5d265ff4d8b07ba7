package com.customerp.sync.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code ref X} (mapping.md 1.3 and 1.7): an id text in CustomERP, an int64 key in PowerOffice, where -1 is null too. The
 * canonical form is the id of the side itself: two references are equal when the link table joins their ids.
 *
 * @param entity X
 * @param cleared what PowerOffice is sent for null: JSON null, or -1 where null would inherit (8.1)
 */
record ReferenceRule(Entity entity, JsonNode cleared) implements ValueRule {
    private static final String NONE = "-1";
    private static final Pattern KEY = Pattern.compile("-?[0-9]{1,18}");

    @Override
    public Optional<Entity> reference() {
        return Optional.of(entity);
    }

    @Override
    public @Nullable String canonical(Side side, JsonNode value) {
        if (isNone(side, value)) {
            return null;
        }
        String id = id(value);
        return id == null ? Texts.unmapped(value) : id;
    }

    @Override
    public JsonNode write(Side target, JsonNode value, References references) {
        Side source = target.other();
        if (isNone(source, value)) {
            return target == Side.POWEROFFICE ? cleared : NullNode.getInstance();
        }
        String id = id(value);
        if (id == null || !isAllowed(source, id)) {
            throw new InvalidValueException(Reason.NOT_ALLOWED, "is not an id");
        }
        String counterpart = references
                .counterpart(entity, source, id)
                .orElseThrow(() -> new UnresolvedReferenceException(new RecordKey(entity, source, id)));
        return target == Side.POWEROFFICE ? key(counterpart) : TextNode.valueOf(counterpart);
    }

    private static boolean isAllowed(Side side, String id) {
        return side == Side.CUSTOMERP ? RecordId.isAllowed(id) : KEY.matcher(id).matches();
    }

    private static JsonNode key(String counterpart) {
        if (!KEY.matcher(counterpart).matches()) {
            throw new InvalidValueException(Reason.NOT_ALLOWED, "names a record whose key in PowerOffice is no number");
        }
        return LongNode.valueOf(Long.parseLong(counterpart));
    }

    private static boolean isNone(Side side, JsonNode value) {
        return Texts.isEmpty(value) || (side == Side.POWEROFFICE && NONE.equals(id(value)));
    }

    private static @Nullable String id(JsonNode value) {
        if (value.isTextual()) {
            return Texts.trim(value.textValue());
        }
        BigDecimal key = Numbers.readInteger(value);
        return key == null ? null : key.toPlainString();
    }
}
