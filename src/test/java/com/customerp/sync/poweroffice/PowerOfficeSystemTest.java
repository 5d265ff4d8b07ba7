package com.customerp.sync.poweroffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.http.Attempts;
import com.customerp.sync.http.Json;
import com.customerp.sync.http.StubProfile;
import com.customerp.sync.http.StubServer;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.sync.Change;
import com.customerp.sync.sync.PowerOfficeLists.Range;
import com.customerp.sync.sync.RemoteException;
import com.customerp.sync.sync.RemoteException.Kind;
import com.customerp.sync.sync.RemotePage;
import com.customerp.sync.world.ManualClock;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@QuarkusTest
@TestProfile(StubProfile.class)
class PowerOfficeSystemTest {

    private static final String HTML = "<html>down</html>";

    @Inject
    Attempts attempts;

    private final ManualClock clock = new ManualClock();
    private final List<String> budgetUse = new ArrayList<>();
    private StubServer server;
    private PowerOfficeSystem system;

    private final RequestBudget budget = new RequestBudget() {
        @Override
        public Duration take(boolean urgent) {
            budgetUse.add(urgent ? "urgent" : "take");
            return Duration.ZERO;
        }

        @Override
        public boolean stands() {
            return true;
        }

        @Override
        public void pause(Duration silence) {
            budgetUse.add("pause " + silence);
        }
    };

