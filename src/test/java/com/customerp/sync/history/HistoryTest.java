package com.customerp.sync.history;

import com.customerp.sync.mapping.Entity;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;

/**
 * Whatever people, networks and crashes do in whatever order: in the end the promises of design.md 7 hold. Always the same
 * histories; {@link ManyHistoriesTest} plays others.
 */
class HistoryTest {
    private static final int STEPS = 30;

    @Property(tries = 300, seed = "-1638931599237530566", edgeCases = EdgeCasesMode.NONE)
    void promisesHoldAfterAnyHistory(@ForAll("settings") Setting setting, @ForAll("histories") List<Step> steps) {
        History.of(setting, Bug.NONE, steps);
    }

    @Provide
    Arbitrary<Setting> settings() {
        Arbitrary<Integer> skew = Arbitraries.of(0, 0, 150, -150);
        Arbitrary<Boolean> either = Arbitraries.of(false, true);
        return Combinators.combine(skew, skew, below(Habits.combinations()), either, either)
                .as(Setting::new);
    }

    /** Always of the full length; only shrinking makes them shorter. */
    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Step> step = Combinators.combine(
                        below(100), below(Entity.values().length), below(100), below(100), below(100))
                .as(Step::of);
        RandomDistribution longest = (size, least, most, center) -> random -> most;
        return step.list().ofMaxSize(STEPS).withSizeDistribution(longest);
    }

    private static Arbitrary<Integer> below(int end) {
        return Arbitraries.integers().between(0, end - 1).withDistribution(RandomDistribution.uniform());
    }
}
