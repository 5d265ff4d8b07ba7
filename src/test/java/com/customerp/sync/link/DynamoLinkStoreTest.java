package com.customerp.sync.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.link.LinkStore.TooLargeException;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.world.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedTable.class)
class DynamoLinkStoreTest extends LinkStoreContract {
    private LinkStore store;
    private MatchIndex index;

    @BeforeEach
    void open(EmbeddedTable.Table table) {
        store = new DynamoLinkStore(table.client(), table.name(), new ManualClock());
        index = new DynamoMatchIndex(table.client(), table.name());
    }

    @Override
    LinkStore store() {
        return store;
    }

    @Override
    MatchIndex index() {
        return index;
    }

    @Test
    void eventsThatDoNotFitIntoAnItemGoOldestFirst() {
        LinkBuilder many = Links.linked("C-1", "20550001").change();
        for (int number = 0; number < Link.EVENTS_KEPT; number++) {
            many.event(event(number, "lines/å" + "x".repeat(250)));
        }
        store.save(many.build()).orElseThrow();
        List<Event> kept = store.find(Entity.CUSTOMER, "C-1").orElseThrow().events();
        assertTrue(kept.size() > 10 && kept.size() < Link.EVENTS_KEPT, () -> kept.size() + " events");
        assertEquals("cor-19", kept.get(kept.size() - 1).correlationId());
        assertEquals("cor-" + (20 - kept.size()), kept.get(0).correlationId());
    }

    @Test
    void aLinkThatDoesNotFitEitherWayIsRefusedAndTheStoredOneStays() {
        Link before = store.save(Links.linked("C-1", "20550001")).orElseThrow();
        List<String> candidates = IntStream.range(0, 20_000)
                .mapToObj(id -> "205500" + id + "-".repeat(20))
                .toList();
        Problem ambiguous = new Problem(Reason.AMBIGUOUS, "email", "too many", null, candidates);
        Link parked = before.change().problem(ambiguous).event(event(1, "name")).build();
        assertThrows(TooLargeException.class, () -> store.save(parked));
        assertEquals(Optional.of(before), store.find(Entity.CUSTOMER, "C-1"));
    }

    @Test
    void ofLongLosingValuesTheNewestAreKeptThatFitIntoAnItem() {
        for (int number = 0; number < 20; number++) {
            store.keepConflict(conflict(number, "€".repeat(20_000)), Duration.ofDays(90));
        }
        List<Conflict> kept = store.conflicts(Entity.CUSTOMER, "C-1");
        assertEquals(
                IntStream.range(0, kept.size()).mapToObj(i -> "f" + (19 - i)).toList(),
                kept.stream().map(Conflict::field).toList());
        assertTrue(kept.size() > 3 && kept.size() < 20, () -> kept.size() + " conflicts");
    }

    @Test
    void ofALosingValueThatFitsInNoItemTheBeginningIsKept() {
        store.keepConflict(conflict(1, "x" + "😀".repeat(1_000_000)), Duration.ofDays(90));
        String value = store.conflicts(Entity.CUSTOMER, "C-1").get(0).value();
        assertTrue(value.startsWith("x😀") && value.endsWith("..."));
    }

    private static Conflict conflict(int number, String value) {
        return new Conflict(
                Entity.CUSTOMER, "C-1", "f" + number, Side.POWEROFFICE, value, "newest", Links.NOON.plusMillis(number));
    }

    private static Event event(int number, String field) {
        List<String> fields = IntStream.range(0, 100).mapToObj(i -> field + i).toList();
        return new Event(Links.NOON, "webhook", "patched", fields, null, "", "cor-" + number);
    }
}
