package com.customerp.sync.sync;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.mapping.RecordId;
import com.customerp.sync.mapping.RecordKey;
import com.customerp.sync.mapping.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Brings one record and its counterpart to the same place, whatever made the sync look: reads both as they are now,
 * decides, acts and writes down where the record stands. Every path ends in a stored state or in nothing to do.
 */
public final class Reconciler {
    private static final int TRIES = 30;
    private static final Duration BUSY = Duration.ofMillis(200);

    private final Mapping mapping;
    private final Quiet quiet;
    private final Systems systems;
    private final LinkStore links;
    private final PairWork pairs;
    private final UnlinkedWork unlinked;
    private final Newborn newborn;
    private final CreationsUnderWay underWay;
    private final boolean createsInCustomerp;
    private final Claims claims;
    private final Notes notes;
    private final Prerequisites prerequisites;
    private final Journal journal;
    private final Clock clock;
    private final Waiter waiter;

    Reconciler(Engine.Wiring wiring, PairWork pairs, UnlinkedWork unlinked, Newborn newborn) {
        this.mapping = wiring.mapping();
        this.quiet = wiring.quiet();
        this.systems = wiring.parts().systems();
        this.links = wiring.parts().links();
        this.pairs = pairs;
        this.unlinked = unlinked;
        this.newborn = newborn;
        this.underWay = wiring.underWay();
        this.createsInCustomerp = wiring.policy().createInCustomerp();
        this.claims = wiring.claims();
        this.notes = wiring.notes();
        this.prerequisites = wiring.engines().prerequisites;
        this.journal = wiring.parts().journal();
        this.clock = wiring.parts().clock();
        this.waiter = wiring.parts().waiter();
    }

    /**
     * Reconciles one record, and before it those that it refers to.
     *
     * @return what came of it; {@code RETRY} when it is noted as due, also when looking at it failed in a way that nobody
     *     thought of
     * @throws RemoteException of kind {@code UNAUTHORISED} or {@code FORBIDDEN}: no record of this system can be
     *     reconciled now; this one is noted as due
     * @throws RuntimeException when not even that could be noted: the table cannot be used
     */
    public Outcome reconcile(Visit visit) {
        Instant start = clock.instant();
        int before = requestsSent();
        RecordKey record = new RecordKey(mapping.entity(), Side.CUSTOMERP, visit.customerpId());
        prerequisites.begin(record);
        Outcome outcome;
        try {
            outcome = untilDone(visit);
        } finally {
            prerequisites.end(record);
        }
        journal.reconciled(
                mapping.entity(),
                visit.customerpId(),
                visit.cause(),
                outcome,
                requestsSent() - before,
                Duration.between(start, clock.instant()));
        return outcome;
    }

    private int requestsSent() {
        return systems.customerp().requestsSent() + systems.powerOffice().requestsSent();
    }

    private Outcome untilDone(Visit visit) {
        for (int tries = 0; tries < TRIES; tries++) {
            Link link = tries == 0 && visit.is(Visit.Trait.UNLINKED)
                    ? Link.unknown(mapping.entity(), visit.customerpId())
                    : find(visit);
            if (claims.isForeign(link) || mayBeUnderWay(link, visit.cause())) {
                if (!visit.cause().urgent()) {
                    return busy(visit, link);
                }
                waiter.await(BUSY);
                continue;
            }
            try {
                return attempt(visit, link);
            } catch (Claims.LostException anotherWasFaster) {
                continue;
            } catch (RemoteException fault) {
                note(visit, fault.getMessage());
                if (fault.isRefusal()) {
                    throw fault;
                }
                boolean passes = fault.kind() != RemoteException.Kind.BUG;
                return Outcome.failed(link.powerOfficeId(), new Outcome.Fault(fault.getMessage(), passes));
            } catch (LinkStore.TooLargeException tooLarge) {
                return tooLarge(visit, link.powerOfficeId());
            } catch (RuntimeException bug) {
                String sentence = Unexpected.sentence(bug);
                note(visit, sentence);
                return Outcome.failed(link.powerOfficeId(), new Outcome.Fault(sentence, false));
            }
        }
        return busy(visit, Link.unknown(mapping.entity(), visit.customerpId()));
    }

    private Link find(Visit visit) {
        return links.find(mapping.entity(), visit.customerpId())
                .orElseGet(() -> Link.unknown(mapping.entity(), visit.customerpId()));
    }

    /** Whether CustomERP's record may be one that the sync itself has just created there. */
    private boolean mayBeUnderWay(Link link, Cause cause) {
        return createsInCustomerp
                && link.powerOfficeId() == null
                && !Link.isProvisional(link.customerpId())
                && underWay.remain(cause);
    }

