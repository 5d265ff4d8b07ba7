package com.customerp.sync.customerp;

import com.customerp.sync.http.Attempts;
import com.customerp.sync.http.Gate;
import com.customerp.sync.http.RestClients;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.Waiter;
import java.time.Clock;

/** What every system object of one process shares: the client, and the silence that a 429 asks for. */
public final class CustomerpConnection {

    private final CustomerpSettings settings;
    private final CustomerpApi api;
    private final Gate.Turns turns;
    private final Waiter waiter;
    private final Attempts attempts;

    /**
     * @param waiter waits out a 429
     * @param clock tells when the silence after a 429 is over
     * @param attempts repeats what fails in passing
     */
    public CustomerpConnection(CustomerpSettings settings, Waiter waiter, Clock clock, Attempts attempts) {
        this.settings = settings;
        this.api = RestClients.build(CustomerpApi.class, settings.url());
        this.turns = Gate.unlimited(clock);
        this.waiter = waiter;
        this.attempts = attempts;
    }

    /** A way to use CustomERP that counts its own requests. */
    public CustomerpSystem system() {
        return new CustomerpSystem(api, settings, new Gate(Side.CUSTOMERP, turns, waiter), attempts);
    }
}
