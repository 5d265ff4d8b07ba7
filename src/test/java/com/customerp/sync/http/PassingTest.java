package com.customerp.sync.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.RemoteException;
import com.customerp.sync.sync.RemoteException.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PassingTest {

    private final Passing passing = new Passing();

    @ParameterizedTest
    @EnumSource(Kind.class)
    void onlyWhatWasNotDoneOrMayBeDoneTwiceIsRepeated(Kind kind) {
        boolean repeated = kind == Kind.TRANSIENT || kind == Kind.RATE_LIMITED;
        assertEquals(
                repeated, passing.test(RemoteException.of(Side.CUSTOMERP, kind).build()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"TRANSIENT", "RATE_LIMITED"})
    void whoMustWaitLongerThanACallLastsGivesUpAtOnce(Kind kind) {
        RemoteException.Builder failure = RemoteException.of(Side.CUSTOMERP, kind);
        assertEquals(
                true, passing.test(failure.retryAfter(Duration.ofSeconds(5)).build()));
        assertEquals(
                false, passing.test(failure.retryAfter(Duration.ofSeconds(6)).build()));
    }

    @Test
    void anExpiredCursorIsNotAskedForAgain() {
        assertFalse(passing.test(
                RemoteException.of(Side.CUSTOMERP, Kind.TRANSIENT).status(400).build()));
    }

    @Test
    void aFaultOfOursIsNotRepeated() {
        assertFalse(passing.test(new IllegalStateException()));
    }
}
