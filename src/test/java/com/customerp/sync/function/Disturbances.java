package com.customerp.sync.function;

import com.customerp.sync.http.Attempts;
import com.customerp.sync.local.http.Fault;
import com.customerp.sync.local.http.Faults;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Faults by chance, the same for the same seed: of 100 requests 5 meet a 500, 5 a 429 and 2 a reset after the write. */
public final class Disturbances {

    /** Everything is switched on, requests are as few as PowerOffice allows, and what is tried again is so at once: hundreds of faults cost no time. */
    public static final class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(new CreateInCustomerpTest.SwitchedOn().getConfigOverrides());
            settings.put("sync.poweroffice.requests-per-second", "9");
            settings.put(Attempts.class.getName() + "/of/Retry/delay", "1");
            settings.put(Attempts.class.getName() + "/of/Retry/jitter", "0");
            return settings;
        }
    }

    private final Random random;
    private int count;

    Disturbances(long seed) {
        random = new Random(seed);
    }

    /** Disturbs every request to a system until its faults are cleared. */
    void in(Faults faults) {
        faults.always().then((request, simulator) -> {
            Fault fault = next();
            return fault == null ? simulator.handle(request) : fault.answer(request, simulator);
        });
    }

    /** How many faults there were. */
    synchronized int count() {
        return count;
    }

    private synchronized Fault next() {
        int chance = random.nextInt(100);
        if (chance >= 12) {
            return null;
        }
        count++;
        if (chance < 5) {
            return Fault.serverError();
        }
        return chance < 10 ? Fault.tooManyRequests(1) : Fault.resetAfter();
    }
}
