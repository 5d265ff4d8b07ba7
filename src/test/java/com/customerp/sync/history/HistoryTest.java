package com.customerp.sync.history;

import com.customerp.sync.mapping.Entity;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever people, networks and crashes do in whatever order: in the end the promises of design.md 7 hold. */
class HistoryTest {
    private static final int STEPS = 30;

    @Property(tries = 300)
    void promisesHoldAfterAnyHistory(@ForAll("settings") Setting setting, @ForAll("histories") List<Step> steps) {
        History.of(setting, Bug.NONE, steps);
    }

    @Provide
    Arbitrary<Setting> settings() {
        Arbitrary<Integer> skew = Arbitraries.of(0, 0, 150, -150);
        return Combinators.combine(
                        skew,
                        skew,
                        Arbitraries.integers().between(0, Habits.combinations() - 1),
                        Arbitraries.of(false, true))
                .as(Setting::new);
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Integer> number =
                Arbitraries.integers().between(0, 99).withDistribution(net.jqwik.api.RandomDistribution.uniform());
        Arbitrary<Step> step = Combinators.combine(
                        number,
                        Arbitraries.integers()
                                .between(0, Entity.values().length - 1)
                                .withDistribution(net.jqwik.api.RandomDistribution.uniform()),
                        number,
                        number,
                        number)
                .as(Step::of);
        return step.list().ofSize(STEPS);
    }
}
