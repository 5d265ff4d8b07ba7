package com.customerp.sync.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.world.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every link store promises about what sweeps need: leases, progress, what is due, all links, conflicts. */
abstract class SweepStateContract {
    private static final Entity CUSTOMER = Entity.CUSTOMER;
    private static final String SWEEP = "customer#sweep";
    private static final int TRIES = 200;

    final ManualClock clock = new ManualClock();
    private final Instant now = clock.instant();

    /** A store, empty at the beginning of the test. */
    abstract LinkStore store();

    @Test
    void aLeaseIsHeldAgainstOthersUntilItEnds() {
        assertTrue(store().lease(SWEEP, "a", now, now.plusSeconds(60)));
        assertFalse(store().lease(SWEEP, "b", now.plusSeconds(59), now.plusSeconds(120)));
        assertTrue(store().lease(SWEEP, "b", now.plusSeconds(60), now.plusSeconds(120)));
        assertFalse(store().lease(SWEEP, "a", now.plusSeconds(61), now.plusSeconds(120)));
    }

    @Test
    void itsOwnerRenewsALease() {
        store().lease(SWEEP, "a", now, now.plusSeconds(60));
        assertTrue(store().lease(SWEEP, "a", now.plusSeconds(30), now.plusSeconds(90)));
        assertFalse(store().lease(SWEEP, "b", now.plusSeconds(89), now.plusSeconds(120)));
    }

    @Test
    void onlyItsOwnerGivesALeaseBack() {
        store().lease(SWEEP, "a", now, now.plusSeconds(60));
        store().release(SWEEP, "b");
        assertFalse(store().lease(SWEEP, "b", now, now.plusSeconds(60)));
        store().release(SWEEP, "a");
        assertTrue(store().lease(SWEEP, "b", now, now.plusSeconds(60)));
    }

    @Test
    void leasesOfOtherNamesAreFree() {
        store().lease(SWEEP, "a", now, now.plusSeconds(60));
        store().release("contact#sweep", "a");
        assertTrue(store().lease("contact#sweep", "b", now, now.plusSeconds(60)));
    }

    @Test
    void progressIsKeptPerEntity() {
        Progress first = new Progress("c1", "p1", "i1", "f1", "s1");
        assertEquals(Progress.NONE, store().progress(CUSTOMER));
        store().saveProgress(CUSTOMER, first);
        assertEquals(first, store().progress(CUSTOMER));
        assertEquals(Progress.NONE, store().progress(Entity.CONTACT));
        Progress next = new Progress("c2", null, null, null, null);
        store().saveProgress(CUSTOMER, next);
        assertEquals(next, store().progress(CUSTOMER));
    }

    @Test
    void whatIsDueComesOldestFirst() {
        save(Links.due("C-3", now));
        save(Links.due("C-1", now.minusSeconds(10)));
        save(Links.due("C-2", now.minusMillis(1)));
        save(Links.due("C-later", now.plusMillis(1)));
        save(Links.unlinked("C-never"));
        assertEventually(List.of("C-1", "C-2", "C-3"), () -> dueIds(10));
        assertEquals(List.of("C-1", "C-2"), dueIds(2));
    }

    @Test
    void whatIsDueIsOfTheEntity() {
        save(Links.due("C-1", now));
        Link employee =
                Link.unknown(Entity.EMPLOYEE, "E-1").change().nextAttemptAt(now).build();
        save(employee);
        assertEventually(List.of("C-1"), () -> dueIds(10));
    }

    @Test
    void aSettledLinkIsNoLongerDue() {
        Link link = save(Links.due("C-1", now));
        assertEventually(List.of("C-1"), () -> dueIds(10));
        Link later = save(link.change().nextAttemptAt(now.plusSeconds(1)).build());
        assertEventually(List.of(), () -> dueIds(10));
        save(later.change().nextAttemptAt(null).build());
        clock.pass(Duration.ofDays(1));
        assertEventually(List.of(), () -> dueIds(10));
    }

