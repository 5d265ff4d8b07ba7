package com.customerp.sync.poweroffice;

import com.customerp.sync.http.Attempts;
import com.customerp.sync.http.Gate;

/** Puts PowerOffice's adapter together over any client, for tests that need no socket. */
public final class PowerOfficeSystems {
    private PowerOfficeSystems() {}

    /** The adapter of one invocation; token and number series outlast it as they do in a warm function. */
    public static PowerOfficeSystem of(
            PowerOfficeApi api,
            PowerOfficeSettings settings,
            TokenSource tokens,
            NumberSeriesCache numberSeries,
            Gate gate,
            Attempts attempts) {
        return new PowerOfficeSystem(api, new PowerOfficeClient(settings, tokens, gate, attempts), numberSeries);
    }
}
