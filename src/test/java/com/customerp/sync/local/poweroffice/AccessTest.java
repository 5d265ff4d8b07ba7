package com.customerp.sync.local.poweroffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** poweroffice-go-v2.md 1, 2, 3 and 11: who is let in, how often, and what the gateway says. */
class AccessTest extends OverHttp {
    private static final String SUBSCRIPTION = "Ocp-Apim-Subscription-Key";

    @Test
    void tokenCarriesItsTypeAndLife() {
        Answer answer = send(tokenRequest()).is(200);
        assertEquals("Bearer", answer.at("token_type").asText());
        assertEquals(1200, answer.at("expires_in").intValue());
    }

    @ParameterizedTest
    @CsvSource({
        "wrong, simulated-client-key, grant_type=client_credentials, invalid_client",
        "simulated-application-key, wrong, grant_type=client_credentials, invalid_client",
        "simulated-application-key, simulated-client-key, grant_type=password, unsupported_grant_type"
    })
    void badKeysAndGrantsAreRefusedWithTheirError(String application, String client, String form, String error) {
        HttpRequest.Builder request =
                tokenRequest(application, client, form).header(SUBSCRIPTION, "simulated-subscription-key");
        assertEquals(error, send(request).is(400).at("error").asText());
    }

    @Test
    void tokenCallNeedsTheSubscriptionKey() {
        send(tokenRequest("simulated-application-key", "simulated-client-key", "grant_type=client_credentials"))
                .is(401);
    }

    @Test
    void callWithoutSubscriptionKeyIsRefusedAlthoughTheTokenIsGood() {
        String token = send(tokenRequest()).at("access_token").asText();
        send(HttpRequest.newBuilder(request("/Customers").build().uri()).header("Authorization", "Bearer " + token))
                .is(401);
        send(HttpRequest.newBuilder(request("/Customers").build().uri())
                        .header("Authorization", "Bearer " + token)
                        .header(SUBSCRIPTION, "simulated-subscription-key"))
                .is(204);
    }

    @Test
    void callWithoutOrWithAnUnknownTokenIsRefused() {
        HttpRequest.Builder bare = HttpRequest.newBuilder(
                        request("/Customers").build().uri())
                .header(SUBSCRIPTION, "simulated-subscription-key");
        send(bare).is(401);
        send(bare.header("Authorization", "Bearer unknown")).is(401);
    }

    @Test
    void tokenEndsWithItsLifeAndNotBefore() {
        clock.pass(Duration.ofSeconds(1199));
        get("/Customers").is(204);
        clock.pass(Duration.ofSeconds(1));
        get("/Customers").is(401);
    }

    @Test
    void expiredTokensAreRefusedAtOnce() {
        simulator.expireTokens();
        get("/Customers").is(401);
    }

    @Test
    void eleventhRequestInASecondIsThrottledTokenCallsIncluded() {
        clock.pass(Duration.ofSeconds(2));
        simulator.change(options -> options.withRequestsPerSecond(10));
        send(tokenRequest()).is(200);
        for (int call = 0; call < 9; call++) {
            get("/Customers").is(204);
        }
        Answer refused = get("/Customers").is(429);
        assertEquals(429, refused.at("statusCode").intValue());
        assertTrue(refused.at("message").isTextual());
        assertTrue(refused.http().headers().firstValue("Retry-After").isEmpty());
        clock.pass(Duration.ofMillis(999));
        send(tokenRequest()).is(429);
        clock.pass(Duration.ofMillis(1));
        get("/Customers").is(204);
    }

    @Test
    void throttleMayTellHowLongToWait() {
        clock.pass(Duration.ofSeconds(2));
        simulator.change(options -> options.withRequestsPerSecond(1).with(Quirk.RETRY_AFTER));
        get("/Customers").is(204);
        assertEquals(
                "1",
                get("/Customers")
                        .is(429)
                        .http()
                        .headers()
                        .firstValue("Retry-After")
                        .orElseThrow());
    }

    @Test
    void mostRequestsOfAnySecondAreCountedWithRefusedOnes() {
        clock.pass(Duration.ofSeconds(2));
        for (int call = 0; call < 3; call++) {
            get("/Customers");
            clock.pass(Duration.ofMillis(400));
        }
        assertEquals(3, simulator.maxRequestsInAnySecond());
        simulator.change(options -> options.withRequestsPerSecond(1));
        get("/Customers").is(429);
        get("/Customers").is(429);
        assertEquals(4, simulator.maxRequestsInAnySecond());
    }

    @ParameterizedTest
    @CsvSource({"GET, /Nothing", "POST, /SalesOrders", "PUT, /Customers", "PATCH, /Customers", "POST, /ContactPersons"})
    void unknownAddressesAreTheGatewaysToRefuse(String method, String target) {
        Answer answer = send(request(target).method(method, BodyPublishers.ofString("{}")))
                .is(404);
        assertEquals(404, answer.at("statusCode").intValue());
        assertTrue(answer.at("message").isTextual());
    }

    @Test
    void missingRoleIsForbiddenWithoutABody() {
        simulator.user().setForbidden(Resource.NUMBER_SERIES, true);
        assertEquals("", get("/SubLedgerNumberSeries").is(403).http().body());
        get("/Customers").is(204);
        simulator.user().setForbidden(Resource.NUMBER_SERIES, false);
        get("/SubLedgerNumberSeries").is(200);
    }

    @Test
    void problemsMayBeSpeltInPascalCase() {
        assertEquals(
                "Object(s) not found", get("/Customers/1").is(404).at("title").asText());
        simulator.change(options -> options.with(Quirk.PASCAL_CASE_PROBLEMS));
        assertEquals(
                "Object(s) not found", get("/Customers/1").is(404).at("Title").asText());
    }
}
