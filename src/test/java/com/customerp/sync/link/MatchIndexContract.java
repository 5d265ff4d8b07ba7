package com.customerp.sync.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every match index promises. */
abstract class MatchIndexContract {
    private static final Entity CUSTOMER = Entity.CUSTOMER;
    private static final String ORGNO = "organizationNumber";
    private static final int ROUNDS = 10;

    /** The index of this test, empty at its beginning. */
    abstract MatchIndex index();

    @Test
    void aRecordIsFoundByEachOfItsKeys() {
        put("C-1", Map.of(ORGNO, "f1", "email", "f2"));
        assertEquals(Set.of("C-1"), find(ORGNO, "f1"));
        assertEquals(Set.of("C-1"), find("email", "f2"));
        assertEquals(Set.of(), find(ORGNO, "f2"));
    }

    @Test
    void entitiesAndSidesAreApart() {
        put("C-1", Map.of(ORGNO, "f1"));
        assertEquals(Set.of(), index().find(CUSTOMER, Side.POWEROFFICE, ORGNO, "f1"));
        assertEquals(Set.of(), index().find(Entity.EMPLOYEE, Side.CUSTOMERP, ORGNO, "f1"));
    }

    @Test
    void aSharedKeyFindsAllThatShowIt() {
        put("C-1", Map.of(ORGNO, "f1"));
        put("C-2", Map.of(ORGNO, "f1"));
        assertEquals(Set.of("C-1", "C-2"), find(ORGNO, "f1"));
        put("C-1", Map.of(ORGNO, "f9"));
        assertEquals(Set.of("C-2"), find(ORGNO, "f1"));
    }

    @Test
    void aChangedKeyReplacesTheOldOne() {
        put("C-1", Map.of(ORGNO, "f1", "email", "f2"));
        put("C-1", Map.of(ORGNO, "f3", "email", "f2"));
        assertEquals(Set.of(), find(ORGNO, "f1"));
        assertEquals(Set.of("C-1"), find(ORGNO, "f3"));
        assertEquals(Set.of("C-1"), find("email", "f2"));
    }

    @Test
    void aRecordWithoutKeysLeaves() {
        put("C-1", Map.of(ORGNO, "f1", "email", "f2"));
        put("C-1", Map.of("email", "f2"));
        assertEquals(Set.of(), find(ORGNO, "f1"));
        put("C-1", Map.of());
        assertEquals(Set.of(), find("email", "f2"));
        put("C-1", Map.of(ORGNO, "f1"));
        assertEquals(Set.of("C-1"), find(ORGNO, "f1"));
    }

    @Test
    void onlyRecordsWhoseKeysWereOthersAreAnsweredWithWhatTheyWere() {
        assertEquals(Map.of("C-1", Map.of()), put("C-1", Map.of(ORGNO, "f1")));
        assertEquals(Map.of(), put("C-1", Map.of(ORGNO, "f1")));
        assertEquals(Map.of(), put("C-none", Map.of()));
        Map<String, Map<String, String>> both = Map.of("C-1", Map.of(ORGNO, "f1"), "C-2", Map.of(ORGNO, "f1"));
        assertEquals(Map.of("C-2", Map.of()), putAll(both));
        assertEquals(Map.of("C-1", Map.of(ORGNO, "f1")), put("C-1", Map.of()));
    }

    @Test
    void manyRecordsArePutAtOnce() {
        Map<String, Map<String, String>> keys = IntStream.range(0, 120)
                .boxed()
                .collect(Collectors.toMap(i -> "C-" + i, i -> Map.of(ORGNO, "f" + i / 2)));
        assertEquals(keys.keySet(), putAll(keys).keySet());
        assertEquals(Set.of("C-118", "C-119"), find(ORGNO, "f59"));
        assertEquals(Map.of(), putAll(keys));
    }

    @Test
    void recordsThatAreChangedTogetherMayHandOnTheirValues() {
        putAll(Map.of("C-1", Map.of(ORGNO, "f1"), "C-2", Map.of(ORGNO, "f2"), "C-3", Map.of(ORGNO, "f3")));
        putAll(Map.of("C-1", Map.of(ORGNO, "f2"), "C-2", Map.of(ORGNO, "f3"), "C-3", Map.of()));
        assertEquals(Set.of(), find(ORGNO, "f1"));
        assertEquals(Set.of("C-1"), find(ORGNO, "f2"));
        assertEquals(Set.of("C-2"), find(ORGNO, "f3"));
    }

    @Test
    void oneRecordThatIsNotAsExpectedHoldsUpNoOther() {
        put("C-1", Map.of(ORGNO, "f1"));
        Map<String, String> wanted = Map.of(ORGNO, "f4");
        index().replace(List.of(
                new MatchKeys(CUSTOMER, Side.CUSTOMERP, "C-1", Map.of(), wanted),
                new MatchKeys(CUSTOMER, Side.CUSTOMERP, "C-2", Map.of(), wanted)));
        assertEquals(Set.of("C-1", "C-2"), find(ORGNO, "f4"));
        assertEquals(Set.of(), find(ORGNO, "f1"));
    }

    @Test
    void recordsThatEnterOneValueAtOnceAreAllFound() {
        for (int round = 0; round < ROUNDS; round++) {
            String value = "f" + round;
            String prefix = "C-" + round + "-";
            Race.run(runner -> put(prefix + runner, Map.of(ORGNO, value)));
            Set<String> all = IntStream.range(0, Race.RUNNERS)
                    .mapToObj(runner -> prefix + runner)
                    .collect(Collectors.toSet());
            assertEquals(all, find(ORGNO, value));
        }
    }

    @Test
    void aRecordThatChangesManyTimesAtOnceIsFoundByOneValue() {
        for (int round = 0; round < ROUNDS; round++) {
            Race.run(runner -> put("C-1", Map.of(ORGNO, "f" + runner % 3)));
            Map<String, Set<String>> found = IntStream.range(0, 3)
                    .mapToObj(i -> "f" + i)
                    .collect(Collectors.toMap(Function.identity(), value -> find(ORGNO, value)));
            found.values().removeIf(Set::isEmpty);
            assertEquals(1, found.size(), found::toString);
        }
    }

    Map<String, Map<String, String>> put(String id, Map<String, String> keys) {
        return putAll(Map.of(id, keys));
    }

    /** What the index had of the records whose keys were others. */
    private Map<String, Map<String, String>> putAll(Map<String, Map<String, String>> keys) {
        return index().put(CUSTOMER, Side.CUSTOMERP, keys).stream()
                .collect(Collectors.toMap(MatchKeys::id, MatchKeys::before));
    }

    private Set<String> find(String key, String fingerprint) {
        return index().find(CUSTOMER, Side.CUSTOMERP, key, fingerprint);
    }
}
