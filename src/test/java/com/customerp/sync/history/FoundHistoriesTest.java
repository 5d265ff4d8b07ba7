package com.customerp.sync.history;

import static com.customerp.sync.mapping.Entity.CONTACT;

import com.customerp.sync.history.Step.Kind;
import com.customerp.sync.mapping.Entity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Histories that once broke a promise, as short as they could be made. */
class FoundHistoriesTest {
    @Test
    void aCountryIsCarriedOnceTheRestOfTheAddressIsThere() {
        History.of(
                Setting.PLAIN,
                Bug.NONE,
                List.of(
                        step(Kind.EDIT_CUSTOMERP, CONTACT, 35, 23, 94),
                        step(Kind.CHANGES, CONTACT, 68, 51, 54),
                        step(Kind.EDIT_POWEROFFICE, CONTACT, 18, 92, 55)));
    }

    private static Step step(Kind kind, Entity entity, int record, int detail, int value) {
        return new Step(kind, entity, record, detail, value);
    }
}
