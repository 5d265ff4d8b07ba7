package com.customerp.sync.sync;

import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Side;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came of looking at one record.
 *
 * @param result in one word
 * @param powerOfficeId PowerOffice's key, or null
 * @param fields names of the fields that were written
 * @param patched sides that an existing record was changed on
 * @param conflicts fields that both sides had changed
 * @param problem why it is parked, or null
 * @param fault what failed when it was looked at, or null
 */
public record Outcome(
        Result result,
        @Nullable String powerOfficeId,
        List<String> fields,
        Set<Side> patched,
        int conflicts,
        @Nullable Problem problem,
        @Nullable Fault fault) {

    /**
     * What failed; the record is noted as due.
     *
     * @param sentence holds no value of a record
     * @param passes whether it passes by itself, so that other records may meet it too; else it is this record's own
     */
    public record Fault(String sentence, boolean passes) {}

    /** The results of functions.md. */
    public enum Result {
        CREATED,
        LINKED,
        PATCHED,
        UNCHANGED,
        ARCHIVED,
        CLOSED,
        EXCLUDED,
        RETRY,
        WAITING,
        PARKED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Outcome {
        fields = List.copyOf(fields);
        patched = Set.copyOf(patched);
    }

    /** Nothing was written. */
    public static Outcome of(Result result, @Nullable String powerOfficeId) {
        return new Outcome(result, powerOfficeId, List.of(), Set.of(), 0, null, null);
    }

    /** Looking at it failed, and it is looked at again later. */
    static Outcome failed(@Nullable String powerOfficeId, Fault fault) {
        return new Outcome(Result.RETRY, powerOfficeId, List.of(), Set.of(), 0, null, fault);
    }

    /** Nothing is written until another record is linked. */
    public static Outcome waiting(@Nullable String powerOfficeId, Problem problem) {
        return new Outcome(Result.WAITING, powerOfficeId, List.of(), Set.of(), 0, problem, null);
    }

    /** Nothing more is written until a change or an operator. */
    public static Outcome parked(@Nullable String powerOfficeId, Problem problem) {
        return new Outcome(Result.PARKED, powerOfficeId, List.of(), Set.of(), 0, problem, null);
    }

    /** Whether the next record may fail as this one did. */
    boolean tellsOfOthers() {
        return result == Result.RETRY && (fault == null || fault.passes());
    }
}
