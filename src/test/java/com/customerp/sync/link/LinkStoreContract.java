package com.customerp.sync.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.link.LinkStore.TakenException;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.world.ManualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every link store promises about links and their pointers. */
abstract class LinkStoreContract {
    static final Entity CUSTOMER = Entity.CUSTOMER;

    /** The store of this test, empty at its beginning. */
    abstract LinkStore store();

    /** The match index that belongs to it. */
    abstract MatchIndex index();

    @Test
    void whatWasNeverSavedIsNotFound() {
        assertEquals(Optional.empty(), store().find(CUSTOMER, "C-1"));
        assertEquals(Map.of(), store().findAll(CUSTOMER, List.of("C-1")));
        assertEquals(Map.of(), store().findAll(CUSTOMER, List.of()));
        assertEquals(Map.of(), store().pointers(CUSTOMER, List.of("20550001")));
    }

    @Test
    void aLinkIsFoundAsItWasSaved() {
        Link saved = save(Links.full("C-1", "20550001"));
        LinkBuilder full = Links.full("C-1", "20550001").change();
        assertEquals(full.saved(new ManualClock().instant()).build(), saved);
        assertEquals(Optional.of(saved), store().find(CUSTOMER, "C-1"));
    }

    @Test
    void aLinkBelongsToItsEntity() {
        save(Links.linked("C-1", "20550001"));
        assertEquals(Optional.empty(), store().find(Entity.CONTACT, "C-1"));
        assertEquals(Map.of(), store().pointers(Entity.CONTACT, List.of("20550001")));
    }

    @Test
    void anyNumberOfLinksAndPointersIsFoundAtOnce() {
        Map<String, Link> links = IntStream.range(0, 103)
                .mapToObj(i -> save(Links.linked("C-" + i, "2055" + i)))
                .collect(Collectors.toMap(Link::customerpId, link -> link));
        List<String> ids = new ArrayList<>(links.keySet());
        ids.addAll(List.of("C-0", "C-none"));
        assertEquals(links, store().findAll(CUSTOMER, ids));

        List<String> powerOfficeIds =
                new ArrayList<>(links.values().stream().map(Link::powerOfficeId).toList());
        powerOfficeIds.addAll(List.of("20550", "none"));
        Map<String, Pointer> pointers = store().pointers(CUSTOMER, powerOfficeIds);
        assertEquals(103, pointers.size());
        assertEquals(new Pointer("20557", "C-7", new Seen("digest", "v1")), pointers.get("20557"));
    }

    @Test
    void onlyTheStoredVersionIsReplaced() {
        Link first = save(Links.linked("C-1", "20550001"));
        Link second = save(first.change().attempts(1).build());
        assertEquals(2, second.version());
        assertEquals(Optional.empty(), store().save(first.change().attempts(9).build()));
        assertEquals(Optional.empty(), store().save(second.change().version(3).build()));
        assertEquals(Optional.empty(), store().save(Links.linked("C-1", "20550001")));
        assertEquals(Optional.of(second), store().find(CUSTOMER, "C-1"));
    }

    @Test
    void theMatchKeysOfBothRecordsAreStoredWithTheLink() {
        index().put(CUSTOMER, Side.CUSTOMERP, Map.of("C-1", Map.of("email", "f1")));
        MatchKeys left = new MatchKeys(
                CUSTOMER, Side.CUSTOMERP, "C-1", Map.of("email", "f1"), Map.of("email", "f2", "name", "f3"));
        assertTrue(store().save(Links.linked("C-1", "20550001"), List.of(left, entering("f2")))
                .isPresent());
        assertEquals(Set.of(), holders(Side.CUSTOMERP, "f1"));
        assertEquals(Set.of("C-1"), holders(Side.CUSTOMERP, "f2"));
        assertEquals(Set.of("20550001"), holders(Side.POWEROFFICE, "f2"));
    }

    @Test
    void noMatchKeysAreStoredWithALinkThatIsNot() {
        save(Links.linked("C-1", "20550001"));
        save(Links.linked("C-2", "20550002"));
        assertEquals(Optional.empty(), store().save(Links.linked("C-1", "20550001"), List.of(entering("f2"))));
        Link taken = Links.linked("C-3", "20550002");
        assertThrows(TakenException.class, () -> store().save(taken, List.of(entering("f2"))));
        assertEquals(Set.of(), holders(Side.POWEROFFICE, "f2"));
    }

    @Test
    void matchKeysThatWereReplacedMeanwhileDoNotStandAgainstTheLink() {
        index().put(CUSTOMER, Side.POWEROFFICE, Map.of("20550001", Map.of("email", "f1")));
        Link saved = store().save(Links.linked("C-1", "20550001"), List.of(entering("f2")))
                .orElseThrow();
        assertEquals(Optional.of(saved), store().find(CUSTOMER, "C-1"));
        assertEquals(Set.of(), holders(Side.POWEROFFICE, "f1"));
        assertEquals(Set.of("20550001"), holders(Side.POWEROFFICE, "f2"));
    }

    private static MatchKeys entering(String email) {
        return new MatchKeys(CUSTOMER, Side.POWEROFFICE, "20550001", Map.of(), Map.of("email", email));
    }

    private Set<String> holders(Side side, String email) {
        return index().find(CUSTOMER, side, "email", email);
    }

    @Test
    void aLinkTakesThePlaceOfAProvisionalOne() {
        Link provisional = save(Links.linked(Link.provisionalId("20550001"), "20550001"));
        Link replaced =
                store().replace(provisional, Links.linked("C-1", "20550001")).orElseThrow();
        assertEquals(1, replaced.version());
        assertEquals(Optional.of(replaced), store().find(CUSTOMER, "C-1"));
        assertEquals(Optional.empty(), store().find(CUSTOMER, provisional.customerpId()));
        assertEquals(
                "C-1",
                store().pointers(CUSTOMER, List.of("20550001")).get("20550001").customerpId());
    }

