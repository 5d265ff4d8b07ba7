package com.customerp.sync.poweroffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.link.Race;
import com.customerp.sync.world.ManualClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every request budget promises, at 9 requests a second: slots are 120 ms apart. */
abstract class RequestBudgetContract {
    static final int RATE = 9;
    private static final Duration SPACING = Duration.ofMillis(120);
    private static final int GRANTS = 12;

    final ManualClock clock = new ManualClock();

    /** The one budget of this test, as a function sees it by its own clock. */
    abstract RequestBudget budget(Clock clock);

    @Test
    void theFirstRequestIsSentAtOnce() {
        assertEquals(Duration.ZERO, budget(clock).take(false));
    }

    @Test
    void anUrgentRequestWaitsForTheNextSlot() {
        RequestBudget budget = budget(clock);
        assertEquals(Duration.ZERO, budget.take(true));
        assertEquals(SPACING, budget.take(true));
        clock.pass(Duration.ofMillis(12));
        assertEquals(Duration.ofMillis(228), budget.take(true));
    }

    @Test
    void aSweepIsToldWhenToAskAgain() {
        RequestBudget budget = budget(clock);
        budget.take(false);
        assertEquals(SPACING.negated(), budget.take(false));
        clock.pass(SPACING.minusMillis(1));
        assertEquals(Duration.ofMillis(-1), budget.take(false));
        clock.pass(Duration.ofMillis(1));
        assertEquals(Duration.ZERO, budget.take(false));
    }

    @Test
    void anUnusedSlotIsNotSaved() {
        RequestBudget budget = budget(clock);
        budget.take(false);
        clock.pass(Duration.ofHours(1));
        assertEquals(Duration.ZERO, budget.take(false));
        assertTrue(budget.take(false).isNegative());
    }

    @Test
    void urgentRequestsOfAnotherFunctionGoBeforeASweep() {
        RequestBudget sweep = budget(clock);
        RequestBudget webhook = budget(clock);
        sweep.take(false);
        assertEquals(SPACING, webhook.take(true));
        clock.pass(SPACING);
        assertEquals(SPACING.negated(), sweep.take(false));
        assertEquals(SPACING, webhook.take(true));
        clock.pass(SPACING);
        assertEquals(SPACING.negated(), sweep.take(false));
        clock.pass(SPACING);
        assertEquals(Duration.ZERO, sweep.take(false));
    }

    @Test
    void nobodySendsDuringAPause() {
        RequestBudget other = budget(clock);
        other.take(false);
        budget(clock).pause(Duration.ofSeconds(5));
        clock.pass(Duration.ofSeconds(4));
        assertEquals(Duration.ofSeconds(-1), other.take(false));
        assertEquals(Duration.ofSeconds(1), other.take(true));
    }

    @Test
    void aTurnThatWasWaitedForIsWorthNothingInASilence() {
        RequestBudget webhook = budget(clock);
        webhook.take(true);
        assertEquals(SPACING, webhook.take(true));
        clock.pass(SPACING.minusMillis(1));
        budget(clock).pause(Duration.ofSeconds(1));
        clock.pass(Duration.ofMillis(1));
        assertFalse(webhook.stands());
        assertEquals(Duration.ofMillis(999), webhook.take(true));
        clock.pass(Duration.ofMillis(999));
        assertTrue(webhook.stands());
    }

    @Test
    void aTurnStandsWhenNobodyAskedForSilence() {
        RequestBudget webhook = budget(clock);
        assertTrue(webhook.stands());
        webhook.take(true);
        webhook.take(true);
        clock.pass(SPACING);
        assertTrue(webhook.stands());
    }

    @Test
    void aSilenceThatEndsBeforeTheNextSlotIsKeptByThoseBefore() {
        RequestBudget webhook = budget(clock);
        for (int taken = 0; taken < 20; taken++) {
            webhook.take(true);
        }
        budget(clock).pause(Duration.ofSeconds(1));
        assertFalse(webhook.stands());
        clock.pass(Duration.ofSeconds(1));
        assertTrue(webhook.stands());
    }

    @Test
    void aPauseLastsToTheLastPartOfAMillisecond() {
        clock.pass(Duration.ofNanos(900_000));
        RequestBudget budget = budget(clock);
        budget.pause(Duration.ofSeconds(1));
        clock.pass(Duration.ofSeconds(1).minusNanos(500_000));
        assertTrue(budget.take(false).isNegative());
    }

    @Test
    void aShortPauseDoesNotEndALongOne() {
        RequestBudget budget = budget(clock);
        budget.pause(Duration.ofSeconds(5));
        budget(clock).pause(Duration.ofSeconds(1));
        assertEquals(Duration.ofSeconds(5), budget.take(true));
    }

    @Test
    void neverMoreThanNineRequestsInAnySecond() {
        List<Instant> sent = Race.run(runner -> send(runner % 2 == 0)).stream()
                .flatMap(List::stream)
                .sorted()
                .toList();
        assertEquals(Race.RUNNERS * GRANTS, sent.size());
        for (int i = 9; i < sent.size(); i++) {
            Duration ten = Duration.between(sent.get(i - 9), sent.get(i));
            assertTrue(ten.compareTo(Duration.ofSeconds(1)) > 0, "10 requests in " + ten);
        }
    }

    /** A function with a clock of its own sends its requests, each as soon as it may. */
    private List<Instant> send(boolean urgent) {
        ManualClock own = new ManualClock();
        RequestBudget budget = budget(own);
        List<Instant> sent = new ArrayList<>();
        while (sent.size() < GRANTS) {
            Duration turn = budget.take(urgent);
            own.pass(turn.abs());
            if (!turn.isNegative()) {
                sent.add(own.instant());
            }
        }
        return sent;
    }
}
