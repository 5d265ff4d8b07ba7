package com.customerp.sync.history;

import java.time.Duration;

/**
 * What does not change during a history.
 *
 * @param customerpAhead seconds by which CustomERP's clock is ahead of the sync's
 * @param powerOfficeAhead seconds by which PowerOffice's is
 * @param normalises which of the servers' habits are on, one bit each
 * @param createsInCustomerp whether what was first made in PowerOffice is created in CustomERP
 * @param listsLag whether PowerOffice's change lists show some records only a while after they changed
 */
record Setting(int customerpAhead, int powerOfficeAhead, int normalises, boolean createsInCustomerp, boolean listsLag) {
    /** Clocks agree, servers store what they are sent, lists are complete, nothing is created in CustomERP. */
    static final Setting PLAIN = new Setting(0, 0, 0, false, false);

    Duration customerpSkew() {
        return Duration.ofSeconds(customerpAhead);
    }

    Duration powerOfficeSkew() {
        return Duration.ofSeconds(powerOfficeAhead);
    }
}
