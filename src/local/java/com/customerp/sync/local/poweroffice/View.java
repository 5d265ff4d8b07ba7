package com.customerp.sync.local.poweroffice;

import com.customerp.sync.local.poweroffice.Member.Trait;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Records as reads show them: every member of the table, codes beside ids, personal numbers masked. */
record View(Tenant tenant) {

    ObjectNode of(Resource resource, ObjectNode row) {
        return of(resource, row, false);
    }

    /** With what the record inherits, if {@code showInherited} is asked for (poweroffice-go-v2.md 13.4). */
    ObjectNode of(Resource resource, ObjectNode row, boolean showInherited) {
        boolean inherited = showInherited || tenant.has(Quirk.INHERITED_VALUES_SHOWN);
        return of(
                resource.shape(),
                resource.rules()
                        .map(rules -> rules.shown(tenant, row, inherited))
                        .orElse(row));
    }

    /** One member as filters see it: as it is shown, null when it is empty; a dimension that is empty is none. */
    JsonNode filtered(Resource resource, String name, ObjectNode row) {
        Shape shape = resource.shape();
        Member member = shape.member(name).orElseThrow();
        boolean none = member.twinOf() != null
                && shape.member(member.twinOf()).orElseThrow().is(Trait.NONE_IS_MINUS_ONE)
                && Write.isBlank(row.path(member.twinOf()));
        return none ? TextNode.valueOf(References.NONE) : value(shape, member, row);
    }

    private ObjectNode of(Shape shape, ObjectNode row) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        for (Member member : shape.members()) {
            if (!member.is(Trait.WRITE_ONLY)) {
                shown.set(member.name(), value(shape, member, row));
            }
        }
        return shown;
    }

    private JsonNode value(Shape shape, Member member, ObjectNode row) {
        if (member.twinOf() != null) {
            Member base = shape.member(member.twinOf()).orElseThrow();
            return orNull(code(base, row));
        }
        JsonNode value = orNull(own(member, row));
        if (value.isNull()) {
            return value;
        }
        if (member.is(Trait.MASKED)) {
            return TextNode.valueOf("hidden");
        }
        if (member.is(Trait.MASKED_AS_VALUE)) {
            return TextNode.valueOf("Hidden");
        }
        if (member.type() == MemberType.DATE && tenant.has(Quirk.DATES_WITH_TIME)) {
            return TextNode.valueOf(value.textValue() + "T00:00:00");
        }
        return member.shape() == null ? value : of(member.shape(), (ObjectNode) value);
    }

    private JsonNode code(Member base, ObjectNode row) {
        JsonNode id = row.path(base.name());
        boolean none = base.is(Trait.NONE_IS_MINUS_ONE) && id.asText().equals(References.NONE);
        return none ? TextNode.valueOf(References.NONE) : tenant.code(base.reference(), id);
    }

    private JsonNode own(Member member, ObjectNode row) {
        if (member.is(Trait.BELOW_PARENT)) {
            return new Codes(tenant).of(Resource.PROJECTS, row);
        }
        JsonNode value = row.path(member.name());
        boolean inherits = member.is(Trait.INHERITED) && Write.isBlank(value) && tenant.has(Quirk.GROUP_PRICES_SHOWN);
        return inherits ? tenant.groupPrice(row.path(ProductTables.GROUP), member.name()) : value;
    }

    private static JsonNode orNull(JsonNode value) {
        return value.isMissingNode() ? NullNode.instance : value;
    }
}
