package com.customerp.sync.history;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.history.SeededBugs.Seeded;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The test of the tests: a sync with one mistake breaks one of the promises that name it; without it none. */
class SeededBugsTest {
    static Stream<Seeded> bugs() {
        return SeededBugs.all().stream();
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void aMistakeBreaksAPromise(Seeded seeded) {
        List<Samples> breaking = seeded.histories().stream()
                .filter(sample -> sample.broken(seeded.bug())
                        .map(Violation::promise)
                        .filter(seeded.noticedBy()::contains)
                        .isPresent())
                .limit(1)
                .toList();
        assertTrue(!breaking.isEmpty(), "no history notices");
        assertTrue(breaking.get(0).broken(Bug.NONE).isEmpty(), "the same history without the mistake");
    }
}
