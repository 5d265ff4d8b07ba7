package com.customerp.sync.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lets the tables of the tests name rules as mapping.md does and write values as JSON. */
final class NamedRules {
    /** Every rule but references. */
    static final List<String> VALUES = List.of(
            "text 5",
            "email",
            "phone",
            "url",
            "digits",
            "code 5",
            "flag false",
            "flag true",
            "bool",
            "date",
            "dec",
            "pct",
            "int 0..100",
            "country",
            "currency",
            "orgno",
            "foreign orgno",
            "gtin",
            "enum 9.1",
            "enum 9.2",
            "enum 9.3",
            "enum 9.4",
            "enum 9.5",
            "enum 9.6");

    /** Links of employees, as the link table would know them. */
    static final References LINKS = (entity, side, id) -> switch (entity + " " + side + " " + id) {
        case "EMPLOYEE CUSTOMERP E-7" -> Optional.of("20550300");
        case "EMPLOYEE POWEROFFICE 20550300" -> Optional.of("E-7");
        default -> Optional.empty();
    };

    private static final ObjectMapper EXACT =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final ObjectMapper BINARY = new ObjectMapper();

    private NamedRules() {}

    /** The rule of a name such as {@code text 200}, {@code enum 9.1} or {@code ref employee}. */
    static ValueRule rule(String name) {
        String end = name.substring(name.lastIndexOf(' ') + 1);
        return switch (name.substring(0, name.length() - end.length()).trim()) {
            case "text" -> Rules.text(Integer.parseInt(end));
            case "code" -> Rules.code(Integer.parseInt(end));
            case "own code" -> Rules.projectCode(Integer.parseInt(end));
            case "flag" -> Rules.flag(Boolean.parseBoolean(end));
            case "enum" -> Rules.enumeration(table(end));
            case "ref" -> Rules.ref(entity(end));
            default -> ruleOfItsOwn(name);
        };
    }

    private static ValueRule ruleOfItsOwn(String name) {
        return switch (name) {
            case "email" -> Rules.email();
            case "phone" -> Rules.phone();
            case "url" -> Rules.url();
            case "digits" -> Rules.digits();
            case "bool" -> Rules.bool();
            case "date" -> Rules.date();
            case "dec" -> Rules.dec();
            case "pct" -> Rules.pct();
            case "int 0..100" -> Rules.integer(0, 100);
            case "country" -> Rules.country();
            case "currency" -> Rules.currency();
            case "orgno" -> Rules.orgno();
            case "foreign orgno" -> Rules.foreignOrgno();
            case "gtin" -> Rules.gtin();
            case "ref employee, -1" -> Rules.ref(Entity.EMPLOYEE, -1);
            case "ref project, -1" -> Rules.ref(Entity.PROJECT, -1);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Entity entity(String key) {
        return Entity.valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** The table of a section of mapping.md, for example {@code 9.1}. */
    static EnumTable table(String section) {
        return switch (section) {
            case "9.1" -> EnumTables.INVOICE_DELIVERY;
            case "9.2" -> EnumTables.PROJECT_STATUS;
            case "9.3" -> EnumTables.BILLING_METHOD;
            case "9.4" -> EnumTables.PRODUCT_TYPE;
            case "9.5" -> EnumTables.UNIT_CODE;
            case "9.6" -> EnumTables.ORDER_STATUS;
            default -> throw new IllegalArgumentException(section);
        };
    }

    /** A value with its numbers kept exactly. */
    static JsonNode json(String text) {
        return read(EXACT, text);
    }

    /** A value with its fractions as binary numbers, as Jackson reads them unless told otherwise. */
    static JsonNode binary(String text) {
        return read(BINARY, text);
    }

    private static JsonNode read(ObjectMapper mapper, String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
