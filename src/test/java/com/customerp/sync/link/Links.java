package com.customerp.sync.link;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.mapping.Side;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Links for tests. */
final class Links {
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Links() {}

    /** A customer without a counterpart, not stored yet. */
    static Link unlinked(String customerpId) {
        return Link.unknown(Entity.CUSTOMER, customerpId);
    }

    /** A linked customer, not stored yet. */
    static Link linked(String customerpId, String powerOfficeId) {
        return unlinked(customerpId)
                .change()
                .state(State.LINKED)
                .powerOfficeId(powerOfficeId)
                .powerOfficeSeen(new Seen("digest", "v1"))
                .build();
    }

    /** A customer that is due some time, not stored yet. */
    static Link due(String customerpId, Instant at) {
        return unlinked(customerpId)
                .change()
                .state(State.RETRY)
                .nextAttemptAt(at)
                .build();
    }

    /** A link in which nothing is empty. */
    static Link full(String customerpId, @Nullable String powerOfficeId) {
        Event event = new Event(
                NOON.plusNanos(123_456_789),
                "webhook",
                "patched",
                List.of("name", "address.city"),
                Side.POWEROFFICE,
                "conflict: newest",
                "cor-1");
        Problem problem = new Problem(
                Reason.AMBIGUOUS,
                "email",
                "two records show this key",
                "Number is in use",
                List.of("20550001", "20550002"));
        return new Link(
                Entity.CUSTOMER,
                customerpId,
                powerOfficeId,
                powerOfficeId == null ? null : "20550000",
                0,
                NOON,
                State.PARKED,
                Map.of("name", new Bases("c1", "p1"), "address.city", new Bases("c2", "p2")),
                List.of(new LineLink("L-1", "a01", Map.of("quantity", new Bases("c3", "p3")))),
                new Seen("cd", "2026-03-02T11:00:00Z"),
                new Seen("pd", null),
                true,
                true,
                List.of(Problem.of(Reason.TOO_LONG, "phone", "the text is too long")),
                problem,
                3,
                NOON.plusNanos(1_000_001),
                "503",
                new Lease("run-1", NOON.plusSeconds(60)),
                NOON.minusSeconds(5),
                "i1",
                NOON.minusSeconds(600),
                NOON.minusSeconds(7200),
                true,
                List.of(event));
    }
}
