package com.customerp.sync.sync;

import com.customerp.sync.mapping.Side;
import java.util.EnumMap;
import java.util.Map;

/** Counts what a sweep did (functions.md "&lt;entity&gt;-schedule"). Not thread-safe. */
public final class Summary {
    private final Map<Outcome.Result, Integer> results = new EnumMap<>(Outcome.Result.class);
    private final Map<Side, Integer> read = new EnumMap<>(Side.class);
    private final Map<Side, Integer> patched = new EnumMap<>(Side.class);
    private final Map<Side, Integer> requests = new EnumMap<>(Side.class);
    private int conflicts;
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

    void requests(Side side, int sent) {
        requests.put(side, sent);
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
        return requests.getOrDefault(side, 0);
    }

    /** Fields that both sides had changed to different values. */
    public int conflicts() {
        return conflicts;
    }

    /** False: out of time; the next call goes on. */
    public boolean isComplete() {
        return complete;
    }

    /** Another sweep of this entity is running. */
    public boolean isSkipped() {
        return skipped;
    }
}
