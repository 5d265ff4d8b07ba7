package com.customerp.sync.http;

import io.quarkus.funqy.Funq;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The application as far as the adapters need it: REST clients and repetition, without real pauses. */
public final class StubProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.funqy.export", "adapters-under-test");
    }

    /** The application does not start without a function. */
    public static final class Function {
        @Funq("adapters-under-test")
        public String answer(String question) {
            return question;
        }
    }
}