    @Test
    void aLinkTakesThePlaceOnlyOfWhatWasRead() {
        Link provisional = save(Links.linked(Link.provisionalId("20550001"), "20550001"));
        Link known = save(Links.linked("C-1", null));
        Link linked = save(Links.linked("C-2", "20550002"));
        Link late = provisional.change().version(9).build();
        assertEquals(Optional.empty(), store().replace(late, Links.linked("C-3", "20550001")));
        assertEquals(Optional.empty(), store().replace(provisional, Links.linked("C-1", "20550001")), "it is stored");
        Link other = linked.change().powerOfficeId("20550001").build();
        assertEquals(Optional.empty(), store().replace(provisional, other), "it has another counterpart");
        assertEquals(Optional.of(provisional), store().find(CUSTOMER, provisional.customerpId()));
        Link named = known.change().powerOfficeId("20550001").build();
        assertEquals(2, store().replace(provisional, named).orElseThrow().version());
    }

    @Test
    void aLateWriterDoesNotTouchThePointer() {
        Link first = save(Links.linked("C-1", "20550001"));
        Link second = save(first.change().attempts(1).build());
        Link late = first.change()
                .powerOfficeId("20550002")
                .powerOfficeSeen(new Seen("late", null))
                .build();
        assertEquals(Optional.empty(), store().save(late));
        assertFalse(store().delete(late));
        assertPointer(second);
        assertEquals(Set.of(), store().pointers(CUSTOMER, List.of("20550002")).keySet());
    }

    @ParameterizedTest
    @EnumSource
    void thePointerSaysWhatTheLinkSays(State state) {
        Link link = save(Links.unlinked("C-1").change().state(state).build());
        link = saveAndCheck(link.change().powerOfficeId("20550001").build());
        link = saveAndCheck(link.change().powerOfficeSeen(new Seen("d1", null)).build());
        link = saveAndCheck(link.change().powerOfficeSeen(new Seen("d1", "v1")).build());
        link = saveAndCheck(link.change().attempts(1).build());
        link = saveAndCheck(link.change().powerOfficeSeen(new Seen("d2", "v2")).build());
        saveAndCheck(link.change().powerOfficeSeen(null).build());
    }

    @ParameterizedTest
    @EnumSource
    void anotherCounterpartMovesThePointer(State state) {
        Link link = save(Links.linked("C-1", "20550001").change().state(state).build());
        saveAndCheck(link.change().powerOfficeId("20550002").build());
        assertEquals(
                Set.of("20550002"),
                store().pointers(CUSTOMER, List.of("20550001", "20550002")).keySet());
    }

    @ParameterizedTest
    @EnumSource
    void unlinkingFreesTheCounterpart(State state) {
        Link link = save(Links.linked("C-1", "20550001"));
        save(link.change()
                .state(state)
                .powerOfficeId(null)
                .powerOfficeSeen(null)
                .build());
        assertEquals(Map.of(), store().pointers(CUSTOMER, List.of("20550001")));
        saveAndCheck(Links.linked("C-2", "20550001"));
    }

    @Test
    void aLinkedCounterpartIsTaken() {
        Link holder = save(Links.linked("C-1", "20550001"));
        assertThrows(TakenException.class, () -> store().save(Links.linked("C-2", "20550001")));
        assertEquals(Optional.empty(), store().find(CUSTOMER, "C-2"));
        assertPointer(holder);
    }

    @Test
    void whoFindsTheNewCounterpartTakenKeepsTheOldOne() {
        Link holder = save(Links.linked("C-1", "20550001"));
        Link mine = save(Links.linked("C-2", "20550002"));
        Link moved = mine.change().powerOfficeId("20550001").build();
        assertThrows(TakenException.class, () -> store().save(moved));
        assertEquals(Optional.of(mine), store().find(CUSTOMER, "C-2"));
        assertPointer(mine);
        assertPointer(holder);
    }

    @Test
    void aDeletedLinkIsForgottenFromBothEnds() {
        Link link = save(Links.linked("C-1", "20550001"));
        assertTrue(store().delete(link));
        assertEquals(Optional.empty(), store().find(CUSTOMER, "C-1"));
        assertEquals(Map.of(), store().pointers(CUSTOMER, List.of("20550001")));
        assertFalse(store().delete(link));
    }

    @Test
    void deletingRemovesTheStoredPointerWhateverTheCallerHolds() {
        Link link = save(Links.linked("C-1", "20550001"));
        Link other = save(Links.linked("C-2", "20550002"));
        assertTrue(store().delete(link.change().powerOfficeId("20550002").build()));
        assertEquals(Map.of(), store().pointers(CUSTOMER, List.of("20550001")));
        assertPointer(other);
    }

    @Test
    void deletingWhatWasNeverStoredTouchesNothing() {
        Link holder = save(Links.linked("C-1", "20550001"));
        assertFalse(store().delete(Links.linked("C-2", "20550001")));
        assertPointer(holder);
    }

    Link save(Link link) {
        return store().save(link).orElseThrow();
    }

    private Link saveAndCheck(Link link) {
        Link saved = save(link);
        assertEquals(Optional.of(saved), store().find(CUSTOMER, saved.customerpId()));
        assertPointer(saved);
        return saved;
    }

    private void assertPointer(Link link) {
        String id = link.powerOfficeId();
        assertEquals(
                Map.of(id, new Pointer(id, link.customerpId(), link.powerOfficeSeen())),
                store().pointers(CUSTOMER, List.of(id)));
    }
}
