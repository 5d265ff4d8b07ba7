package com.customerp.sync.history;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.mapping.Trait;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values that people type, by the name of the field; a number chooses one of a few, so that sides meet. */
final class Values {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> FLAGS =
            Set.of("isVatExempt", "isStockItem", "isArchived", "isActive", "isInternal", "isBillable", "isPrimary");
    private static final Set<String> EMAILS = Set.of("email", "invoiceEmail");
    private static final Set<String> DECIMALS = Set.of(
            "discountPercent",
            "salesPrice",
            "costPrice",
            "fixedPrice",
            "budgetedHours",
            "stockOnHand",
            "quantity",
            "unitPrice",
            "unitCost");
    /** Number of the first value, by the field: each lies in its series and apart from the records of the start. */
    private static final Map<String, Integer> DIGITS =
            Map.of("customerNumber", 10_500, "employeeNumber", 500, "orderNumber", 7_000);

    private static final Map<String, List<List<String>>> CHOICES = Map.of(
            "type", List.of(List.of("product", "Product"), List.of("service", "Service")),
            "unitCode", List.of(List.of("EA", "EA"), List.of("HUR", "HUR"), List.of("DAY", "DAY")),
            "billingMethod", List.of(List.of("time", "Time"), List.of("fixedPrice", "FixedPrice")),
            "invoiceDelivery", List.of(List.of("print", "Print"), List.of("pdfByEmail", "PdfByEmail")),
            "currencyCode", List.of(List.of("NOK", "NOK"), List.of("EUR", "EUR"), List.of("SEK", "SEK")),
            "address.countryCode", List.of(List.of("NO", "NO"), List.of("SE", "SE")));
    private static final List<List<String>> PROJECT_STATUS =
            List.of(List.of("active", "Active"), List.of("tentative", "Tentative"), List.of("complete", "Complete"));
    private static final List<List<String>> ORDER_STATUS =
            List.of(List.of("draft", "Draft"), List.of("confirmed", "Confirmed"));

    private static final String PLAIN = "Tekst ";

    private Values() {}

    /** The value that a person on this side types into a field that is no reference. */
    static JsonNode of(Entity entity, Field field, Side side, int number) {
        String name = field.name();
        int few = number % 5;
        if (FLAGS.contains(name)) {
            return JSON.booleanNode(number % 2 == 1);
        }
        if (DECIMALS.contains(name)) {
            return JSON.numberNode(BigDecimal.valueOf(few * 125L + 50, 1));
        }
        if (DIGITS.containsKey(name)) {
            long digits = DIGITS.get(name) + few;
            return side == Side.CUSTOMERP ? JSON.textNode(Long.toString(digits)) : JSON.numberNode(digits);
        }
        if (name.equals("progressPercent")) {
            return JSON.numberNode(few * 10);
        }
        if (name.equals("status")) {
            return choice(entity == Entity.ORDER ? ORDER_STATUS : PROJECT_STATUS, side, number);
        }
        if (CHOICES.containsKey(name)) {
            return choice(CHOICES.get(name), side, number);
        }
        return number % 11 == 10 && canBeEmpty(field) ? JSON.nullNode() : JSON.textNode(typed(name, few, number));
    }

    private static JsonNode choice(List<List<String>> choices, Side side, int number) {
        return JSON.textNode(choices.get(number % choices.size()).get(side == Side.CUSTOMERP ? 0 : 1));
    }

    private static boolean canBeEmpty(Field field) {
        return !field.is(Trait.REQUIRED) && !field.is(Trait.NEVER_CLEARED);
    }

    /** Some put two blanks where one was meant: a server may make one of them. */
    private static String typed(String name, int few, int number) {
        String text = text(name, few);
        return number % 11 == 9 ? text.replace(PLAIN, PLAIN + " ") : text;
    }

    private static String text(String name, int few) {
        if (EMAILS.contains(name)) {
            return "post" + few + "@liste.example";
        }
        if (name.endsWith("Date") || name.equals("dateOfBirth")) {
            return "2026-04-0" + (few + 1);
        }
        return switch (name) {
            case "phone" -> "+47 22 00 00 0" + few;
            case "website" -> "https://www" + few + ".liste.example/om";
            case "organizationNumber" -> "98765432" + few;
            case "gtin" -> "704461000001" + few;
            case "productNumber" -> "BEAM-" + few;
            case "projectNumber" -> "J-70" + few;
            case "address.postalCode" -> "015" + few;
            default -> PLAIN + few;
        };
    }

    /** The fields that people edit: all that are carried both ways and not fixed. */
    static List<Field> fields(Mapping mapping) {
        return mapping.fields().stream()
                .filter(field -> field.direction() == com.customerp.sync.mapping.Direction.BOTH)
                .filter(field -> !field.is(Trait.FIXED) && !field.name().equals("isPerson"))
                .toList();
    }
}
