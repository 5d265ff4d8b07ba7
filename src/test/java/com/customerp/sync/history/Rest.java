package com.customerp.sync.history;

import com.customerp.sync.history.Violation.Promise;
import com.customerp.sync.link.Link;
import com.customerp.sync.link.State;
import com.customerp.sync.local.http.RequestLog;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.sync.Sweep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Lets everything come to rest: no faults, nobody works, all functions run until they find nothing more to do. */
final class Rest {
    private static final int ROUNDS = 14;
    /** Rounds without a full pass: what waits for another record, and what was noted as due, is done in these. */
    private static final int CHANGES_ALONE = 2;

    private static final Duration BETWEEN = Duration.ofHours(7);
    private static final Duration LONG = Duration.ofMinutes(13);
    private static final Set<State> OPEN = EnumSet.of(State.CREATING, State.RETRY, State.WAITING);

    private final Company company;
    private final Checks checks;
    private final Ledger ledger;

    Rest(Company company, People people, Ledger ledger) {
        this.company = company;
        this.ledger = ledger;
        this.checks = new Checks(company, people, ledger);
    }

    /**
     * Waits for rest and holds every promise against it.
     *
     * @throws Violation when one is broken
     */
    void comes() {
        company.powerOffice.faults().clear();
        company.customerp.faults().clear();
        company.letNextLive();
        List<String> writes = List.of();
        for (int round = 0; round < ROUNDS; round++) {
            writes = pass(round >= CHANGES_ALONE);
            if (round == CHANGES_ALONE - 1) {
                checks.changesSuffice();
            }
            if (round >= CHANGES_ALONE && writes.isEmpty() && open().isEmpty()) {
                checks.all();
                ledger.close(checks::isPending);
                return;
            }
        }
        if (!writes.isEmpty()) {
            throw new Violation(Promise.QUIET_PASS_WRITES_NOTHING, String.join("\n", writes));
        }
        throw new Violation(Promise.NOTHING_STUCK, open().toString());
    }

    /** One pass of everything; what was written to either system. */
    private List<String> pass(boolean full) {
        company.clock.pass(BETWEEN);
        company.powerOffice.log().clear();
        company.customerp.requests().clear();
        webhooksArrive();
        Entity.ORDER_OF_WORK.forEach(entity -> company.sweep(entity, Sweep.Mode.CHANGES, LONG));
        if (full) {
            Entity.ORDER_OF_WORK.forEach(entity -> company.sweep(entity, Sweep.Mode.FULL, LONG));
        }
        webhooksArrive();
        return Stream.concat(writes(company.powerOffice.log()), writes(company.customerp.requests()))
                .toList();
    }

    private void webhooksArrive() {
        company.webhooks.take(Integer.MAX_VALUE).forEach(event -> company.webhook(event.entity(), event.id()));
    }

    private static Stream<String> writes(RequestLog log) {
        return log.entries().stream()
                .filter(RequestLog.Entry::isWrite)
                .map(entry -> entry.method() + " " + entry.path() + " " + entry.status());
    }

    private List<Link> open() {
        List<Link> open = new ArrayList<>();
        for (Entity entity : Entity.values()) {
            company.links.all(entity, null).links().stream()
                    .filter(link -> OPEN.contains(link.state()) || link.nextAttemptAt() != null)
                    .forEach(open::add);
        }
        return open;
    }
}
