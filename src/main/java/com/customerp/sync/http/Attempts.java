package com.customerp.sync.http;

import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.faulttolerance.api.RetryWhen;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.Retry;

/**
 * Repeats what fails in passing (design.md 5): at most 3 further tries after 0.5, 1 and 2 s, each a little off so that
 * functions do not come back together, and none once 8 s are gone; a read that ran into its time-out has used them up.
 * What still fails then is the caller's to note and to try again later. An instance made by hand does not repeat.
 */
@ApplicationScoped
public class Attempts {

    /** The result of the first attempt that does not fail in passing. */
    @Retry(maxRetries = 3, delay = 500, jitter = 250, maxDuration = 8000)
    @ExponentialBackoff(maxDelay = 4000)
    @RetryWhen(exception = Passing.class)
    public <T> T of(Supplier<T> attempt) {
        return attempt.get();
    }
}
