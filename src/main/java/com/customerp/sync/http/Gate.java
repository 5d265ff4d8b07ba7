package com.customerp.sync.http;

import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.RemoteException;
import com.customerp.sync.sync.RemoteException.Kind;
import com.customerp.sync.sync.Waiter;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * The one way out to a system: waits until a request may be sent, sends it, counts it, and passes a 429 on to whoever
 * gives out the turns. Thread-safe.
 */
public final class Gate {

    /** Gives out turns to send. */
    public interface Turns {

        /** How long to wait before sending; negative: not granted, ask again after its absolute value. */
        Duration take();

        /** Whether a turn that was waited for may be used: nobody has been told to be silent meanwhile. */
        boolean stands();

        /** Nobody sends for this long. */
        void pause(Duration silence);
    }

    /** Turns without a limit of their own: only a 429 holds requests back, in this process. */
    public static Turns unlimited(Clock clock) {
        AtomicReference<Instant> silentUntil = new AtomicReference<>(Instant.MIN);
        return new Turns() {
            @Override
            public Duration take() {
                Instant now = clock.instant();
                Instant until = silentUntil.get();
                return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
            }

            @Override
            public boolean stands() {
                return take().isZero();
            }

            @Override
            public void pause(Duration silence) {
                silentUntil.set(clock.instant().plus(silence));
            }
        };
    }

    /** Who has waited this long for a turn gives up; a function's time is short. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Side side;
    private final Turns turns;
    private final Waiter waiter;
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger throttled = new AtomicInteger();

    public Gate(Side side, Turns turns, Waiter waiter) {
        this.side = side;
        this.turns = turns;
        this.waiter = waiter;
    }

    /**
     * Sends one request.
     *
     * @return the answer, whatever its status
     * @throws RemoteException when no turn or no answer came
     */
    public Answer send(CallKind call, Supplier<Response> request) {
        awaitTurn();
        sent.incrementAndGet();
        Answer answer = answer(call, request);
        if (answer.status() == 429) {
            throttled.incrementAndGet();
            turns.pause(Failures.pause(answer));
        }
        return answer;
    }

    /** Requests sent so far. */
    public int requestsSent() {
        return sent.get();
    }

    /** Of those, how many were answered with 429. */
    public int requestsThrottled() {
        return throttled.get();
    }

    private void awaitTurn() {
        Duration waited = Duration.ZERO;
        boolean granted = false;
        while (!granted) {
            Duration turn = turns.take();
            waited = waited.plus(turn.abs());
            if (waited.compareTo(PATIENCE) > 0) {
                throw RemoteException.of(side, Kind.RATE_LIMITED)
                        .detail("no turn to send")
                        .retryAfter(turn.abs())
                        .build();
            }
            if (!turn.isZero()) {
                waiter.await(turn.abs());
            }
            granted = turn.isZero() || !turn.isNegative() && turns.stands();
        }
    }

    private Answer answer(CallKind call, Supplier<Response> request) {
        try {
            return Answer.of(request.get());
        } catch (RuntimeException e) {
            throw Failures.unanswered(side, e, call);
        }
    }
}
