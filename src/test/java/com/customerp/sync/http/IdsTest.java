package com.customerp.sync.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.RemoteException;
import com.customerp.sync.sync.RemoteException.Kind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

    @ParameterizedTest
    @ValueSource(strings = {"C-1001", "20550001", "a.b_c~d", "...", "5b7c1f0e-0000-4000-8000-000000009001"})
    void anIdOfTheContractMayBePartOfAnAddress(String id) {
        assertEquals(id, Ids.safe(Side.CUSTOMERP, id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "a/b",
                "../x",
                "a%2Fb",
                "a?b",
                "a#b",
                "a,b",
                "a b",
                "å",
                "a\n",
                "12345678901234567890123456789012345678901"
            })
    void anyOtherIdNeverLeavesThePath(String id) {
        RemoteException refused = assertThrows(RemoteException.class, () -> Ids.safe(Side.CUSTOMERP, id));
        assertEquals(Kind.BUG, refused.kind());
    }

    @Test
    void aListHoldsAtMostAHundredValues() {
        List<String> lists =
                Ids.lists(IntStream.range(0, 250).mapToObj(String::valueOf).toList());
        assertEquals(
                List.of(100, 100, 50),
                lists.stream().map(list -> list.split(",").length).toList());
        assertTrue(lists.get(2).endsWith("248,249"));
        assertEquals(List.of(), Ids.lists(List.of()));
    }

    @Test
    void aListOfLongValuesStaysShortEnoughForAnAddress() {
        List<String> lists =
                Ids.lists(IntStream.range(0, 100).mapToObj(i -> "x".repeat(100)).toList());
        assertFalse(lists.stream().anyMatch(list -> list.length() > 6_000));
        assertEquals(
                100, lists.stream().mapToInt(list -> list.split(",").length).sum());
    }

    @Test
    void aLetterThatTakesNineCharactersInAnAddressCountsAsNine() {
        List<String> codes =
                IntStream.range(0, 100).mapToObj(i -> "€".repeat(90) + i).toList();
        List<String> lists = Ids.lists(codes);
        assertFalse(lists.stream()
                .anyMatch(
                        list -> URLEncoder.encode(list, StandardCharsets.UTF_8).length() > 6_000));
        assertEquals(codes, Stream.of(String.join(",", lists).split(",")).toList());
    }
}
