package com.customerp.sync.history;

import com.customerp.sync.history.Ledger.Place;
import com.customerp.sync.history.Violation.Promise;
import com.customerp.sync.link.LineLink;
import com.customerp.sync.link.Link;
import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.mapping.Trait;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Follows every reference of every mapping: what the sync made in PowerOffice has what CustomERP's record names. */
final class OrphanChecks {
    private final Company company;
    private final People people;
    private final Ledger ledger;

    OrphanChecks(Company company, People people, Ledger ledger) {
        this.company = company;
        this.people = people;
        this.ledger = ledger;
    }

    /** @throws Violation when the record refers to nothing, and what it should refer to is linked */
    void check(Link link) {
        if (link.powerOfficeId() == null
                || ledger.isOfPeople(new Place(Side.POWEROFFICE, link.entity(), link.powerOfficeId()))) {
            return;
        }
        Optional<ObjectNode> customerp = people.read(Side.CUSTOMERP, link.entity(), link.customerpId());
        Optional<ObjectNode> powerOffice = people.read(Side.POWEROFFICE, link.entity(), link.powerOfficeId());
        if (customerp.isPresent() && powerOffice.isPresent()) {
            Mapping mapping = Company.mapping(link.entity());
            check(link, "", mapping, customerp.get(), powerOffice.get());
            if (mapping.lines() != null) {
                lines(link, mapping, customerp.get());
            }
        }
    }

    private void lines(Link link, Mapping mapping, ObjectNode customerp) {
        for (LineLink line : link.lines()) {
            Optional<JsonNode> mine = line(customerp.path("lines"), "lineId", line.customerpId());
            Optional<JsonNode> theirs =
                    line(company.powerOffice.user().orders().lines(link.powerOfficeId()), "Id", line.powerOfficeId());
            if (mine.isPresent() && theirs.isPresent()) {
                check(link, "lines/" + line.customerpId() + "/", mapping.lines().line(), mine.get(), theirs.get());
            }
        }
    }

    private static Optional<JsonNode> line(Iterable<? extends JsonNode> lines, String member, String id) {
        for (JsonNode line : lines) {
            if (line.path(member).asText().equals(id)) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    private void check(Link link, String prefix, Mapping mapping, JsonNode customerp, JsonNode powerOffice) {
        for (Field field : mapping.fields()) {
            Optional<Entity> named = field.rule().reference();
            if (named.isEmpty() || field.canonical(Side.POWEROFFICE, powerOffice) != null) {
                continue;
            }
            String id = field.canonical(Side.CUSTOMERP, customerp);
            boolean never = field.is(Trait.WAITED_FOR) && field.is(Trait.FIXED);
            boolean settled = link.state() == State.LINKED && id != null && isLinked(named.get(), id);
            if (never || settled && !isHeldForAnotherReason(link, prefix + field.name())) {
                throw new Violation(
                        Promise.NO_ORPHANS,
                        Checks.name(link) + " has no " + prefix + field.name() + ", CustomERP names " + id
                                + ", notices " + link.notices());
            }
        }
    }

    private boolean isLinked(Entity entity, String id) {
        return company.links
                .find(entity, id)
                .filter(named -> named.state() == State.LINKED && named.powerOfficeId() != null)
                .isPresent();
    }

    /** A field that is held because its reference was not linked is no excuse: it is linked now. */
    private static boolean isHeldForAnotherReason(Link link, String field) {
        return link.notices().stream()
                .filter(notice -> field.equals(notice.field()) || field.startsWith(notice.field() + "/"))
                .map(Problem::reason)
                .anyMatch(reason -> reason != Reason.MISSING_REFERENCE);
    }
}
