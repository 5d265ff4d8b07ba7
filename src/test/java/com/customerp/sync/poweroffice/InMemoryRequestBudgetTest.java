package com.customerp.sync.poweroffice;

import java.time.Clock;

class InMemoryRequestBudgetTest extends RequestBudgetContract {
    private final InMemoryRequestBudget shared = new InMemoryRequestBudget(clock, RATE);

    @Override
    RequestBudget budget(Clock other) {
        return shared.seenBy(other);
    }
}