    @Test
    void allLinksOfAnEntityAreListedOnce() {
        List<Link> customers = IntStream.range(0, 30)
                .mapToObj(i -> save(Links.linked("C-" + i, "2055" + i)))
                .toList();
        save(Link.unknown(Entity.CONTACT, "P-1"));
        store().saveProgress(CUSTOMER, new Progress("c", null, null, null, null));
        assertEquals(byId(customers.stream()), byId(all(CUSTOMER).stream()));
        assertEquals(List.of(), all(Entity.PRODUCT));
    }

    @Test
    void theLinksOfSeveralEntitiesAreReadTogether() {
        Link customer = save(Links.linked("C-1", "20551"));
        Link contact = save(Link.unknown(Entity.CONTACT, "P-1"));
        save(Link.unknown(Entity.PRODUCT, "PR-1"));
        Set<Entity> two = Set.of(Entity.CONTACT, CUSTOMER);
        assertEquals(byId(Stream.of(customer, contact)), byId(store().all(two, null).links().stream()));
    }

    @Test
    void theNewestConflictsAreKeptNewestFirst() {
        for (int i = 0; i < 23; i++) {
            store().keepConflict(conflict("C-1", i), Duration.ofDays(90));
        }
        store().keepConflict(conflict("C-2", 99), Duration.ofDays(90));
        List<Conflict> expected = IntStream.iterate(22, i -> i >= 3, i -> i - 1)
                .mapToObj(i -> conflict("C-1", i))
                .toList();
        assertEquals(expected, store().conflicts(CUSTOMER, "C-1"));
        assertEquals(List.of(), store().conflicts(CUSTOMER, "C-3"));
    }

    @Test
    void theSameLosingValueIsKeptOnceAsOfTheLastTime() {
        Conflict first = conflict("C-1", 1);
        Conflict again = new Conflict(
                first.entity(),
                first.customerpId(),
                first.field(),
                first.loser(),
                first.value(),
                first.policy(),
                first.at().plusSeconds(60));
        for (Conflict each : List.of(first, conflict("C-1", 2), again)) {
            store().keepConflict(each, Duration.ofDays(90));
        }
        assertEquals(List.of(again, conflict("C-1", 2)), store().conflicts(CUSTOMER, "C-1"));
    }

    @Test
    void anExpiredConflictIsNotShown() {
        store().keepConflict(conflict("C-1", 1), Duration.ofDays(90));
        store().keepConflict(conflict("C-1", 2), Duration.ofDays(91));
        clock.pass(Duration.ofDays(90).plusSeconds(2));
        assertEquals(List.of(conflict("C-1", 2)), store().conflicts(CUSTOMER, "C-1"));
    }

    @Test
    void aDeletedLinkTakesItsConflictsAlong() {
        Link link = save(Links.unlinked("C-1"));
        store().keepConflict(conflict("C-1", 1), Duration.ofDays(90));
        store().delete(link);
        assertEquals(List.of(), store().conflicts(CUSTOMER, "C-1"));
    }

    Conflict conflict(String customerpId, int number) {
        return new Conflict(
                CUSTOMER,
                customerpId,
                "name",
                Side.POWEROFFICE,
                "\"" + number + "\"",
                "newest",
                now.plusMillis(number));
    }

    Link save(Link link) {
        return store().save(link).orElseThrow();
    }

    List<Link> all(Entity entity) {
        List<Link> found = new ArrayList<>();
        LinkStore.Page page = store().all(entity, null);
        found.addAll(page.links());
        while (page.next() != null) {
            page = store().all(entity, page.next());
            found.addAll(page.links());
        }
        return found;
    }

    static List<Link> byId(Stream<Link> links) {
        return links.sorted(Comparator.comparing(Link::customerpId)).toList();
    }

    private List<String> dueIds(int limit) {
        return store().due(CUSTOMER, clock.instant(), limit).stream()
                .map(Link::customerpId)
                .toList();
    }

    /** The index of due links may lag, so an answer that is not there yet is asked for again. */
    private static void assertEventually(List<String> expected, Supplier<List<String>> actual) {
        List<String> last = actual.get();
        for (int i = 1; i < TRIES && !last.equals(expected); i++) {
            last = actual.get();
        }
        assertEquals(expected, last);
    }
}
