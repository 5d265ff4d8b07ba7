package com.customerp.sync.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.link.LinkStore.TakenException;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every link store promises when several functions write at once. */
abstract class LinkRaceContract {
    private static final Entity CUSTOMER = Entity.CUSTOMER;
    private static final int ROUNDS = 15;

    /** The store of this test, empty at its beginning. */
    abstract LinkStore store();

    /** The match index that belongs to it. */
    abstract MatchIndex index();

    @Test
    void oneOfManyCustomersGetsACounterpart() {
        for (int round = 0; round < ROUNDS; round++) {
            String wanted = "2055" + round;
            String prefix = "C-" + round + "-";
            List<Boolean> won = Race.run(runner -> linkUntilDecided(Links.linked(prefix + runner, wanted)));
            assertEquals(1, won.stream().filter(w -> w).count());

            List<String> ids = IntStream.range(0, Race.RUNNERS)
                    .mapToObj(runner -> prefix + runner)
                    .toList();
            String winner = prefix + won.indexOf(true);
            assertEquals(
                    winner,
                    store().pointers(CUSTOMER, List.of(wanted)).get(wanted).customerpId());
            assertEquals(
                    List.of(winner), List.copyOf(store().findAll(CUSTOMER, ids).keySet()));
        }
    }

    @Test
    void oneOfManyCounterpartsGetsACustomer() {
        for (int round = 0; round < ROUNDS; round++) {
            String id = "C-" + round;
            String prefix = "2055" + round + "0";
            List<Optional<Link>> saved = Race.run(runner -> store().save(Links.linked(id, prefix + runner)));
            List<Link> winners = saved.stream().flatMap(Optional::stream).toList();
            assertEquals(1, winners.size());

            List<String> wanted = IntStream.range(0, Race.RUNNERS)
                    .mapToObj(runner -> prefix + runner)
                    .toList();
            assertEquals(Optional.of(winners.get(0)), store().find(CUSTOMER, id));
            assertEquals(
                    List.of(winners.get(0).powerOfficeId()),
                    List.copyOf(store().pointers(CUSTOMER, wanted).keySet()));
        }
    }

    @Test
    void oneOfManyWritersGetsAVersion() {
        Link link = store().save(Links.linked("C-1", "20550001")).orElseThrow();
        for (int round = 0; round < ROUNDS; round++) {
            Link before = link;
            List<Optional<Link>> saved = Race.run(runner -> store().save(before.change()
                    .attempts(runner)
                    .powerOfficeSeen(new Seen("d" + runner, null))
                    .build()));
            List<Link> winners = saved.stream().flatMap(Optional::stream).toList();
            assertEquals(1, winners.size());
            link = winners.get(0);
            assertEquals(Optional.of(link), store().find(CUSTOMER, "C-1"));
            assertEquals(
                    Map.of("20550001", new Pointer("20550001", "C-1", link.powerOfficeSeen())),
                    store().pointers(CUSTOMER, List.of("20550001")));
        }
    }

    @Test
    void linksThatEnterOneValueAtOnceAreAllStored() {
        for (int round = 0; round < ROUNDS; round++) {
            String value = "f" + round;
            String prefix = "C-" + round + "-";
            List<Optional<Link>> saved = Race.run(runner -> {
                String id = prefix + runner;
                MatchKeys keys = new MatchKeys(CUSTOMER, Side.CUSTOMERP, id, Map.of(), Map.of("email", value));
                return store().save(Links.linked(id, "2055" + id), List.of(keys));
            });
            assertTrue(saved.stream().allMatch(Optional::isPresent), saved::toString);
            Set<String> all = IntStream.range(0, Race.RUNNERS)
                    .mapToObj(runner -> prefix + runner)
                    .collect(Collectors.toSet());
            assertEquals(all, index().find(CUSTOMER, Side.CUSTOMERP, "email", value));
        }
    }

    @Test
    void oneOfManyOwnersGetsALease() {
        for (int round = 0; round < ROUNDS; round++) {
            String name = "customer#sweep" + round;
            List<Boolean> won =
                    Race.run(runner -> store().lease(name, "run-" + runner, Links.NOON, Links.NOON.plusSeconds(60)));
            assertEquals(1, won.stream().filter(w -> w).count());
        }
    }

    @Test
    void noConflictIsLost() {
        Race.run(runner -> {
            Conflict conflict =
                    new Conflict(CUSTOMER, "C-1", "field" + runner, Side.CUSTOMERP, "\"x\"", "newest", Links.NOON);
            store().keepConflict(conflict, Duration.ofDays(90));
            return true;
        });
        List<String> fields = store().conflicts(CUSTOMER, "C-1").stream()
                .map(Conflict::field)
                .sorted()
                .toList();
        assertEquals(IntStream.range(0, Race.RUNNERS).mapToObj(i -> "field" + i).toList(), fields);
    }

    /** Lost races are repeated, as the store asks for, until the counterpart is linked here or elsewhere. */
    private boolean linkUntilDecided(Link link) {
        try {
            Optional<Link> saved = Optional.empty();
            while (saved.isEmpty()) {
                saved = store().save(link);
            }
            return true;
        } catch (TakenException e) {
            return false;
        }
    }
}
