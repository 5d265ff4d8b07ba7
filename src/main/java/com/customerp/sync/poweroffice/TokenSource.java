package com.customerp.sync.poweroffice;

import com.customerp.sync.http.Answer;
import com.customerp.sync.http.CallKind;
import com.customerp.sync.http.Failures;
import com.customerp.sync.http.Gate;
import com.customerp.sync.http.Json;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.RemoteException;
import com.customerp.sync.sync.RemoteException.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The access token, in memory until a minute before it ends (poweroffice-go-v2.md 2). Thread-safe: whoever comes while
 * one is being asked for waits for it and takes it.
 */
public final class TokenSource {

    private static final Duration EARLY = Duration.ofMinutes(1);

    /** Counts when the answer does not say: the shortest life that was seen. */
    private static final long UNSTATED_LIFE = 600;

    private final TokenApi api;
    private final String basic;
    private final String subscriptionKey;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable String token;
    private Instant goodUntil = Instant.MIN;

    public TokenSource(TokenApi api, PowerOfficeSettings settings, Clock clock) {
        this.api = api;
        this.basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString((settings.applicationKey() + ":" + settings.clientKey())
                                .getBytes(StandardCharsets.UTF_8));
        this.subscriptionKey = settings.subscriptionKey();
        this.clock = clock;
    }

    /**
     * A token that should be good.
     *
     * @param gate the way out, should one have to be asked for
     * @throws RemoteException when none is to be had
     */
    public String token(Gate gate) {
        return tokenOtherThan(null, gate);
    }

    /** A token in place of one that was refused: another that came meanwhile, or a new one. */
    public String renewed(String refused, Gate gate) {
        return tokenOtherThan(refused, gate);
    }

    private String tokenOtherThan(@Nullable String refused, Gate gate) {
        lock.lock();
        try {
            String known = token;
            if (known != null && !known.equals(refused) && clock.instant().isBefore(goodUntil)) {
                return known;
            }
            return ask(gate);
        } finally {
            lock.unlock();
        }
    }

    private String ask(Gate gate) {
        Instant asked = clock.instant();
        Answer answer = gate.send(CallKind.REPEATABLE, () -> api.token(basic, subscriptionKey, "client_credentials"));
        JsonNode body = answer.json().orElseThrow(() -> failure(answer));
        String fresh =
                Json.text(body, "access_token").filter(text -> answer.done()).orElseThrow(() -> failure(answer));
        goodUntil = asked.plus(useOf(body.path("expires_in").asLong(UNSTATED_LIFE)));
        token = fresh;
        return fresh;
    }

    /** A life of less than two minutes is used by half: it would otherwise serve a single request. */
    private static Duration useOf(long seconds) {
        Duration life = Duration.ofSeconds(Math.max(0, Math.min(seconds, 86_400)));
        Duration half = life.dividedBy(2);
        return life.minus(EARLY).compareTo(half) > 0 ? life.minus(EARLY) : half;
    }

    /** Bad keys are answered with 400; whatever the status, a missing token never means that a record is gone. */
    private static RemoteException failure(Answer answer) {
        Kind kind =
                switch (Failures.kind(answer, CallKind.REPEATABLE)) {
                    case TRANSIENT -> Kind.TRANSIENT;
                    case RATE_LIMITED -> Kind.RATE_LIMITED;
                    default -> Kind.UNAUTHORISED;
                };
        return Failures.of(Side.POWEROFFICE, kind, answer).build();
    }
}
