package com.customerp.sync.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.RemoteException;
import com.customerp.sync.sync.RemoteException.Kind;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {

    private static final String HTML = "<!DOCTYPE html><html></html>";

    @ParameterizedTest
    @CsvSource({
        "200, TRANSIENT, UNCLEAR",
        "204, TRANSIENT, UNCLEAR",
        "302, TRANSIENT, UNCLEAR",
        "400, INVALID, INVALID",
        "401, UNAUTHORISED, UNAUTHORISED",
        "403, FORBIDDEN, FORBIDDEN",
        "404, GONE, GONE",
        "405, BUG, BUG",
        "408, TRANSIENT, UNCLEAR",
        "409, CONFLICT, CONFLICT",
        "410, GONE, GONE",
        "412, STALE, STALE",
        "415, BUG, BUG",
        "422, INVALID, INVALID",
        "425, TRANSIENT, TRANSIENT",
        "429, RATE_LIMITED, RATE_LIMITED",
        "500, TRANSIENT, UNCLEAR",
        "503, TRANSIENT, UNCLEAR",
    })
    void theStatusSaysWhatAFailureMeans(int status, Kind repeatable, Kind once) {
        Answer answer = new Answer(status, Map.of(), "");
        assertEquals(repeatable, Failures.kind(answer, CallKind.REPEATABLE));
        assertEquals(once, Failures.kind(answer, CallKind.ONCE));
    }

    @ParameterizedTest
    @CsvSource({"200", "400", "403", "404", "409", "412", "422", "502"})
    void htmlIsAGatewaysWordWhateverItsStatus(int status) {
        for (Answer answer : new Answer[] {
            new Answer(status, Map.of(), HTML),
            new Answer(status, Map.of("content-type", "text/HTML; charset=utf-8"), "")
        }) {
            assertEquals(Kind.TRANSIENT, Failures.kind(answer, CallKind.REPEATABLE));
            assertEquals(Kind.UNCLEAR, Failures.kind(answer, CallKind.ONCE));
        }
    }

    @Test
    void aListIsNeverGone() {
        assertEquals(Kind.TRANSIENT, Failures.kind(new Answer(404, Map.of(), "{}"), CallKind.LIST));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\":\"Customer conflict\",\"detail\":\"In use\"} | Customer conflict: In use",
                "{\"Title\":\"T\",\"Detail\":\"D\",\"Status\":400}        | T: D",
                "{\"statusCode\":429,\"message\":\"Rate limit\"}          | Rate limit",
                "{\"error\":\"invalid_client\"}                           | invalid_client",
                "{\"title\":null,\"detail\":{\"a\":1}}                    | ''",
                "<html>secret</html>                                      | an HTML page",
                "''                                                       | an empty answer",
                "nonsense                                                 | an answer that is not JSON",
                "{\"title\":\"cut                                         | an answer that is not JSON",
            })
    void theDetailHoldsTheSystemsOwnWords(String body, String detail) {
        assertEquals(detail, failure(new Answer(400, Map.of(), body)).detail());
    }

    @Test
    void theDetailIsOneLineOfBoundedLengthAndWholeCharacters() {
        String body = "{\"title\":\"a\\r\\nb\\u001b[2J\",\"detail\":\"" + "😀".repeat(1000) + "\"}";
        String detail = failure(new Answer(422, Map.of(), body)).detail();
        assertEquals("a  b [2J: " + "😀".repeat(495) + "...", detail);
        String odd = failure(new Answer(422, Map.of(), "{\"title\":\"x" + "😀".repeat(1000) + "\"}"))
                .detail();
        assertEquals("x" + "😀".repeat(499) + " ...", odd);
    }

    @ParameterizedTest
    @CsvSource({"'', 1", "0, 1", "1, 1", "7, 7", "soon, 1", "-3, 1", "99999999, 600", "99999999999999, 1"})
    void aRateLimitedRequestWaitsAtLeastASecondAndAtMostTenMinutes(String header, int seconds) {
        RemoteException failure = failure(new Answer(429, Map.of("retry-after", header), ""));
        assertEquals(Duration.ofSeconds(seconds), failure.retryAfter());
    }

    @Test
    void maintenanceSaysHowLongItLasts() {
        assertEquals(
                Duration.ofSeconds(30),
                failure(new Answer(503, Map.of("Retry-After", "30"), "")).retryAfter());
        assertNull(failure(new Answer(503, Map.of(), "")).retryAfter());
    }

    @Test
    void aRequestWithoutAnAnswerMayHaveBeenDone() {
        ProcessingException reset = new ProcessingException(new IOException("GET /x?email=kari%40customerp.example"));
        RemoteException read = Failures.unanswered(Side.POWEROFFICE, reset, CallKind.REPEATABLE);
        assertEquals(Kind.TRANSIENT, read.kind());
        assertEquals("no answer: IOException", read.detail());
        assertFalse((read + " " + read.getCause()).contains("kari"));
        assertEquals(
                Kind.UNCLEAR,
                Failures.unanswered(Side.POWEROFFICE, reset, CallKind.ONCE).kind());
    }

    @Test
    void aRequestThatNeverLeftWasNotDone() {
        ProcessingException refused = new ProcessingException(new ConnectException("refused"));
        assertEquals(
                Kind.TRANSIENT,
                Failures.unanswered(Side.POWEROFFICE, refused, CallKind.ONCE).kind());
    }

    private static RemoteException failure(Answer answer) {
        return Failures.of(Side.CUSTOMERP, answer, CallKind.REPEATABLE).build();
    }
}
