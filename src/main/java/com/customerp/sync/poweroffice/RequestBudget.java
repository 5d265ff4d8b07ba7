package com.customerp.sync.poweroffice;

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

    /** Nobody sends for this long: PowerOffice answered 429. */
    void pause(Duration silence);
}
