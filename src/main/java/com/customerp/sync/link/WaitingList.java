package com.customerp.sync.link;

import com.customerp.sync.mapping.RecordKey;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Who waits for a record to be linked (mapping.md 1.7). All reads are strongly consistent. Implementations are
 * thread-safe; adding twice is adding once.
 */
public interface WaitingList {

    /** Notes that {@code waiter} waits for a record of either side. */
    void add(RecordKey record, RecordKey waiter);

    /** Who waits for these records; records for which nobody waits are absent. */
    Map<RecordKey, Set<RecordKey>> waiters(Collection<RecordKey> records);

    /** Forgets these waiters of a record. */
    void remove(RecordKey record, Set<RecordKey> waiters);
}
