package com.customerp.sync.http;

import com.customerp.sync.sync.RemoteException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * Whether the same request may go well in a moment: nothing was done, or doing it twice is doing it once, and the
 * system does not ask for more patience than a call has.
 */
@RegisterForReflection
public final class Passing implements Predicate<Throwable> {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public boolean test(Throwable failure) {
        return failure instanceof RemoteException remote
                && passes(remote)
                && (remote.retryAfter() == null || remote.retryAfter().compareTo(PATIENCE) <= 0);
    }

    /** A 400 of this kind is an expired cursor: the list starts again, the request does not. */
    private static boolean passes(RemoteException failure) {
        return switch (failure.kind()) {
            case TRANSIENT -> failure.status() != 400;
            case RATE_LIMITED -> true;
            default -> false;
        };
    }
}
