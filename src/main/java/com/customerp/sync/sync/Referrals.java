package com.customerp.sync.sync;

import com.customerp.sync.link.Link;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.mapping.RecordKey;
import com.customerp.sync.mapping.References;
import com.customerp.sync.mapping.Side;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What happens to a record that refers to another one without a link: that one goes first, or it is waited for. */
final class Referrals {
    /** How long a record waits before it is parked (mapping.md 1.1). */
    private static final Duration LONGEST_WAIT = Duration.ofHours(24);

    private final Mapping mapping;
    private final Prerequisites prerequisites;
    private final References references;
    private final Wakes wakes;
    private final Notes notes;
    private final Clock clock;

    Referrals(Engine.Wiring wiring) {
        this.mapping = wiring.mapping();
        this.prerequisites = wiring.engines().prerequisites;
        this.references = wiring.engines().references;
        this.wakes = wiring.engines().wakes;
        this.notes = wiring.notes();
        this.clock = wiring.parts().clock();
    }

    /**
     * Has the records reconciled that a plan could not refer to, once for each look at a record.
     *
     * @return whether that was done: the pair has to be decided again
     */
    boolean goFirst(Pair pair, Plan plan, Cause cause) {
        if (plan.unresolved().isEmpty() || pair.prerequisitesDone) {
            return false;
        }
        pair.prerequisitesDone = true;
        prerequisites.reconcile(records(plan.unresolved()), cause);
        return true;
    }

    /**
     * The record waits; after 24 hours it is parked.
     *
     * @return what is to be stored, or empty when what it waits for was linked this very moment: decide again
     */
    Optional<Link> await(Pair pair, Plan plan, Cause cause) {
        List<Plan.Unresolved> missing = plan.waitedFor();
        wakes.await(pair.link, records(missing));
        if (missing.stream().anyMatch(reference -> isLinked(reference.record()))) {
            return Optional.empty();
        }
        Plan.Unresolved first = missing.get(0);
        Instant until = since(pair).plus(LONGEST_WAIT);
        return Optional.of(note(pair, missing(first.field(), first.record()), until, cause));
    }

    /**
     * A linked record that this one refers to was not found in PowerOffice: it is looked at, and this one waits for what
     * comes of it (mapping.md 1.7).
     */
    Link lookAgain(Pair pair, List<Carry> sent, Cause cause) {
        List<RecordKey> records = sent.stream()
                .flatMap(carry -> named(carry.field(), pair.customerp.body()).stream())
                .toList();
        prerequisites.lookAgain(records, cause);
        Problem problem =
                Problem.of(Reason.MISSING_REFERENCE, "", "a record that it refers to was not found in PowerOffice");
        return note(pair, problem, notes.nextAttempt(pair.link), cause);
    }

    private Link note(Pair pair, Problem problem, Instant next, Cause cause) {
        Instant since = since(pair);
        Instant until = since.plus(LONGEST_WAIT);
        return clock.instant().isBefore(until)
                ? notes.waiting(pair, problem, since, next.isBefore(until) ? next : until, cause)
                : notes.parked(pair, problem, cause);
    }

    private Instant since(Pair pair) {
        return pair.link.waitingSince() == null ? clock.instant() : pair.link.waitingSince();
    }

    /**
     * Notes for which records the held references wait.
     *
     * @return whether one was linked this very moment: the record is due at once
     */
    boolean hold(Pair pair) {
        wakes.await(pair.link, records(pair.unresolved));
        return pair.unresolved.stream().anyMatch(reference -> isLinked(reference.record()));
    }

    /** A record that is parked for what it refers to is looked at again when that changes (mapping.md 4.5). */
    void watch(Pair pair, Problem problem) {
        if (pair.customerp != null) {
            wakes.await(pair.link, named(pair.customerp, field -> field.name().equals(problem.field())));
        }
    }

    private List<RecordKey> named(RemoteRecord customerp, Predicate<Field> condition) {
        return mapping.fields().stream()
                .filter(condition)
                .flatMap(field -> named(field, customerp.body()).stream())
                .toList();
    }

    /** The CustomERP record that a field names. */
    private static Optional<RecordKey> named(Field field, JsonNode customerp) {
        return field.rule().reference().flatMap(entity -> Optional.ofNullable(
                        field.canonical(Side.CUSTOMERP, customerp))
                .map(id -> new RecordKey(entity, Side.CUSTOMERP, id)));
    }

    private boolean isLinked(RecordKey record) {
        return references
                .counterpart(record.entity(), record.side(), record.id())
                .isPresent();
    }

    private static Problem missing(String field, RecordKey record) {
        return Problem.of(
                Reason.MISSING_REFERENCE, field, "the " + record.entity().key() + " that it names is not linked yet");
    }

    private static List<RecordKey> records(List<Plan.Unresolved> references) {
        return references.stream().map(Plan.Unresolved::record).distinct().toList();
    }
}
