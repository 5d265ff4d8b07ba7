package com.customerp.sync.poweroffice;

import com.customerp.sync.http.Attempts;
import com.customerp.sync.http.Gate;
import com.customerp.sync.http.RestClients;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.Waiter;
import java.time.Clock;

/**
 * What every system object of one process shares: clients, token, number series and the request budget. The systems
 * differ in how urgent their requests are.
 */
public final class PowerOfficeConnection {

    private final PowerOfficeSettings settings;
    private final PowerOfficeApi api;
    private final TokenSource tokens;
    private final NumberSeriesCache numberSeries;
    private final RequestBudget budget;
    private final Waiter waiter;
    private final Attempts attempts;

    /**
     * @param budget asked before every request, token requests included
     * @param waiter waits for the budget
     * @param clock tells when the token and the number series are old
     * @param attempts repeats what fails in passing
     */
    public PowerOfficeConnection(
            PowerOfficeSettings settings, RequestBudget budget, Waiter waiter, Clock clock, Attempts attempts) {
        this.settings = settings;
        this.api = RestClients.build(PowerOfficeApi.class, settings.url());
        this.tokens = new TokenSource(RestClients.build(TokenApi.class, settings.tokenUrl()), settings, clock);
        this.numberSeries = new NumberSeriesCache(clock);
        this.budget = budget;
        this.waiter = waiter;
        this.attempts = attempts;
    }

    /**
     * A way to use PowerOffice that counts its own requests.
     *
     * @param urgent a webhook's requests go before those of sweeps
     */
    public PowerOfficeSystem system(boolean urgent) {
        Gate gate = new Gate(Side.POWEROFFICE, budget.turns(urgent), waiter);
        return new PowerOfficeSystem(api, new PowerOfficeClient(settings, tokens, gate, attempts), numberSeries);
    }
}
