package com.customerp.sync.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;

/** The bounds of mapping.md 1.3 and of CustomERP's contract, told apart from the rules that keep them. */
final class Bounds {
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("text 5", "(?s).{1,5}"),
            Map.entry("email", "(?=.{3,254}$)[^@\\s\\h]+@[^@\\s\\h]+"),
            Map.entry("phone", "(?s).{1,50}"),
            Map.entry("url", "(?s).{1,500}"),
            Map.entry("code 5", "[^,\\s]([^,]{0,3}[^,\\s])?"),
            Map.entry("date", "[0-9]{4}-[0-9]{2}-[0-9]{2}"),
            Map.entry("country", "[A-Z]{2}"),
            Map.entry("currency", "[A-Z]{3}"),
            Map.entry("orgno", "(?s).{1,30}"),
            Map.entry("foreign orgno", "(?s).{1,30}"),
            Map.entry("gtin", "[0-9]{8}|[0-9]{12,14}"),
            Map.entry("enum 9.1", "(?i)pdfByEmail|print|ehf|avtaleGiro|external|eFaktura|factoring"),
            Map.entry("enum 9.2", "(?i)tentative|notStarted|active|complete|archived"),
            Map.entry("enum 9.3", "(?i)fixedPrice|time|timeAndExpenses"),
            Map.entry("enum 9.4", "(?i)product|service"),
            Map.entry("enum 9.5", "[A-Z0-9]{2,3}"),
            Map.entry("enum 9.6", "(?i)draft|confirmed"));

    private Bounds() {}

    static boolean hold(String rule, Side target, JsonNode written) {
        if (written.isNull()) {
            return !rule.startsWith("code") && !rule.startsWith("flag");
        }
        return switch (rule) {
            case "digits" ->
                (target == Side.CUSTOMERP ? written.isTextual() : written.isIntegralNumber())
                        && written.asText().matches("[1-9][0-9]{0,17}");
            case "flag false", "flag true", "bool" -> written.isBoolean();
            case "dec" -> decimal(written, "-99999999999.9999", "99999999999.9999");
            case "pct" -> decimal(written, "-1000", "100");
            case "int 0..100" -> written.isIntegralNumber() && decimal(written, "0", "100");
            default -> written.isTextual() && written.textValue().matches(TEXTS.get(rule));
        };
    }

    private static boolean decimal(JsonNode written, String least, String greatest) {
        return written.isNumber()
                && written.toString().matches("-?[0-9]+(\\.[0-9]{0,3}[1-9])?")
                && written.decimalValue().compareTo(new BigDecimal(least)) >= 0
                && written.decimalValue().compareTo(new BigDecimal(greatest)) <= 0;
    }
}
