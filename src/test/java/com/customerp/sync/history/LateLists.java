package com.customerp.sync.history;

import com.customerp.sync.sync.RemotePage;
import com.customerp.sync.sync.RemoteRecord;
import com.customerp.sync.sync.RemoteSystem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A system whose change lists show some records only a while after they changed, and others at once. */
final class LateLists {
    /** Well within the overlap of two lists (guarantees.md, A1). */
    private static final Duration LATE = Duration.ofMinutes(2);

    private LateLists() {}

    /** @param clock the system's own */
    static RemoteSystem of(RemoteSystem system, Clock clock) {
        return Replaced.of(RemoteSystem.class, system, Set.of("list"), call -> {
            RemotePage page = call.proceed();
            Instant shown = clock.instant().minus(LATE);
            List<RemoteRecord> rows = page.records().stream()
                    .filter(row -> call.arguments[1] == null
                            || !isLate(row)
                            || changed(row).isBefore(shown))
                    .toList();
            return new RemotePage(rows, page.next());
        });
    }

    private static boolean isLate(RemoteRecord row) {
        return row.id().hashCode() % 2 == 0;
    }

    private static Instant changed(RemoteRecord row) {
        String version = row.version();
        return Instant.parse(version.substring(version.lastIndexOf(' ') + 1));
    }
}
