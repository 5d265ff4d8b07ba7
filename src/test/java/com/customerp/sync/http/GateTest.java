package com.customerp.sync.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.RemoteException;
import com.customerp.sync.sync.RemoteException.Kind;
import com.customerp.sync.world.ManualClock;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class GateTest {

    private final List<Object> steps = new ArrayList<>();
    private final Queue<Duration> grants = new ArrayDeque<>();
    private final Queue<Boolean> standing = new ArrayDeque<>();
    private final Gate gate = new Gate(
            Side.POWEROFFICE,
            new Gate.Turns() {
                @Override
                public Duration take() {
                    return grants.isEmpty() ? Duration.ZERO : grants.poll();
                }

                @Override
                public boolean stands() {
                    return standing.isEmpty() || standing.poll();
                }

                @Override
                public void pause(Duration silence) {
                    steps.add("pause " + silence);
                }
            },
            wait -> steps.add("wait " + wait));

    @Test
    void aRequestWaitsForItsTurn() {
        grants.add(Duration.ofMillis(200));
        send(200);
        assertEquals(List.of("wait PT0.2S", "sent"), steps);
    }

    @Test
    void whoIsNotGrantedATurnAsksAgainLater() {
        grants.addAll(List.of(Duration.ofMillis(-100), Duration.ofMillis(-100), Duration.ZERO));
        send(200);
        assertEquals(List.of("wait PT0.1S", "wait PT0.1S", "sent"), steps);
    }

    @Test
    void aTurnThatNoLongerStandsWhenItComesIsAskedForAgain() {
        grants.addAll(List.of(Duration.ofMillis(200), Duration.ofMillis(900)));
        standing.addAll(List.of(false, true));
        send(200);
        assertEquals(List.of("wait PT0.2S", "wait PT0.9S", "sent"), steps);
    }

    @Test
    void whoWaitsTooLongIsRateLimitedAndSendsNothing() {
        grants.add(Duration.ofSeconds(60));
        RemoteException failure = assertThrows(RemoteException.class, () -> send(200));
        assertEquals(Kind.RATE_LIMITED, failure.kind());
        assertEquals(Duration.ofSeconds(60), failure.retryAfter());
        assertEquals(List.of(), steps);
        assertEquals(0, gate.requestsSent());
    }

    @Test
    void whoIsNeverGrantedATurnGivesUp() {
        for (int i = 0; i < 1000; i++) {
            grants.add(Duration.ofMillis(-500));
        }
        assertEquals(
                Kind.RATE_LIMITED,
                assertThrows(RemoteException.class, () -> send(200)).kind());
        assertEquals(20, steps.size());
    }

    @Test
    void aRefusalForItsRateSilencesEverybody() {
        assertEquals(429, send(429).status());
        assertEquals(List.of("sent", "pause PT1S"), steps);
        send(200);
        assertEquals(1, gate.requestsThrottled());
    }

    @Test
    void everyRequestCountsAlsoOneWithoutAnAnswer() {
        send(200);
        send(500);
        assertThrows(
                RemoteException.class,
                () -> gate.send(CallKind.REPEATABLE, () -> {
                    throw new ProcessingException("cut");
                }));
        assertEquals(3, gate.requestsSent());
        assertEquals(3, gate.requestsSent());
    }

    @Test
    void withoutALimitOnlyASilenceHoldsBack() {
        ManualClock clock = new ManualClock();
        Gate.Turns turns = Gate.unlimited(clock);
        assertEquals(Duration.ZERO, turns.take());
        turns.pause(Duration.ofSeconds(3));
        clock.pass(Duration.ofSeconds(1));
        assertEquals(Duration.ofSeconds(2), turns.take());
        assertFalse(turns.stands());
        clock.pass(Duration.ofSeconds(2));
        assertEquals(Duration.ZERO, turns.take());
        assertTrue(turns.stands());
    }

    private Answer send(int status) {
        return gate.send(CallKind.REPEATABLE, () -> {
            steps.add("sent");
            return Response.status(status).build();
        });
    }
}
