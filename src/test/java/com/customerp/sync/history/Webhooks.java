package com.customerp.sync.history;

import com.customerp.sync.local.customerp.RecordChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** CustomERP's events between their being sent and their arrival. */
final class Webhooks {
    private final com.customerp.sync.local.customerp.Webhooks source;
    private final List<RecordChange> underWay = new ArrayList<>();

    Webhooks(com.customerp.sync.local.customerp.Webhooks source) {
        this.source = source;
        source.deliver(com.customerp.sync.local.customerp.Webhooks.Mode.HELD);
    }

    private void collect() {
        source.held().forEach(event -> underWay.add(event.change()));
        source.release(events -> List.of());
    }

    /** Up to so many events arrive, oldest first. */
    List<RecordChange> take(int count) {
        collect();
        List<RecordChange> first = underWay.subList(0, Math.min(count, underWay.size()));
        List<RecordChange> taken = List.copyOf(first);
        first.clear();
        return taken;
    }

    /** All events arrive, the newest first. */
    List<RecordChange> takeReversed() {
        List<RecordChange> all = new ArrayList<>(take(Integer.MAX_VALUE));
        Collections.reverse(all);
        return all;
    }

    /** All events arrive twice. */
    List<RecordChange> takeTwice() {
        List<RecordChange> all = new ArrayList<>();
        take(Integer.MAX_VALUE).forEach(change -> all.addAll(List.of(change, change)));
        return all;
    }

    /** What is under way never arrives. */
    void lose() {
        take(Integer.MAX_VALUE);
    }
}
