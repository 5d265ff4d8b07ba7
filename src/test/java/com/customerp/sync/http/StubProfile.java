package com.customerp.sync.http;

import io.quarkus.funqy.Funq;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** The application as far as the adapters need it: REST clients and repetition, without real pauses. */
public final class StubProfile implements QuarkusTestProfile {

    /** What the start asks for; the adapters under test get their addresses from the stub server instead. */
    private static final Map<String, String> SETTINGS = Map.of(
            "table", "unused",
            "customerp.url", "http://customerp.test",
            "customerp.token", "unused",
            "poweroffice.url", "http://poweroffice.test/v2",
            "poweroffice.token-url", "http://poweroffice.test/OAuth/Token",
            "poweroffice.application-key", "unused",
            "poweroffice.client-key", "unused",
            "poweroffice.subscription-key", "unused",
            "webhook.secrets", "whsec_" + base64(24),
            "fingerprint.key", base64(32));

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> overrides = new HashMap<>();
        overrides.put("quarkus.funqy.export", "adapters-under-test");
        overrides.put("com.customerp.sync.http.Attempts/of/Retry/delay", "1");
        overrides.put("com.customerp.sync.http.Attempts/of/Retry/jitter", "0");
        SETTINGS.forEach((key, value) -> overrides.put("sync." + key, value));
        return overrides;
    }

    private static String base64(int bytes) {
        return Base64.getEncoder().encodeToString(new byte[bytes]);
    }

    /** The application does not start without a function. */
    public static final class Function {
        @Funq("adapters-under-test")
        public String answer(String question) {
            return question;
        }
    }
}
