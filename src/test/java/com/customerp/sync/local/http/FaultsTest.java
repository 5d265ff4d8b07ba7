package com.customerp.sync.local.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private static final Request READ = Request.of("GET", "/a");

    private final Faults faults = new Faults();
    private final List<Request> reached = new ArrayList<>();
    private final Handler handler = faults.around(request -> {
        reached.add(request);
        return Response.of(200, "application/json", "{}");
    });

    @Test
    void a_rule_skips_then_applies_so_many_times_to_what_it_matches() {
        faults.when(request -> request.path().equals("/a")).skip(1).times(2).then(Fault.serverError());

        assertEquals(List.of(200, 500, 500, 200), statuses(READ, 4));
        assertEquals(List.of(200), statuses(Request.of("GET", "/b"), 1));
        assertEquals(3, reached.size());
    }

    @Test
    void the_oldest_rule_that_applies_wins_and_the_next_takes_over() {
        faults.always().times(1).then(Fault.tooManyRequests(7));
        faults.always().times(1).then(Fault.unavailable(9));

        Response first = handler.handle(READ);
        assertEquals(429, first.status());
        assertEquals("7", first.header("Retry-After").orElseThrow());
        assertEquals(List.of(503, 200), statuses(READ, 2));
    }

    @Test
    void a_rule_without_a_count_applies_until_all_is_cleared() {
        faults.always().then(Fault.html(502));
        assertEquals(List.of(502, 502, 502), statuses(READ, 3));
        faults.clear();
        assertEquals(List.of(200), statuses(READ, 1));
    }

    @Test
    void html_and_empty_answers_come_in_place_of_the_simulators() {
        faults.always().times(1).then(Fault.html(200));
        faults.always().times(1).then(Fault.emptyOk());

        Response html = handler.handle(READ);
        assertEquals("text/html; charset=utf-8", html.header("content-type").orElseThrow());
        Response empty = handler.handle(READ);
        assertEquals(0, empty.body().length);
        assertEquals(200, empty.status());
        assertEquals(List.of(), reached);
    }

    @Test
    void a_reset_ends_the_connection_before_or_after_the_simulator_acted() {
        faults.always().times(1).then(Fault.resetBefore());
        faults.always().times(1).then(Fault.resetAfter());

        assertThrows(ConnectionResetException.class, () -> handler.handle(READ));
        assertEquals(0, reached.size());
        assertThrows(ConnectionResetException.class, () -> handler.handle(READ));
        assertEquals(1, reached.size());
    }

    @Test
    void an_answer_can_be_replaced_or_changed_after_the_simulator_acted() {
        faults.always().times(1).then(Fault.answersAfter(Response.empty(502)));
        faults.always().times(1).then(Fault.rewrites(response -> response.with("x", "y")));

        assertEquals(502, handler.handle(READ).status());
        assertEquals("y", handler.handle(READ).header("X").orElseThrow());
        assertEquals(2, reached.size());
    }

    @Test
    void latency_passes_before_the_simulator_is_asked() {
        List<Duration> waited = new ArrayList<>();
        faults.always().then(Fault.latency(Duration.ofSeconds(40), waited::add));

        assertEquals(List.of(200), statuses(READ, 1));
        assertEquals(List.of(Duration.ofSeconds(40)), waited);
    }

    @Test
    void a_request_is_read_from_its_target() {
        Request request = Request.of("GET", "/a%20b?x=1&x=%C3%A6+y&z");

        assertEquals("/a b", request.path());
        assertEquals(List.of("1", "æ y"), request.query().get("x"));
        assertEquals("", request.parameter("z").orElseThrow());
        assertEquals("v", request.with("X-Y", "v").header("x-y").orElseThrow());
    }

    private List<Integer> statuses(Request request, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> handler.handle(request).status())
                .toList();
    }
}
