package com.customerp.sync.local.poweroffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.local.http.Request;
import com.customerp.sync.local.http.Response;
import com.customerp.sync.world.ManualClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Without a socket, and without the contract's checker, which knows one letter case of paths only. */
class InProcessTest {
    private final PowerOfficeSimulator simulator = new PowerOfficeSimulator(
            new ManualClock(Instant.parse("2026-03-02T09:10:00.123456789Z")),
            PowerOfficeOptions.standard().withRequestsPerSecond(0));
    private String token;

    @BeforeEach
    void takeToken() {
        byte[] form = "grant_type=client_credentials".getBytes(StandardCharsets.UTF_8);
        Request request = Request.of("POST", "/oauth/token")
                .with("Authorization", "Basic c2ltdWxhdGVkLWFwcGxpY2F0aW9uLWtleTpzaW11bGF0ZWQtY2xpZW50LWtleQ==")
                .with("Ocp-Apim-Subscription-Key", "simulated-subscription-key")
                .withBody("application/x-www-form-urlencoded", form);
        token = OverHttp.object(simulator.handle(request).text())
                .path("access_token")
                .asText();
    }

    @Test
    void pathsAndQueryNamesTakeAnyLetterCase() {
        simulator.user().create(Resource.CUSTOMERS, OverHttp.object("{\"Name\":\"Alfa AS\",\"Number\":10001}"));
        simulator.user().create(Resource.CUSTOMERS, OverHttp.object("{\"Name\":\"Beta AS\",\"Number\":10002}"));
        Response response = call("GET", "/V2/CUSTOMERS?CustomerNOS=10002&pagesize=1");
        assertEquals(200, response.status());
        assertTrue(response.text().contains("Beta AS"));
    }

    @Test
    void logHoldsEveryRequestWithItsStatus() {
        call("GET", "/v2/Customers?PageSize=5");
        call("GET", "/v2/Customers/1");
        assertEquals(1, simulator.log().count("POST", "/oauth/token"));
        assertEquals(1, simulator.log().count("GET", "/v2/Customers"));
        assertEquals(404, simulator.log().entries().get(2).status());
    }

    private Response call(String method, String target) {
        return simulator.handle(Request.of(method, target)
                .with("Authorization", "Bearer " + token)
                .with("Ocp-Apim-Subscription-Key", "simulated-subscription-key"));
    }
}
