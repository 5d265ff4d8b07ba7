package com.customerp.sync.local.customerp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListTest extends OverHttp {

    @Test
    void records_come_in_order_of_change_and_no_two_share_an_instant_while_the_clock_stands() {
        IntStream.range(0, 5).forEach(i -> company("C-" + i));
        simulator.user("kari").edit(Entity.CUSTOMER, "C-1", object("{'phone':'+47 22 00 00 01'}"));

        JsonNode page = get("/customers").json();

        assertEquals(List.of("C-0", "C-2", "C-3", "C-4", "C-1"), ids(page));
        List<String> times = new ArrayList<>();
        page.path("items").forEach(item -> times.add(item.path("updatedAt").asText()));
        assertEquals(times.stream().sorted().distinct().toList(), times);
    }

    @Test
    void change_time_never_goes_back_when_the_clock_does() {
        company("C-1");
        clock.pass(Duration.ofDays(-1));
        company("C-2");

        assertEquals(List.of("C-1", "C-2"), ids(get("/customers").json()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void pages_show_every_record_once_and_the_last_has_no_cursor(int limit) {
        IntStream.range(0, 7).forEach(i -> company("C-" + i));

        List<String> seen = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
            JsonNode page = get("/customers?limit=" + limit + cursor).json();
            assertTrue(page.path("items").size() <= limit);
            seen.addAll(ids(page));
            pages++;
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("nextCursor").asText();
        } while (!cursor.isEmpty());

        assertEquals(IntStream.range(0, 7).mapToObj(i -> "C-" + i).toList(), seen);
        assertEquals((7 + limit - 1) / limit, pages);
    }

    @Test
    void a_record_changed_between_two_pages_comes_again_at_the_end() {
        IntStream.range(0, 3).forEach(i -> company("C-" + i));
        String cursor = get("/customers?limit=2").json().path("nextCursor").asText();
        simulator.user("kari").edit(Entity.CUSTOMER, "C-0", object("{'name':'New'}"));

        assertEquals(
                List.of("C-2", "C-0"),
                ids(get("/customers?limit=2&cursor=" + cursor).json()));
    }

    @Test
    void updated_since_includes_its_own_instant() {
        company("C-1");
        company("C-2");
        String second = simulator
                .read(Entity.CUSTOMER, "C-2")
                .orElseThrow()
                .path("updatedAt")
                .asText();

        assertEquals(
                List.of("C-2"), ids(get("/customers?updatedSince=" + second).json()));
    }

    @Test
    void deleted_records_are_shown_as_tombstones_only_when_asked_for() {
        company("C-1");
        company("C-2");
        simulator.user("kari").delete(Entity.CUSTOMER, "C-1");

        assertEquals(List.of("C-2"), ids(get("/customers").json()));
        assertEquals(List.of("C-2"), ids(get("/customers?includeDeleted=false").json()));
        JsonNode all = get("/customers?includeDeleted=true").json();
        assertEquals(List.of("C-2", "C-1"), ids(all));
        assertTrue(all.at("/items/1/deleted").asBoolean());
        assertEquals(3, all.at("/items/1").size());
        assertEquals(
                List.of("C-1"),
                ids(get("/customers?includeDeleted=true&ids=C-1").json()));
    }

    @Test
    void ids_choose_records_on_one_page_and_unknown_ones_are_absent() {
        IntStream.range(0, 4).forEach(i -> company("C-" + i));
        simulator.user("kari").delete(Entity.CUSTOMER, "C-3");

        JsonNode page = get("/customers?limit=1&ids=C-2,C-0,X-9,C-3").json();

        assertEquals(List.of("C-0", "C-2"), ids(page));
        assertTrue(page.path("nextCursor").isNull());
        assertStatus(200, get("/customers?ids=" + manyIds(100)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=1001",
                "limit=-1",
                "limit=ten",
                "limit=",
                "limit=1&limit=2",
                "updatedSince=2026-03-02",
                "updatedSince=2026-03-02T09:00:00Z",
                "updatedSince=2026-02-30T09:00:00.000Z",
                "updatedSince=2026-03-02T09:00:00.000%2B01:00",
                "updatedSince=",
                "includeDeleted=yes",
                "includeDeleted=TRUE",
                "includeDeleted=",
                "cursor=",
                "cursor=abc",
                "cursor=%C3%A6",
                "ids=",
                "ids=C-1,",
                "ids=C-1,C-1",
                "ids=C%2F1",
                "ids=C-1&ids=C-2",
                "ids=C-1&updatedSince=2026-03-02T09:00:00.000Z",
                "ids=C-1&cursor=abc"
            })
    void a_parameter_that_breaks_the_contract_is_400(String query) {
        assertStatus(400, get("/customers?" + query));
    }

    @Test
    void more_than_100_ids_and_a_cursor_of_more_than_500_characters_are_400() {
        assertStatus(400, get("/customers?ids=" + manyIds(101)));
        assertStatus(400, get("/customers?cursor=" + "a".repeat(501)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/customers?limit=2",
                "/customers?limit=1&includeDeleted=true",
                "/customers?limit=1&updatedSince=2026-03-02T09:00:00.000Z",
                "/contacts?limit=1"
            })
    void a_cursor_is_good_only_with_the_other_parameters_of_the_page_before(String other) {
        company("C-1");
        company("C-2");
        String cursor = get("/customers?limit=1").json().path("nextCursor").asText();

        Answer refused = get(other + "&cursor=" + cursor);

        assertStatus(400, refused);
        assertEquals("about:blank", refused.type());
    }

    @Test
    void a_cursor_is_good_for_one_hour() {
        company("C-1");
        company("C-2");
        String next = "/customers?limit=1&cursor="
                + get("/customers?limit=1").json().path("nextCursor").asText();

        clock.pass(Duration.ofHours(1));
        assertStatus(200, get(next));
        clock.pass(Duration.ofMillis(1));
        Answer expired = get(next);
        assertStatus(400, expired);
        assertEquals("/problems/cursor-expired", expired.type());
    }

    @Test
    void a_page_holds_200_records_unless_told_otherwise() {
        IntStream.range(0, 201).forEach(i -> company("C-" + i));

        JsonNode page = get("/customers").json();

        assertEquals(200, page.path("items").size());
        assertFalse(page.path("nextCursor").isNull());
    }

    private static String manyIds(int count) {
        return IntStream.range(0, count).mapToObj(i -> "C-" + i).collect(Collectors.joining(","));
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.path("items").forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }
}
