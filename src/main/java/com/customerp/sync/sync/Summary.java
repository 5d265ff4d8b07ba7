package com.customerp.sync.sync;

import com.customerp.sync.mapping.Side;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts what one invocation did (functions.md "&lt;entity&gt;-schedule"). Not thread-safe. */
public final class Summary {
    private final Map<Outcome.Result, Integer> results = new EnumMap<>(Outcome.Result.class);
    private final Map<Side, Integer> read = new EnumMap<>(Side.class);
    private final Map<Side, Integer> patched = new EnumMap<>(Side.class);
    private final Map<Side, Traffic> traffic = new EnumMap<>(Side.class);
    private int conflicts;
    private @Nullable Instant knownAsOf;
    private boolean complete;
    private boolean skipped;

    void read(Side side, int records) {
        read.merge(side, records, Integer::sum);
    }

    void add(Outcome outcome) {
        results.merge(outcome.result(), 1, Integer::sum);
        outcome.patched().forEach(side -> patched.merge(side, 1, Integer::sum));
        conflicts += outcome.conflicts();
    }

    void traffic(Side side, Traffic passed) {
        traffic.put(side, passed);
    }

    void knownAsOf(Instant at) {
        knownAsOf = at;
    }

    void complete() {
        complete = true;
    }

    /** Another sweep of the entity is running. */
    static Summary skipped() {
        Summary summary = new Summary();
        summary.skipped = true;
        return summary;
    }

    /** Records of this result. */
    public int count(Outcome.Result result) {
        return results.getOrDefault(result, 0);
    }

    /** Records read from the lists of a side. */
    public int read(Side side) {
        return read.getOrDefault(side, 0);
    }

    /** Records of a side that were changed. */
    public int patched(Side side) {
        return patched.getOrDefault(side, 0);
    }

    /** Requests sent to a side. */
    public int requests(Side side) {
        return traffic.getOrDefault(side, Traffic.NONE).sent();
    }

    /** Of those, how many were refused for their rate. */
    public int throttled(Side side) {
        return traffic.getOrDefault(side, Traffic.NONE).throttled();
    }

    /** Fields that both sides had changed to different values. */
    public int conflicts() {
        return conflicts;
    }

    /** False: out of time; the next call goes on. */
    public boolean isComplete() {
        return complete;
    }

    /** As of when everything in both systems is known: when the last complete sweep began. Empty before the first one. */
    public Optional<Instant> knownAsOf() {
        return Optional.ofNullable(knownAsOf);
    }

    /** Another sweep of this entity is running. */
    public boolean isSkipped() {
        return skipped;
    }
}
