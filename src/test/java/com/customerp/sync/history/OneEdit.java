package com.customerp.sync.history;

import com.customerp.sync.history.Ledger.Place;
import com.customerp.sync.history.Violation.Promise;
import com.customerp.sync.link.Link;
import com.customerp.sync.link.State;
import com.customerp.sync.local.http.RequestLog;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.mapping.Trait;
import com.customerp.sync.sync.Sweep;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * When everything is quiet, a person edits one field of one linked record: that is one write to the other side and none
 * to its own, also when two functions see the edit at the same time (design.md 2).
 */
final class OneEdit {
    private static final Duration LONG = Duration.ofMinutes(13);
    private static final Duration ALL_IS_DUE = Duration.ofMinutes(2);
    /** Calls within which a function meets the other one; an edit takes about as many. */
    private static final int CALLS = 24;
    /** A locked order is opened, changed and locked (mapping.md 8.4). */
    private static final int WRITES_TO_LOCKED = 3;

    private static final String ADDRESS = "address.";
    private static final String COUNTRY = "address.countryCode";

    private final Company company;
    private final People people;
    private final Comparison comparison;

    OneEdit(Company company, People people) {
        this.company = company;
        this.people = people;
        this.comparison = new Comparison(company);
    }

    /**
     * The number chooses record, side, field and value.
     *
     * @throws Violation when it was another number of writes
     */
    void isOneWrite(int number) {
        Random random = new Random(number);
        Entity entity = Entity.values()[random.nextInt(Entity.values().length)];
        List<Link> links = company.links.all(entity, null).links().stream()
                .filter(this::isWhole)
                .toList();
        if (!links.isEmpty()) {
            Side side = random.nextBoolean() ? Side.CUSTOMERP : Side.POWEROFFICE;
            Mapping mapping = Company.mapping(entity);
            List<Field> fields = Values.fields(mapping).stream()
                    .filter(field -> standsAlone(mapping, field))
                    .toList();
            isOneWrite(
                    links.get(random.nextInt(links.size())), side, fields.get(random.nextInt(fields.size())), random);
        }
    }

    private void isOneWrite(Link link, Side side, Field field, Random random) {
        Place place = new Place(side, link.entity(), id(link, side));
        int expected = side == Side.CUSTOMERP && isLocked(link) ? WRITES_TO_LOCKED : 1;
        if (!hasCountries(link, field)) {
            return;
        }
        people.edit(place, field, random.nextInt(100));
        if (comparison.isEqual(link.entity(), field, body(link, Side.CUSTOMERP), body(link, Side.POWEROFFICE))) {
            return;
        }
        company.powerOffice.log().clear();
        company.customerp.requests().clear();
        everybodyLooks(link, random);
        Link after = company.links.find(link.entity(), link.customerpId()).orElseThrow();
        if (!isWhole(after)) {
            return;
        }
        long toPowerOffice = writes(company.powerOffice.log());
        long toCustomerp = writes(company.customerp.requests());
        long other = side == Side.CUSTOMERP ? toPowerOffice : toCustomerp;
        long own = side == Side.CUSTOMERP ? toCustomerp : toPowerOffice;
        if (other != expected || own != 0) {
            throw new Violation(
                    Promise.ONE_EDIT_ONE_WRITE,
                    field.name() + " was edited in " + side + ": " + other + " writes to the other side and " + own
                            + " to its own: " + Checks.name(after));
        }
    }

    /** One function in the middle of another one; then what is due, echoes, and what lists alone show. */
    private void everybodyLooks(Link link, Random random) {
        Runnable webhook = () -> company.webhook(link.entity(), link.customerpId());
        Runnable sweep = () -> company.sweep(link.entity(), Sweep.Mode.CHANGES, LONG);
        boolean sweepFirst = random.nextBoolean();
        company.letNextWaitAfter(1 + random.nextInt(CALLS), sweepFirst ? webhook : sweep);
        (sweepFirst ? sweep : webhook).run();
        company.letNextLive();
        webhooksArrive();
        company.clock.pass(ALL_IS_DUE);
        sweep.run();
        webhooksArrive();
        company.sweep(link.entity(), Sweep.Mode.FULL, LONG);
        webhooksArrive();
    }

    private void webhooksArrive() {
        company.webhooks.take(Integer.MAX_VALUE).forEach(event -> company.webhook(event.entity(), event.id()));
    }

    /** Both sides are there, equal, and nothing is held. */
    private boolean isWhole(Link link) {
        return link.state() == State.LINKED
                && link.notices().isEmpty()
                && find(link, Side.CUSTOMERP).isPresent()
                && find(link, Side.POWEROFFICE).isPresent();
    }

    /** A country that PowerOffice fills in, or that had no address to go with, is a write of its own (mapping.md 2). */
    private boolean hasCountries(Link link, Field edited) {
        List<Field> address = Company.mapping(link.entity()).fields().stream()
                .filter(field -> field.name().startsWith(ADDRESS))
                .toList();
        for (Side side : Side.values()) {
            JsonNode body = body(link, side);
            List<String> shown = address.stream()
                    .filter(field -> field.canonical(side, body) != null)
                    .map(Field::name)
                    .toList();
            boolean any = !shown.isEmpty() || edited.name().startsWith(ADDRESS);
            if (any && (shown.size() < 2 || !shown.contains(COUNTRY))) {
                return false;
            }
        }
        return true;
    }

    private boolean isLocked(Link link) {
        return body(link, Side.POWEROFFICE).path("SalesOrderStatus").asText().equals("Confirmed");
    }

    /** No other field follows it, no rule may put it back, and no other record waits for its value. */
    private static boolean standsAlone(Mapping mapping, Field field) {
        return field.rule().reference().isEmpty()
                && mapping.keys().stream().noneMatch(key -> key.name().equals(field.name()))
                && !field.name().equals(COUNTRY)
                && !field.is(Trait.EXCLUSIVE)
                && !field.is(Trait.OWN_PATCH);
    }

    private ObjectNode body(Link link, Side side) {
        return find(link, side).orElseThrow();
    }

    private Optional<ObjectNode> find(Link link, Side side) {
        return people.read(side, link.entity(), id(link, side));
    }

    private static String id(Link link, Side side) {
        return side == Side.CUSTOMERP ? link.customerpId() : link.powerOfficeId();
    }

    private static long writes(RequestLog log) {
        return log.entries().stream()
                .filter(RequestLog.Entry::isWrite)
                .filter(entry -> entry.status() / 100 == 2)
                .count();
    }
}
