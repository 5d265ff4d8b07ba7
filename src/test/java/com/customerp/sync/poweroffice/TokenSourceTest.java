package com.customerp.sync.poweroffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.customerp.sync.http.Gate;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.RemoteException;
import com.customerp.sync.sync.RemoteException.Kind;
import com.customerp.sync.world.ManualClock;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenSourceTest {

    private static final PowerOfficeSettings SETTINGS = new PowerOfficeSettings(
            URI.create("http://po.test/v2"), URI.create("http://po.test/Token"), "app", "client", "sub");

    private final ManualClock clock = new ManualClock();
    private final AtomicInteger asked = new AtomicInteger();
    private final Gate gate = new Gate(Side.POWEROFFICE, Gate.unlimited(clock), wait -> {});
    private TokenApi api = (basic, key, grant) -> token(asked.incrementAndGet(), 1200);
    private final TokenSource tokens =
            new TokenSource((basic, key, grant) -> api.token(basic, key, grant), SETTINGS, clock);

    @Test
    void aTokenServesUntilAMinuteBeforeItsEnd() {
        assertEquals("token-1", tokens.token(gate));
        clock.pass(Duration.ofSeconds(1139));
        assertEquals("token-1", tokens.token(gate));
        clock.pass(Duration.ofSeconds(1));
        assertEquals("token-2", tokens.token(gate));
        assertEquals(2, gate.requestsSent());
    }

    @ParameterizedTest
    @CsvSource({"100, 50", "120, 60", "600, 540", "0, 0", "-5, 0"})
    void aShortLifeIsUsedByHalf(int life, int seconds) {
        api = (basic, key, grant) -> token(asked.incrementAndGet(), life);
        tokens.token(gate);
        clock.pass(Duration.ofSeconds(Math.max(0, seconds - 1)));
        tokens.token(gate);
        assertEquals(seconds == 0 ? 2 : 1, asked.get());
        clock.pass(Duration.ofSeconds(1));
        tokens.token(gate);
        assertEquals(seconds == 0 ? 3 : 2, asked.get());
    }

    @Test
    void aRefusedTokenIsReplacedOnceForAllWhoHadIt() {
        String refused = tokens.token(gate);
        assertEquals("token-2", tokens.renewed(refused, gate));
        assertEquals("token-2", tokens.renewed(refused, gate));
        assertEquals("token-2", tokens.token(gate));
        assertEquals(2, asked.get());
    }

    @Test
    void whoComesWhileATokenIsAskedForTakesThatOne() throws Exception {
        CountDownLatch second = new CountDownLatch(2);
        api = (basic, key, grant) -> {
            second.countDown();
            awaitAWhile(second);
            return token(asked.incrementAndGet(), 1200);
        };
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(threads.submit(() -> tokens.token(gate)));
            }
            for (Future<String> one : all) {
                assertEquals("token-1", one.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(1, asked.get());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"error\":\"invalid_client\"} | UNAUTHORISED",
                "401 | ''                             | UNAUTHORISED",
                "404 | {\"message\":\"no such path\"} | UNAUTHORISED",
                "404 | <html></html>                  | TRANSIENT",
                "429 | {\"statusCode\":429}           | RATE_LIMITED",
                "500 | ''                             | TRANSIENT",
                "200 | <html></html>                  | TRANSIENT",
                "200 | ''                             | TRANSIENT",
                "200 | {\"token_type\":\"Bearer\"}    | TRANSIENT",
                "500 | {\"access_token\":\"x\"}       | TRANSIENT",
            })
    void withoutATokenNothingIsGone(int status, String body, Kind kind) {
        api = (basic, key, grant) -> Response.status(status).entity(body).build();
        RemoteException failure = assertThrows(RemoteException.class, () -> tokens.token(gate));
        assertEquals(kind, failure.kind());
    }

    @Test
    void settingsShowNoKeys() {
        assertFalse(SETTINGS.toString().matches(".*(app|client|sub).*"));
    }

    private static void awaitAWhile(CountDownLatch latch) {
        try {
            assertFalse(latch.await(200, TimeUnit.MILLISECONDS), "a second token was asked for at the same time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Response token(int number, int life) {
        return Response.ok("{\"access_token\":\"token-" + number + "\",\"token_type\":\"Bearer\",\"expires_in\":" + life
                        + "}")
                .build();
    }
}
