package com.customerp.sync.local.poweroffice;

import com.customerp.sync.local.poweroffice.Member.Trait;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Rewrites values on their way in, as servers do (mapping.md 10).
 *
 * @param on asks whether a quirk is on
 */
record Normaliser(Predicate<Quirk> on) {

    /** Rewrites the named members of a row. */
    void tidy(Shape shape, ObjectNode row, Set<String> names) {
        for (Member member : shape.members()) {
            JsonNode value = row.path(member.name());
            if (!names.contains(member.name()) || value.isMissingNode() || value.isNull()) {
                continue;
            }
            if (member.shape() != null && value instanceof ObjectNode object) {
                tidy(member.shape(), object, allOf(member.shape()));
            } else {
                row.set(member.name(), tidy(member, value));
            }
        }
    }

    private static Set<String> allOf(Shape shape) {
        return Set.copyOf(shape.members().stream().map(Member::name).toList());
    }

    private JsonNode tidy(Member member, JsonNode value) {
        return switch (member.type()) {
            case TEXT -> text(member, value.textValue());
            case DECIMAL -> decimal(value);
            case INTEGER -> dimension(member, value);
            default -> value;
        };
    }

    private JsonNode text(Member member, String value) {
        String text = on.test(Quirk.TRIMS) ? value.strip() : value;
        if (on.test(Quirk.COLLAPSES_BLANKS)) {
            text = text.replaceAll(" {2,}", " ");
        }
        if (text.isEmpty()) {
            return on.test(Quirk.EMPTY_BECOMES_NULL) ? NullNode.instance : TextNode.valueOf(text);
        }
        return TextNode.valueOf(
                switch (member.tidy()) {
                    case PLAIN -> text;
                    case EMAIL -> on.test(Quirk.EMAIL_LOWER_CASE) ? text.toLowerCase(Locale.ROOT) : text;
                    case PHONE -> phone(text);
                    case WEBSITE -> website(text);
                    case ORGANIZATION_NUMBER -> organizationNumber(text);
                });
    }

    private JsonNode dimension(Member member, JsonNode value) {
        boolean none = member.is(Trait.NONE_IS_MINUS_ONE) && value.asText().equals(References.NONE);
        return none && on.test(Quirk.MINUS_ONE_BECOMES_NULL) ? NullNode.instance : value;
    }

    private String phone(String text) {
        String phone = on.test(Quirk.PHONE_WITHOUT_BLANKS) ? text.replace(" ", "") : text;
        boolean national = !phone.startsWith("+") && !phone.startsWith("00");
        return national && on.test(Quirk.PHONE_WITH_COUNTRY) ? "+47" + phone : phone;
    }

    private String website(String text) {
        String site = on.test(Quirk.WEBSITE_WITH_SCHEME) && !text.contains("://") ? "http://" + text : text;
        return on.test(Quirk.WEBSITE_WITH_SLASH) && !site.endsWith("/") ? site + "/" : site;
    }

    private String organizationNumber(String text) {
        return on.test(Quirk.ORGANIZATION_NUMBER_FORMATTED)
                ? text.replaceFirst("^(\\d{3})(\\d{3})(\\d{3})$", "NO $1 $2 $3 MVA")
                : text;
    }

    private JsonNode decimal(JsonNode value) {
        JsonNode number = on.test(Quirk.DECIMALS_ROUNDED)
                ? DecimalNode.valueOf(value.decimalValue().setScale(2, RoundingMode.HALF_UP))
                : value;
        return on.test(Quirk.DECIMALS_WITH_POINT) ? DoubleNode.valueOf(number.doubleValue()) : number;
    }
}
