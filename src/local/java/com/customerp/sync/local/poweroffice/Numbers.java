package com.customerp.sync.local.poweroffice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Number series of sub-ledgers: what numbers a role may have and which comes next (poweroffice-go-v2.md 7). */
final class Numbers {
    static final String CATALOGUE = "SubLedgerNumberSeries";
    static final String SERIES_MEMBER = "SubLedgerNumberSeriesId";
    static final String TYPE = "SubLedgerNumberSeriesType";
    static final String NUMBER = "Number";

    private final Store series;
    private final Map<String, Long> highest = new HashMap<>();

    Numbers(Store series) {
        this.series = series;
    }

    /** The series every client starts with. */
    static List<ObjectNode> standard() {
        return List.of(
                row(1, "Customers", "Customer", 10_000, 19_999, 1500),
                row(2, "Suppliers", "Supplier", 20_000, 29_999, 2400),
                row(3, "Employees", "Employee", 1, 999, 2930));
    }

    /** The type of the series that a role's numbers come from. */
    static String typeOf(Resource role) {
        return role.noun();
    }

    /** Whether a series of this type has this number. */
    boolean allows(String type, long number) {
        return series.all().stream().anyMatch(row -> isOf(row, type) && has(row, number));
    }

    /** The next number of a named series, or of the default one of the type; empty when none is left. */
    OptionalLong next(String type, JsonNode seriesId, Store records) {
        return series.all().stream()
                .filter(row -> isOf(row, type))
                .filter(row -> seriesId.isTextual()
                        ? row.path("Id").asText().equalsIgnoreCase(seriesId.textValue())
                        : row.path("IsDefault").asBoolean())
                .map(row -> next(row, records))
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    /** Remembers that a number was given, so that the next one is higher. */
    void given(String type, JsonNode number) {
        for (ObjectNode row : series.all()) {
            if (number.isNumber() && isOf(row, type) && has(row, number.longValue())) {
                highest.merge(row.path("Id").asText(), number.longValue(), Math::max);
            }
        }
    }

    private OptionalLong next(ObjectNode row, Store records) {
        long from = row.path("FromInclusive").longValue();
        long to = row.path("ToInclusive").longValue();
        Long last = highest.get(row.path("Id").asText());
        OptionalLong above = firstFree(last == null ? from : last + 1, to, records);
        return above.isPresent() ? above : firstFree(from, to, records);
    }

    private static OptionalLong firstFree(long from, long to, Store records) {
        for (long number = from; number <= to; number++) {
            if (records.holder(NUMBER, LongNode.valueOf(number)).isEmpty()) {
                return OptionalLong.of(number);
            }
        }
        return OptionalLong.empty();
    }

    private static boolean isOf(ObjectNode row, String type) {
        return row.path(TYPE).asText().equals(type);
    }

    private static boolean has(ObjectNode row, long number) {
        return row.path("FromInclusive").longValue() <= number
                && number <= row.path("ToInclusive").longValue();
    }

    private static ObjectNode row(int n, String name, String type, long from, long to, long account) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("Id", "00000000-0000-4000-8000-00000000000" + n)
                .put("Name", name)
                .put(TYPE, type)
                .put("FromInclusive", from)
                .put("ToInclusive", to)
                .put("IsDefault", true)
                .put("IsClientTrust", false)
                .put("GeneralLedgerAccountId", 600_000 + account)
                .put("GeneralLedgerAccountNo", account);
    }
}
