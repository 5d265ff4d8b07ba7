package com.customerp.sync.customerp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.http.Attempts;
import com.customerp.sync.http.Gate;
import com.customerp.sync.http.Json;
import com.customerp.sync.http.RestClients;
import com.customerp.sync.http.StubProfile;
import com.customerp.sync.http.StubServer;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.Change;
import com.customerp.sync.sync.RemoteException;
import com.customerp.sync.sync.RemoteException.Kind;
import com.customerp.sync.sync.RemotePage;
import com.customerp.sync.sync.RemoteRecord;
import com.customerp.sync.world.ManualClock;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@QuarkusTest
@TestProfile(StubProfile.class)
class CustomerpSystemTest {

    private static final String C1 =
            "{\"id\":\"C-1\",\"updatedAt\":\"2026-03-02T09:15:30.123Z\",\"name\":\"Ærlig Bygg\"}";
    private static final String HTML = "<html>maintenance</html>";

    @Inject
    Attempts attempts;

    private final ManualClock clock = new ManualClock();
    private final List<Duration> waits = new ArrayList<>();
    private StubServer server;
    private CustomerpSystem system;

    @BeforeEach
    void start() {
        server = new StubServer();
        system = system(Duration.ofSeconds(15));
    }

    private CustomerpSystem system(Duration readTimeout) {
        CustomerpSettings settings = new CustomerpSettings(server.uri("/api/v1"), "secret-token");
        Gate gate = new Gate(Side.CUSTOMERP, Gate.unlimited(clock), wait -> {
            waits.add(wait);
            clock.pass(wait);
        });
        CustomerpApi api = RestClients.build(CustomerpApi.class, settings.url(), readTimeout);
        return new CustomerpSystem(api, settings, gate, attempts);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aRecordIsReadWithItsETag() {
        server.reply(200, C1, "ETag", "\"e1\"");
        RemoteRecord record = system.read(Entity.CUSTOMER, "C-1").orElseThrow();
        assertEquals("C-1", record.id());
        assertEquals("\"e1\"", record.etag());
        assertEquals("2026-03-02T09:15:30.123Z", record.version());
        assertEquals("Ærlig Bygg", record.body().path("name").asText());
        assertEquals(List.of("GET /api/v1/customers/C-1"), server.lines());
        assertEquals("Bearer secret-token", server.requests().get(0).header("Authorization"));
    }

    @Test
    void aMissingRecordIsEmptyButAGatewaysPageIsNot() {
        server.reply(404, "{\"title\":\"Not found\",\"status\":404}", "Content-Type", "application/problem+json");
        assertEquals(Optional.empty(), system.read(Entity.CUSTOMER, "C-1"));
        for (int i = 0; i < 4; i++) {
            server.reply(404, HTML, "Content-Type", "text/html");
        }
        fails(Kind.TRANSIENT, () -> system.read(Entity.CUSTOMER, "C-1"));
        assertEquals(5, system.requestsSent());
    }

    @Test
    void aReadIsRepeatedUntilAnAnswerIsWhatTheContractSays() {
        server.reply(503, "").reset().reply(200, C1);
        assertTrue(system.read(Entity.CUSTOMER, "C-1").isPresent());
        server.reply(200, HTML, "Content-Type", "text/html")
                .reply(200, "")
                .reply(200, C1.replace("C-1", "C-2"))
                .reply(200, C1);
        assertTrue(system.read(Entity.CUSTOMER, "C-1").isPresent());
        assertEquals(7, system.requestsSent());
    }

    @Test
    void afterThreeFurtherTriesAReadFails() {
        server.reply(500, "").reply(502, HTML).reply(503, "").reply(504, "").reply(200, C1);
        RemoteException failure = fails(Kind.TRANSIENT, () -> system.read(Entity.CUSTOMER, "C-1"));
        assertEquals(504, failure.status());
        assertEquals(4, system.requestsSent());
    }

    @Test
    void aLongMaintenanceIsNotWaitedFor() {
        server.reply(503, "", "Retry-After", "30");
        RemoteException failure = fails(Kind.TRANSIENT, () -> system.read(Entity.CUSTOMER, "C-1"));
        assertEquals(Duration.ofSeconds(30), failure.retryAfter());
        assertEquals(1, system.requestsSent());
    }

    @Test
    void aRateLimitedCreateIsSentAgainAfterThePause() {
        server.reply(429, "{}", "Retry-After", "2").reply(201, C1, "ETag", "\"e1\"");
        assertEquals("C-1", system.create(Entity.CUSTOMER, null, body(), "k").id());
        assertEquals(List.of(Duration.ofSeconds(2)), waits);
    }

    @Test
    void aLongPauseIsLeftToTheCaller() {
        server.reply(429, "{}", "Retry-After", "60");
        RemoteException failure = fails(Kind.RATE_LIMITED, () -> system.read(Entity.CUSTOMER, "C-1"));
        assertEquals(Duration.ofSeconds(60), failure.retryAfter());
        assertEquals(List.of(), waits);
    }

    @Test
    void aListAsksForAFullPageWithTombstones() {
        server.reply(
                200,
                "{\"items\":[" + C1 + ",{\"id\":\"C-2\",\"updatedAt\":\"2026-03-02T09:16:00.000Z\",\"deleted\":true}],"
                        + "\"nextCursor\":\"a+b/c=%\"}");
        server.reply(200, "{\"items\":[],\"nextCursor\":null}");
        RemotePage first = system.list(Entity.CUSTOMER, "2026-03-02T09:00:00.000Z", null);
        RemotePage second = system.list(Entity.CUSTOMER, "2026-03-02T09:00:00.000Z", first.next());
        assertEquals(
                List.of(false, true),
                first.records().stream().map(RemoteRecord::deleted).toList());
        assertNull(first.records().get(0).etag());
        assertNull(second.next());
        String query = "includeDeleted=true&limit=1000&updatedSince=2026-03-02T09%3A00%3A00.000Z";
        assertEquals(
                List.of("GET /api/v1/customers?" + query, "GET /api/v1/customers?cursor=a%2Bb%2Fc%3D%25&" + query),
                server.lines());
    }

    @Test
    void aPageThatIsCutIsNoList() {
        for (String cut : List.of(
                "{\"items\":[]}", "{\"nextCursor\":null}", "[]", "{\"items\":[{}],\"nextCursor\":null}", "", HTML)) {
            for (int i = 0; i < 4; i++) {
                server.reply(200, cut);
            }
            fails(Kind.TRANSIENT, () -> system.list(Entity.CUSTOMER, null, null));
        }
    }

    @Test
    void anExpiredCursorIsNotRepeated() {
        server.reply(400, "{\"type\":\"/problems/cursor-expired\",\"title\":\"Cursor\",\"status\":400}");
        fails(Kind.TRANSIENT, () -> system.list(Entity.CUSTOMER, null, "old"));
        assertEquals(1, system.requestsSent());
    }

    @Test
    void manyRecordsAreReadAHundredAtATime() {
        Map<String, String> hints = new LinkedHashMap<>();
        for (int i = 0; i < 101; i++) {
            hints.put("C-" + i, "");
        }
        server.reply(200, "{\"items\":[" + C1 + ",{\"id\":\"C-777\",\"updatedAt\":\"x\"}],\"nextCursor\":null}");
        server.reply(200, "{\"items\":[],\"nextCursor\":null}");
        assertEquals(Set.of("C-1"), system.readAll(Entity.CUSTOMER, hints).keySet());
        assertEquals(
                "GET /api/v1/customers?ids="
                        + hints.keySet().stream().limit(100).collect(Collectors.joining("%2C")),
                server.lines().get(0));
        assertEquals("GET /api/v1/customers?ids=C-100", server.lines().get(1));
    }

    @Test
    void aPatchNamesItsConditionAndNestsItsMembers() {
        server.reply(200, C1, "ETag", "\"e2\"");
        List<Change> changes = List.of(
                new Change(JsonPointer.compile("/name"), TextNode.valueOf("Ærlig Bygg")),
                new Change(JsonPointer.compile("/address/city"), TextNode.valueOf("Bodø")));
        assertEquals(
                "\"e2\"",
                system.patch(Entity.CUSTOMER, "C-1", changes, "\"e1\"")
                        .orElseThrow()
                        .etag());
        StubServer.Request request = server.requests().get(0);
        assertEquals("PATCH /api/v1/customers/C-1", request.line());
        assertEquals("\"e1\"", request.header("If-Match"));
        assertEquals("application/merge-patch+json", request.header("Content-Type"));
        assertEquals("{\"name\":\"Ærlig Bygg\",\"address\":{\"city\":\"Bodø\"}}", request.body());
    }

    @Test
    void aPatchOfAChangedRecordIsStale() {
        server.reply(412, "{\"type\":\"/problems/stale-etag\",\"title\":\"Stale\",\"status\":412}");
        fails(Kind.STALE, () -> system.patch(Entity.CUSTOMER, "C-1", List.of(), "\"e1\""));
        assertEquals(1, system.requestsSent());
    }

    @Test
    void aCreateCarriesItsKey() {
        server.reply(201, C1, "ETag", "\"e1\"", "Location", "/customers/C-1");
        RemoteRecord created = system.create(Entity.CUSTOMER, null, body(), "poweroffice:acme:customer:1:1");
        assertEquals("\"e1\"", created.etag());
        StubServer.Request request = server.requests().get(0);
        assertEquals("POST /api/v1/customers", request.line());
        assertEquals("poweroffice:acme:customer:1:1", request.header("Idempotency-Key"));
        assertEquals("application/json", request.header("Content-Type"));
        assertEquals("{\"name\":\"A\"}", request.body());
    }

    @Test
    void aCreateWithoutAReadableAnswerIsUnclearAndNotRepeated() {
        server.reset()
                .reply(500, "")
                .reply(200, HTML)
                .reply(201, "")
                .reply(404, HTML)
                .reply(201, "{\"name\":\"A\"}");
        for (int i = 1; i <= 6; i++) {
            fails(Kind.UNCLEAR, () -> system.create(Entity.CUSTOMER, null, body(), "k"));
            assertEquals(i, server.requests().size());
        }
    }

    @Test
    void aTimeOutIsRepeatedForAReadAndUnclearForACreate() {
        CustomerpSystem impatient = system(Duration.ofSeconds(1));
        server.hang().reply(200, C1);
        assertTrue(impatient.read(Entity.CUSTOMER, "C-1").isPresent());
        server.hang();
        RemoteException failure = fails(Kind.UNCLEAR, () -> impatient.create(Entity.CUSTOMER, null, body(), "k"));
        assertEquals(0, failure.status());
        assertEquals(3, impatient.requestsSent());
    }

    @Test
    void aCreateThatStillRunsElsewhereIsAskedForAgain() {
        server.reply(409, "{\"type\":\"/problems/request-in-progress\"}").reply(201, C1);
        assertEquals("C-1", system.create(Entity.CUSTOMER, null, body(), "k").id());
    }

    @Test
    void aNumberThatIsTakenNamesItsHolder() {
        server.reply(
                409,
                "{\"type\":\"/problems/unique\",\"title\":\"Number is taken\",\"field\":\"customerNumber\",\"conflictingId\":\"C-0877\"}");
        RemoteException failure = fails(Kind.CONFLICT, () -> system.create(Entity.CUSTOMER, null, body(), "k"));
        assertEquals("C-0877", failure.holder());
        assertEquals(1, system.requestsSent());
    }

    @Test
    void withoutAServerNothingWasDone() {
        server.close();
        fails(Kind.TRANSIENT, () -> system.create(Entity.CUSTOMER, null, body(), "k"));
    }

    @Test
    void aWrongTokenIsNotTriedAgain() {
        server.reply(401, "");
        RemoteException failure = fails(Kind.UNAUTHORISED, () -> system.read(Entity.CUSTOMER, "C-1"));
        assertEquals("customerp unauthorised (401)", failure.getMessage());
        assertEquals(1, system.requestsSent());
    }

    @Test
    void anIdThatLeavesThePathIsNeverSent() {
        fails(Kind.BUG, () -> system.read(Entity.CUSTOMER, "../orders"));
        fails(Kind.BUG, () -> system.patch(Entity.CUSTOMER, "..", List.of(), null));
        assertEquals(Map.of(), system.readAll(Entity.CUSTOMER, Map.of("C-1&x=y", "", "../orders", "")));
        fails(Kind.BUG, () -> system.search(Entity.CUSTOMER, "email", "a"));
        assertEquals(0, system.requestsSent());
    }

    private static ObjectNode body() {
        return (ObjectNode) Json.read("{\"name\":\"A\"}").orElseThrow();
    }

    private static RemoteException fails(Kind kind, Executable call) {
        RemoteException failure = assertThrows(RemoteException.class, call);
        assertEquals(kind, failure.kind());
        return failure;
    }
}
