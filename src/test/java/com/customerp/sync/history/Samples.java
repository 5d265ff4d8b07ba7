package com.customerp.sync.history;

import com.customerp.sync.history.Violation.Promise;
import com.customerp.sync.mapping.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Histories by number: the same number is the same history. For runs in many threads, and to look for seeded bugs. */
record Samples(Setting setting, List<Step> steps) {
    private static final int STEPS = 30;
    private static final int[] SKEWS = {0, 0, 150, -150};

    static Samples number(long number) {
        return number(number, List.of());
    }

    /** The same of these kinds of steps only; none given: all. */
    static Samples number(long number, List<Step.Kind> kinds) {
        Random random = new Random(number * 7919);
        Setting setting = new Setting(
                SKEWS[random.nextInt(SKEWS.length)],
                SKEWS[random.nextInt(SKEWS.length)],
                random.nextInt(Habits.combinations()),
                random.nextBoolean(),
                random.nextBoolean());
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            int hundredth = random.nextInt(100);
            steps.add(new Step(
                    kinds.isEmpty() ? Step.kind(hundredth) : kinds.get(hundredth % kinds.size()),
                    Entity.values()[random.nextInt(Entity.values().length)],
                    random.nextInt(100),
                    random.nextInt(100),
                    random.nextInt(100)));
        }
        return new Samples(setting, steps);
    }

    /** Plays the history; the promise that it breaks, if it does. */
    Optional<Violation> broken(Bug bug) {
        try {
            History.of(setting, bug, steps);
            return Optional.empty();
        } catch (Violation violation) {
            return Optional.of(violation);
        }
    }

    /** A history without a step that is not needed to break this promise. */
    Samples shrunk(Bug bug, Promise promise) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            List<Step> fewer = new ArrayList<>(steps);
            fewer.remove(i);
            Samples shorter = new Samples(setting, fewer);
            if (shorter.broken(bug)
                    .map(Violation::promise)
                    .filter(promise::equals)
                    .isPresent()) {
                return shorter.shrunk(bug, promise);
            }
        }
        return this;
    }
}