    @BeforeEach
    void start() {
        server = new StubServer();
        token("t1");
        system = connection().system(false);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyRequestIsAuthorisedCountedAndTakenFromTheBudget() {
        server.reply(200, row(1));
        system.read(Entity.CUSTOMER, "1").orElseThrow();
        assertEquals(List.of("POST /OAuth/Token", "GET /v2/Customers/1"), server.lines());
        StubServer.Request token = server.requests().get(0);
        assertEquals("grant_type=client_credentials", token.body());
        assertEquals("Basic YXBwOmNsaWVudA==", token.header("Authorization"));
        assertEquals("sub", token.header("Ocp-Apim-Subscription-Key"));
        StubServer.Request read = server.requests().get(1);
        assertEquals("Bearer t1", read.header("Authorization"));
        assertEquals("sub", read.header("Ocp-Apim-Subscription-Key"));
        assertEquals(List.of("take", "take"), budgetUse);
        assertEquals(2, system.requestsSent());
    }

    @Test
    void aWebhooksRequestsAreUrgentAndCountedApart() {
        PowerOfficeConnection connection = connection();
        PowerOfficeSystem urgent = connection.system(true);
        server.reply(204, "");
        urgent.search(Entity.CUSTOMER, "customerNos", "1");
        assertEquals(List.of("urgent", "urgent"), budgetUse);
        assertEquals(2, urgent.requestsSent());
        assertEquals(0, connection.system(false).requestsSent());
    }

    @Test
    void aTokenThatEndsInTheMiddleIsRenewedOnce() {
        server.reply(200, row(1)).reply(401, "");
        token("t2").reply(201, row(2));
        system.read(Entity.CUSTOMER, "1");
        assertEquals("2", system.create(Entity.CUSTOMER, null, object("{}"), "").id());
        assertEquals("Bearer t2", last().header("Authorization"));
        assertEquals(5, system.requestsSent());
    }

    @Test
    void aNewTokenThatIsRefusedTooEndsIt() {
        server.reply(401, "");
        token("t2").reply(401, "");
        fails(Kind.UNAUTHORISED, () -> system.read(Entity.CUSTOMER, "1"));
        assertEquals(4, system.requestsSent());
    }

    @Test
    void aRefusalForTheRateSilencesEverybodyAndIsRepeated() {
        server.reply(429, "{\"statusCode\":429,\"message\":\"Rate limit\"}", "Retry-After", "3")
                .reply(201, row(1));
        assertEquals("1", system.create(Entity.CUSTOMER, null, object("{}"), "").id());
        assertEquals(List.of("take", "take", "pause PT3S", "take"), budgetUse);
    }

    @Test
    void afterThreeFurtherTriesTheRateIsTheCallersConcern() {
        for (int i = 0; i < 5; i++) {
            server.reply(429, "{}");
        }
        RemoteException failure = fails(Kind.RATE_LIMITED, () -> system.read(Entity.CUSTOMER, "1"));
        assertEquals(Duration.ofSeconds(1), failure.retryAfter());
        assertEquals(5, system.requestsSent());
    }

    @Test
    void timesAndKeysAreEncodedWhole() {
        server.reply(204, "").reply(204, "").reply(204, "");
        RemotePage page = system.list(Entity.CUSTOMER, "2026-03-02T09:10:00+00:00", null);
        system.search(Entity.CUSTOMER, "externalImportReference", "customerp:C-1001");
        system.search(Entity.CUSTOMER, "emailAddresses", "a+b&c=%2B{x}@å.example");
        assertEquals(List.of(), page.records());
        assertNull(page.next());
        assertEquals(
                List.of(
                        "GET /v2/Customers?PageNumber=1&PageSize=1000&lastChangedDateTimeOffsetGreaterThan=2026-03-02T09%3A10%3A00%2B00%3A00",
                        "GET /v2/Customers?PageNumber=1&PageSize=1000&externalImportReference=customerp%3AC-1001",
                        "GET /v2/Customers?PageNumber=1&PageSize=1000&emailAddresses=a%2Bb%26c%3D%252B%7Bx%7D%40%C3%A5.example"),
                server.lines().subList(1, 4));
    }

    @Test
    void aListGoesOnWhileTheHeaderNamesAnotherPage() {
        server.reply(200, "[" + row(1) + "]", "X-Pagination", "{\"totalPages\":2}");
        server.reply(200, "[" + row(2) + "]", "X-Pagination", "{\"totalPages\":2}");
        RemotePage first = system.list(Entity.EMPLOYEE, null, null);
        assertEquals("0:2", first.next());
        assertNull(system.list(Entity.EMPLOYEE, null, first.next()).next());
        assertEquals("GET /v2/Employees?PageNumber=2&PageSize=1000", last().line());
    }

    @Test
    void withoutAHeaderAFullPageMeansAnotherOne() {
        String full = IntStream.range(0, 1000)
                .mapToObj(PowerOfficeSystemTest::row)
                .collect(Collectors.joining(",", "[", "]"));
        server.reply(200, full).reply(200, full).reply(200, full);
        assertEquals("0:2", system.list(Entity.CUSTOMER, null, null).next());
        assertEquals(1000, system.search(Entity.CUSTOMER, "customerNos", "1").size());
        assertEquals(4, server.requests().size());
    }

    @Test
    void anAnswerThatIsNoListDeletesNothing() {
        for (String body : List.of("", HTML, "{}", "[{}]")) {
            for (int i = 0; i < 4; i++) {
                server.reply(200, body);
            }
            fails(Kind.TRANSIENT, () -> system.list(Entity.CUSTOMER, null, null));
        }
        for (int i = 0; i < 4; i++) {
            server.reply(404, "{\"statusCode\":404,\"message\":\"Resource not found\"}");
        }
        fails(Kind.TRANSIENT, () -> system.list(Entity.CUSTOMER, null, null));
    }

    @Test
    void aMissingRecordIsEmptyButAGatewaysPageIsNot() {
        server.reply(404, "{\"title\":\"Object(s) not found\"}");
        assertEquals(Optional.empty(), system.read(Entity.CUSTOMER, "1"));
        for (int i = 0; i < 4; i++) {
            server.reply(404, HTML, "Content-Type", "text/html");
        }
        fails(Kind.TRANSIENT, () -> system.read(Entity.CUSTOMER, "1"));
    }

    @Test
    void manyRecordsAreReadByTheirNumbersAndTheRestAlone() {
        Map<String, String> hints = new TreeMap<>(Map.of("1", "10001", "2", "10002", "3", "10003-", "4", ""));
        server.reply(200, "[" + row(1) + "," + row(99) + "]")
                .reply(200, row(2))
                .reply(404, "{}")
                .reply(200, row(4));
        assertEquals(
                Set.of("1", "2", "4"), system.readAll(Entity.CUSTOMER, hints).keySet());
        assertTrue(server.lines().get(1).startsWith("GET /v2/Customers?PageNumber=1&PageSize=1000&customerNos=1000"));
        assertFalse(server.lines().get(1).contains("10003"));
        assertEquals(
                List.of("GET /v2/Customers/2", "GET /v2/Customers/3", "GET /v2/Customers/4"),
                server.lines().subList(2, 5));
    }

    @Test
    void aPatchReplacesInOrderAndItsAnswerIsTheRecord() {
        server.reply(503, "").reply(200, row(1));
        List<Change> changes = List.of(change("/PhoneNumber", "\"+47 22 00 00 99\""), change("/Allowance", "null"));
        assertEquals(
                "1",
                system.patch(Entity.CUSTOMER, "1", changes, null).orElseThrow().id());
        assertEquals("PATCH /v2/Customers/1", last().line());
        assertEquals("application/json-patch+json", last().header("Content-Type"));
        assertEquals(
                "[{\"op\":\"replace\",\"path\":\"/PhoneNumber\",\"value\":\"+47 22 00 00 99\"},"
                        + "{\"op\":\"replace\",\"path\":\"/Allowance\",\"value\":null}]",
                last().body());
    }

    @Test
    void anAddressThatIsNotThereIsAddedInOneFurtherPatch() {
        server.reply(400, "{\"detail\":\"The target location specified by path segment 'City' was not found.\"}")
                .reply(200, row(1));
        List<Change> changes =
                List.of(change("/MailAddress/City", "\"Bodø\""), change("/MailAddress/AddressLine2", "null"));
        system.patch(Entity.CUSTOMER, "1", changes, null);
        assertEquals("[{\"op\":\"add\",\"path\":\"/MailAddress\",\"value\":{\"City\":\"Bodø\"}}]", last().body());
        server.reply(400, "{\"detail\":\"target location was not found\"}")
                .reply(400, "{\"detail\":\"target location was not found\"}");
        fails(Kind.INVALID, () -> system.patch(Entity.CUSTOMER, "1", changes, null));
        server.reply(400, "{\"detail\":\"target location was not found\"}");
        fails(Kind.INVALID, () -> system.patch(Entity.CUSTOMER, "1", List.of(change("/Name", "\"A\"")), null));
        assertEquals(6, system.requestsSent());
    }

    @Test
    void onlyAProjectMayAnswerAPatchWithoutABody() {
        List<Change> changes = List.of(change("/Name", "\"A\""));
        server.reply(204, "");
        assertEquals(Optional.empty(), system.patch(Entity.PROJECT, "5", changes, null));
        for (int i = 0; i < 4; i++) {
            server.reply(204, "");
        }
        fails(Kind.TRANSIENT, () -> system.patch(Entity.CUSTOMER, "1", changes, null));
        assertEquals("PATCH /v2/Customers/1", last().line());
    }

    @Test
    void aCreateWithoutAReadableAnswerIsUnclearAndNotRepeated() {
        server.reset().reply(500, "").reply(201, "").reply(200, HTML).reply(201, "{\"Name\":\"A\"}");
        for (int i = 1; i <= 5; i++) {
            fails(Kind.UNCLEAR, () -> system.create(Entity.CUSTOMER, null, object("{\"Name\":\"A\"}"), ""));
            assertEquals(i + 1, server.requests().size());
        }
    }

    @Test
    void withoutATokenACreateWasNotSent() {
        system = connection().system(false);
        server.close();
        fails(Kind.TRANSIENT, () -> system.create(Entity.CUSTOMER, null, object("{}"), ""));
    }

    @Test
    void aUsedSlotNamesItsHolder() {
        server.reply(
                400,
                "{\"title\":\"Customer validation error(s)\",\"detail\":\"External import reference customerp:C-1 is already used by contact with id 77.\"}");
        RemoteException failure = fails(Kind.INVALID, () -> system.create(Entity.CUSTOMER, null, object("{}"), ""));
        assertEquals("77", failure.holder());
        assertEquals("poweroffice invalid (400)", failure.getMessage());
    }

    @Test
    void numberSeriesAreReadOnceADay() {
        server.reply(
                200,
                "[{\"id\":\"u1\",\"fromInclusive\":10000,\"toInclusive\":19999,\"subLedgerNumberSeriesType\":\"Customer\"},"
                        + "{\"Id\":\"u2\",\"Name\":\"no range\"}]");
        List<Range> series = List.of(new Range(10_000, 19_999));
        assertEquals(Optional.of(series), system.numberSeries(Entity.CUSTOMER));
        assertEquals(Optional.of(List.of()), system.numberSeries(Entity.EMPLOYEE));
        assertEquals("GET /v2/SubLedgerNumberSeries", last().line());
        assertEquals(2, system.requestsSent());
    }

    @Test
    void contactPersonsAreFoundByTheirContact() {
        server.reply(200, "[" + row(7) + "]");
        assertEquals(List.of("7"), system.contactPersons("20550002"));
        assertEquals("GET /v2/ContactPersons?PageNumber=1&PageSize=1000&contactIds=20550002", last().line());
    }

    private PowerOfficeConnection connection() {
        PowerOfficeSettings settings =
                new PowerOfficeSettings(server.uri("/v2"), server.uri("/OAuth/Token"), "app", "client", "sub");
        return new PowerOfficeConnection(settings, budget, wait -> {}, clock, attempts);
    }

    private StubServer token(String token) {
        return server.reply(200, "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":1200}");
    }

    private StubServer.Request last() {
        List<StubServer.Request> requests = server.requests();
        return requests.get(requests.size() - 1);
    }

    private static String row(int id) {
        return "{\"Id\":" + id + ",\"LastChangedDateTimeOffset\":\"2026-03-02T09:10:00+00:00\"}";
    }

    private static Change change(String path, String json) {
        return new Change(JsonPointer.compile(path), node(json));
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) node(json);
    }

    private static JsonNode node(String json) {
        return Json.read(json).orElseThrow();
    }

    private static RemoteException fails(Kind kind, Executable call) {
        RemoteException failure = assertThrows(RemoteException.class, call);
        assertEquals(kind, failure.kind());
        return failure;
    }
}
