package com.customerp.sync.local.poweroffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.local.http.Fault;
import com.customerp.sync.local.http.Request;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the simulator does when it is told to misbehave: mapping.md 10, poweroffice-go-v2.md 3, 5. */
class MisbehaviourTest extends OverHttp {
    private static final Predicate<Request> POSTS = request -> request.method().equals("POST");
    private static final Predicate<Request> LISTS = request -> request.path().endsWith("/Customers");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "TRIMS | Name | ` Fjord  AS ` | `Fjord  AS`",
                "COLLAPSES_BLANKS | Name | `Fjord  AS` | `Fjord AS`",
                "EMPTY_BECOMES_NULL | PhoneNumber | `` | `null`",
                "PHONE_WITHOUT_BLANKS | PhoneNumber | `+47 22 00 00 01` | `+4722000001`",
                "PHONE_WITH_COUNTRY | PhoneNumber | `22000001` | `+4722000001`",
                "PHONE_WITH_COUNTRY | PhoneNumber | `004722000001` | `004722000001`",
                "EMAIL_LOWER_CASE | EmailAddress | `Post@A.example` | `post@a.example`",
                "WEBSITE_WITH_SCHEME | WebsiteUrl | `a.example` | `http://a.example`",
                "WEBSITE_WITH_SLASH | WebsiteUrl | `https://a.example` | `https://a.example/`",
                "ORGANIZATION_NUMBER_FORMATTED | OrganizationNumber | `987654325` | `NO 987 654 325 MVA`"
            })
    void textsAreRewrittenOnlyWhenTold(Quirk quirk, String member, String sent, String shown) {
        String address = customer("A");
        String value = "\"" + sent + "\"";
        assertEquals(
                sent, replace(address, "/" + member, value).is(200).at(member).asText());
        simulator.change(options -> options.with(quirk));
        assertEquals(
                shown, replace(address, "/" + member, value).is(200).at(member).asText());
        Answer made = post("/Customers", "{\"Name\":\"B\",\"" + member + "\":" + value + "}");
        assertEquals(shown, made.at(member).asText());
        simulator.change(options -> options.without(quirk));
        assertEquals(
                sent, replace(address, "/" + member, value).is(200).at(member).asText());
    }

    @Test
    void decimalsAreRoundedAndShownWithAPointWhenTold() {
        String address = customer("A");
        assertEquals(
                "12.345",
                replace(address, "/Allowance", "12.345").at("Allowance").asText());
        simulator.change(options -> options.with(Quirk.DECIMALS_ROUNDED));
        assertEquals(
                "12.35",
                replace(address, "/Allowance", "12.345").at("Allowance").asText());
        simulator.change(options -> options.with(Quirk.DECIMALS_WITH_POINT));
        assertTrue(replace(address, "/Allowance", "5").http().body().contains("\"Allowance\":5.0"));
    }

    @Test
    void readsAndListsShowTheOldStateForATime() {
        String address = customer("A");
        clock.pass(Duration.ofSeconds(5));
        simulator.change(options -> options.withStaleReads(Duration.ofSeconds(1), 0));
        assertEquals("B", replace(address, "/Name", "\"B\"").is(200).at("Name").asText());
        customer("C");
        clock.pass(Duration.ofMillis(999));
        assertEquals("A", get(address).at("Name").asText());
        assertEquals(List.of("A"), get("/Customers").column("Name"));
        clock.pass(Duration.ofMillis(1));
        assertEquals("B", get(address).at("Name").asText());
        assertEquals(List.of("B", "C"), get("/Customers").column("Name"));
    }

    @Test
    void readsShowTheOldStateForANumberOfReads() {
        String address = customer("A");
        get(address);
        simulator.change(options -> options.withStaleReads(Duration.ZERO, 1));
        delete(address).is(200);
        get(address).is(200);
        get(address).is(404);
    }

    @Test
    void writesAreNeverStale() {
        String address = customer("A");
        simulator.change(options -> options.withStaleReads(Duration.ofHours(1), 9));
        replace(address, "/ExternalImportReference", "\"customerp:C-1\"").is(200);
        post("/Customers", "{\"Name\":\"B\",\"ExternalImportReference\":\"customerp:C-1\"}")
                .is(400);
        assertEquals(
                "A",
                simulator
                        .user()
                        .read(Resource.CUSTOMERS, id(address))
                        .orElseThrow()
                        .path("Name")
                        .asText());
    }

    @Test
    void connectionMayBreakBeforeAndAfterTheWrite() {
        simulator.faults().when(POSTS).times(1).then(Fault.resetBefore());
        assertThrows(UncheckedIOException.class, () -> customer("A"));
        get("/Customers").is(204);
        simulator.faults().when(POSTS).times(1).then(Fault.resetAfter());
        assertThrows(UncheckedIOException.class, () -> customer("B"));
        assertEquals(List.of("B"), get("/Customers").column("Name"));
    }

    @Test
    void listsMayBeHalvedCutOrEmpty() {
        customer("A");
        customer("B");
        simulator.faults().when(LISTS).times(1).then(PowerOfficeFaults.halfList());
        simulator.faults().when(LISTS).times(1).then(PowerOfficeFaults.emptyList());
        simulator.faults().when(LISTS).times(1).then(PowerOfficeFaults.cutBody());
        assertEquals(List.of("A"), get("/Customers").column("Name"));
        get("/Customers").is(204);
        assertTrue(!get("/Customers").http().body().endsWith("]"));
        assertEquals(List.of("A", "B"), get("/Customers").column("Name"));
    }

    @Test
    void gatewayMayRefuseWithAndWithoutSayingHowLong() {
        simulator.faults().always().times(1).then(PowerOfficeFaults.throttled());
        simulator.faults().always().times(1).then(PowerOfficeFaults.throttled(7));
        simulator.faults().always().times(1).then(PowerOfficeFaults.serverError());
        simulator.faults().always().times(1).then(PowerOfficeFaults.badGateway());
        simulator.faults().always().times(1).then(Fault.html(200));
        assertTrue(get("/Customers")
                .is(429)
                .http()
                .headers()
                .firstValue("Retry-After")
                .isEmpty());
        assertEquals(
                "7",
                get("/Customers")
                        .is(429)
                        .http()
                        .headers()
                        .firstValue("Retry-After")
                        .orElseThrow());
        assertEquals(500, get("/Customers").is(500).at("status").intValue());
        assertEquals(502, get("/Customers").is(502).at("statusCode").intValue());
        assertTrue(get("/Customers").is(200).http().body().contains("<html>"));
        assertEquals(Set.of(), Set.copyOf(contract.violations()));
    }
}
