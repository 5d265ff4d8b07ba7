package com.customerp.sync.sync;

import com.customerp.sync.mapping.Entity;
import java.time.Duration;

/** Is told of every record that was looked at; writes one line each (names, never values). */
@FunctionalInterface
public interface Journal {
    void reconciled(Entity entity, String customerpId, Cause cause, Outcome outcome, int requests, Duration took);

    /** Is told of a failure that is no single record's; {@code sentence} holds no value of one. */
    default void failed(Entity entity, Cause cause, String sentence) {}
}