    private Outcome attempt(Visit visit, Link link) {
        if (link.state() == State.EXCLUDED) {
            return Outcome.of(Outcome.Result.EXCLUDED, link.powerOfficeId());
        }
        if (Link.isProvisional(link.customerpId())) {
            return newborn.work(visit, link);
        }
        Optional<Reading> powerOffice = hint(visit, link);
        boolean settled = !visit.is(Visit.Trait.FORCED) && quiet.isSettled(link) && isUnchanged(link, powerOffice);
        Optional<Reading> listed = listed(visit);
        if (settled && listed.filter(reading -> isOldNews(reading, link)).isPresent()) {
            return settled(link);
        }
        Optional<Reading> current = listed.filter(reading -> isCurrent(reading, link));
        RemoteRecord customerp = current.map(Reading::record).orElseGet(() -> read(visit));
        if (settled && current.isEmpty() && isUnchanged(link, customerp)) {
            return settled(link);
        }
        return link.powerOfficeId() == null
                ? unlinked.work(visit, link, customerp)
                : pairs.work(visit, link, customerp, powerOffice.filter(reading -> !isOvertaken(reading, link)));
    }

    private static Optional<Reading> listed(Visit visit) {
        return Optional.ofNullable(visit.customerp())
                .filter(reading -> !reading.record().deleted());
    }

    /** Whether a list showed CustomERP's record as it was last looked at, or as it was before. */
    private boolean isOldNews(Reading reading, Link link) {
        return quiet.isLate(reading.record(), link.customerpSeen()) || isUnchanged(link, reading.record());
    }

    private boolean isCurrent(Reading reading, Link link) {
        return !quiet.isLate(reading.record(), link.customerpSeen()) && !isOvertaken(reading, link);
    }

    /** CustomERP's record as it is now, or null when there is none. By what can be no id nothing is asked for. */
    private @Nullable RemoteRecord read(Visit visit) {
        return RecordId.isAllowed(visit.customerpId())
                ? systems.customerp()
                        .read(mapping.entity(), visit.customerpId())
                        .orElse(null)
                : null;
    }

    private Optional<Reading> hint(Visit visit, Link link) {
        return Optional.ofNullable(visit.powerOffice())
                .filter(reading -> !quiet.isLate(reading.record(), link.powerOfficeSeen()));
    }

    /** Whether the link was written since the reading, which may show what has been written over. */
    private static boolean isOvertaken(Reading reading, Link link) {
        return link.savedAt() != null && reading.at().isBefore(link.savedAt());
    }

    private boolean isUnchanged(Link link, @Nullable RemoteRecord customerp) {
        return customerp == null
                ? link.state() == State.CLOSED
                : quiet.isSeen(Side.CUSTOMERP, customerp, link.customerpSeen());
    }

    private boolean isUnchanged(Link link, Optional<Reading> powerOffice) {
        return powerOffice
                .map(reading -> quiet.isSeen(Side.POWEROFFICE, reading.record(), link.powerOfficeSeen()))
                .orElse(true);
    }

    /** What a record is that shows nothing new: a parked one stays parked. */
    static Outcome settled(Link link) {
        return switch (link.state()) {
            case PARKED -> Outcome.parked(link.powerOfficeId(), link.problem());
            case CLOSED -> Outcome.of(Outcome.Result.CLOSED, link.powerOfficeId());
            case WAITING -> Outcome.waiting(link.powerOfficeId(), link.problem());
            default -> Outcome.of(Outcome.Result.UNCHANGED, link.powerOfficeId());
        };
    }

    /** Somebody else is writing the record: it is looked at again when they must have ended. */
    private Outcome busy(Visit visit, Link link) {
        note(visit, "another function was writing the record");
        return Outcome.of(Outcome.Result.RETRY, link.powerOfficeId());
    }

    /** What was stored of the record before fits, so the record is parked with it. */
    private Outcome tooLarge(Visit visit, @Nullable String powerOfficeId) {
        Problem problem = Problem.of(
                Reason.TOO_LONG, "", "there is more to keep about the record than fits; it may have too many lines");
        store(visit, stored -> stored.change()
                .state(State.PARKED)
                .problem(problem)
                .nextAttemptAt(null)
                .lease(null)
                .build());
        return Outcome.parked(powerOfficeId, problem);
    }

    private void note(Visit visit, String error) {
        store(visit, stored -> notes.retry(stored, error));
    }

    private void store(Visit visit, UnaryOperator<Link> change) {
        for (int tries = 0; tries < TRIES; tries++) {
            Link stored = find(visit);
            Link noted = claims.isForeign(stored)
                    ? stored.change().nextAttemptAt(stored.lease().until()).build()
                    : change.apply(stored);
            if (links.save(noted).isPresent()) {
                return;
            }
        }
        throw new IllegalStateException("the record could not be noted as due: too many writers");
    }
}
