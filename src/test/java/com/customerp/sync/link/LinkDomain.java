package com.customerp.sync.link;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.mapping.Side;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Arbitrary links, whether they make sense or not. */
final class LinkDomain extends DomainContextBase {

    @Provide
    Arbitrary<Link> links() {
        Arbitrary<Link> plain = Combinators.combine(
                        Arbitraries.of(Entity.class),
                        name(),
                        name().injectNull(0.3),
                        Arbitraries.longs().greaterOrEqual(0),
                        Arbitraries.of(State.class),
                        Arbitraries.integers().greaterOrEqual(0),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((entity, id, powerOfficeId, version, state, attempts, slotWritten, archived) -> Link.unknown(
                                entity, id)
                        .change()
                        .powerOfficeId(powerOfficeId)
                        .version(version)
                        .state(state)
                        .attempts(attempts)
                        .slotWritten(slotWritten)
                        .archived(archived)
                        .build());
        Arbitrary<Link> read = Combinators.combine(plain, bases(), seen(), seen(), text().injectNull(0.5))
                .as((link, bases, customerp, powerOffice, error) -> link.change()
                        .bases(bases)
                        .customerpSeen(customerp)
                        .powerOfficeSeen(powerOffice)
                        .lastError(error)
                        .build());
        Arbitrary<Link> timed = Combinators.combine(read, time(), time(), time(), lease())
                .as((link, due, posted, missing, lease) -> link.change()
                        .nextAttemptAt(due)
                        .postedAt(posted)
                        .missingSince(missing)
                        .lease(lease)
                        .build());
        return Combinators.combine(
                        timed,
                        problem().list().ofMaxSize(3),
                        problem().injectNull(0.5),
                        event().list().ofMaxSize(25))
                .as(LinkDomain::with);
    }

    private static Link with(Link link, List<Problem> notices, Problem problem, List<Event> events) {
        LinkBuilder builder = link.change().notices(notices).problem(problem);
        events.forEach(builder::event);
        return builder.build();
    }

    private static Arbitrary<String> name() {
        return Arbitraries.strings().ascii().ofMinLength(1).ofMaxLength(40);
    }

    private static Arbitrary<String> text() {
        return Arbitraries.strings().ofMaxLength(20);
    }

    private static Arbitrary<Instant> instant() {
        return Combinators.combine(
                        Arbitraries.longs().between(-9_999_999_999L, 99_999_999_999L),
                        Arbitraries.integers().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
    }

    private static Arbitrary<Instant> time() {
        return instant().injectNull(0.5);
    }

    private static Arbitrary<Lease> lease() {
        return Combinators.combine(name(), instant()).as(Lease::new).injectNull(0.5);
    }

    private static Arbitrary<Seen> seen() {
        return Combinators.combine(text(), text().injectNull(0.5)).as(Seen::new).injectNull(0.3);
    }

    private static Arbitrary<Map<String, Bases>> bases() {
        Arbitrary<Bases> both = Combinators.combine(text(), text()).as(Bases::new);
        return Arbitraries.maps(name(), both).ofMaxSize(5);
    }

    private static Arbitrary<Problem> problem() {
        return Combinators.combine(
                        Arbitraries.of(Reason.class),
                        text(),
                        text(),
                        text().injectNull(0.5),
                        text().list().ofMaxSize(3))
                .as(Problem::new);
    }

    private static Arbitrary<Event> event() {
        return Combinators.combine(
                        instant(),
                        text(),
                        text(),
                        text().list().ofMaxSize(3),
                        Arbitraries.of(Side.class).injectNull(0.5),
                        text(),
                        text())
                .as(Event::new);
    }
}
