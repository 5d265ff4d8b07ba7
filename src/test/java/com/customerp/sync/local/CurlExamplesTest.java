package com.customerp.sync.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.local.CurlExamples.Example;
import com.customerp.sync.local.CurlExamples.LineExample;
import com.customerp.sync.mapping.Entity;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CurlExamplesTest {
    private static final Addresses ADDRESSES = new Addresses(
            URI.create("http://localhost:1/api/v1"),
            URI.create("http://localhost:2/v2"),
            URI.create("http://localhost:2/OAuth/Token"));

    @ParameterizedTest
    @EnumSource
    void every_entity_has_an_edit_on_either_side(Entity entity) {
        List<String> calls = calls(List.of(new Example(entity, "X-1", "7/8")), List.of());
        assertEquals(2, calls.size(), calls.toString());
        assertTrue(calls.get(0).matches("erp " + entity.collection() + "/X-1 '\\{\".*\\}'"), calls.get(0));
        assertTrue(calls.get(1).matches("po [A-Za-z]+/7/8 '\\[\\{\"op\":\"replace\",.*\\}\\]'"), calls.get(1));
    }

    @Test
    void a_line_is_edited_with_the_whole_order_in_customerp_and_alone_in_poweroffice() {
        assertEquals(
                List.of(
                        "erp orders/O-1 '{\"lines\":[]}'",
                        "po SalesOrders/a/Lines/b '[{\"op\":\"replace\",\"path\":\"/ProductUnitPrice\",\"value\":250}]'"),
                calls(List.of(), List.of(new LineExample("O-1", "{\"lines\":[]}", "a/Lines/b"))));
    }

    private static List<String> calls(List<Example> examples, List<LineExample> lines) {
        return CurlExamples.of(ADDRESSES, examples, lines)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("erp ") || line.startsWith("po "))
                .toList();
    }
}
