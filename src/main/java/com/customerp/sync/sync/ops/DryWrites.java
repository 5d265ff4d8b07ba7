package com.customerp.sync.sync.ops;

import com.customerp.sync.mapping.RecordKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a dry run would have sent to the two systems: names of members, never values. Not thread-safe. */
final class DryWrites {
    /**
     * One request that was not sent.
     *
     * @param action {@code create}, {@code patch}, {@code delete}, {@code createLine}, {@code patchLine}, {@code deleteLine}
     * @param members as the system names them
     */
    record Write(String action, List<String> members) {}

    private final Map<RecordKey, List<Write>> writes = new HashMap<>();

    void add(RecordKey record, String action, List<String> members) {
        writes.computeIfAbsent(record, key -> new ArrayList<>()).add(new Write(action, List.copyOf(members)));
    }

    List<Write> of(RecordKey record) {
        return writes.getOrDefault(record, List.of());
    }
}
