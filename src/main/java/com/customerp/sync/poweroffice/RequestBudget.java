package com.customerp.sync.poweroffice;

import com.customerp.sync.http.Gate;
import java.time.Duration;

/**
 * The request rate that all functions share (design.md 5): PowerOffice refuses more than 10 requests in any second for
 * one subscription key.
 */
public interface RequestBudget {

    /**
     * Asks for the right to send one request.
     *
     * @param urgent a webhook's request: goes before those of sweeps
     * @return how long to wait before sending; zero means now. A negative duration means: not granted, ask again after
     *     its absolute value (sweeps step back while others wait)
     */
    Duration take(boolean urgent);

    /** Whether a turn that was waited for may be used: PowerOffice has not asked for silence meanwhile. */
    boolean stands();

    /** Nobody sends for this long, whatever turn it has: PowerOffice answered 429. */
    void pause(Duration silence);

    /** The turns of one caller. */
    default Gate.Turns turns(boolean urgent) {
        return new Gate.Turns() {
            @Override
            public Duration take() {
                return RequestBudget.this.take(urgent);
            }

            @Override
            public boolean stands() {
                return RequestBudget.this.stands();
            }

            @Override
            public void pause(Duration silence) {
                RequestBudget.this.pause(silence);
            }
        };
    }
}
