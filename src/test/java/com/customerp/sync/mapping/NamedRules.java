package com.customerp.sync.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
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

    static ValueRule rule(String name) {
        return switch (name) {
            case "text 5" -> Rules.text(5);
            case "text 200" -> Rules.text(200);
            case "email" -> Rules.email();
            case "phone" -> Rules.phone();
            case "url" -> Rules.url();
            case "digits" -> Rules.digits();
            case "code 5" -> Rules.code(5);
            case "flag false" -> Rules.flag(false);
            case "flag true" -> Rules.flag(true);
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
            case "enum 9.1" -> Rules.enumeration(EnumTables.INVOICE_DELIVERY);
            case "enum 9.2" -> Rules.enumeration(EnumTables.PROJECT_STATUS);
            case "enum 9.3" -> Rules.enumeration(EnumTables.BILLING_METHOD);
            case "enum 9.4" -> Rules.enumeration(EnumTables.PRODUCT_TYPE);
            case "enum 9.5" -> Rules.enumeration(EnumTables.UNIT_CODE);
            case "enum 9.6" -> Rules.enumeration(EnumTables.ORDER_STATUS);
            case "ref employee" -> Rules.ref(Entity.EMPLOYEE);
            case "ref employee, -1" -> Rules.ref(Entity.EMPLOYEE, -1);
            default -> throw new IllegalArgumentException(name);
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
