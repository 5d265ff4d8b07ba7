package com.customerp.sync.history;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.sync.Cause;
import com.customerp.sync.sync.Journal;
import com.customerp.sync.sync.Outcome;
import java.time.Duration;

/** The sync notes failures that nobody thought of and goes on; a test that meets one must not. */
final class Strict implements Journal {

    @Override
    public void reconciled(Entity entity, String id, Cause cause, Outcome outcome, int requests, Duration took) {
        if (outcome.fault() != null && !outcome.fault().passes()) {
            throw new AssertionError(entity + " " + id + ": " + outcome.fault().sentence());
        }
    }

    @Override
    public void failed(Entity entity, Cause cause, String sentence) {
        throw new AssertionError(entity + ": " + sentence);
    }
}
