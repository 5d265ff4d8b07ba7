package com.customerp.sync.history;

import com.customerp.sync.history.Ledger.Place;
import com.customerp.sync.history.Violation.Promise;
import com.customerp.sync.link.Link;
import com.customerp.sync.link.Pointer;
import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.mapping.Side;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds the promises of design.md 7 against two systems and a store at rest. */
final class Checks {
    private final Company company;
    private final People people;
    private final Ledger ledger;
    private final Comparison comparison;
    private final EditChecks edits;
    private final OrphanChecks orphans;

    Checks(Company company, People people, Ledger ledger) {
        this.company = company;
        this.people = people;
        this.ledger = ledger;
        this.comparison = new Comparison(company);
        this.edits = new EditChecks(company, ledger, comparison);
        this.orphans = new OrphanChecks(company, people, ledger);
    }

    void all() {
        for (Entity entity : Entity.values()) {
            List<Link> links = company.links.all(entity, null).links();
            oneToOne(entity, links);
            everythingKnown(entity, links);
            noDuplicates(entity, links);
            links.forEach(orphans::check);
            for (Link link : links) {
                linked(link);
            }
        }
        unmappedUntouched();
    }

    /** Fields of living pairs that change times cover: no addresses, and nothing that hangs on a deletion. */
    void changesSuffice() {
        for (Entity entity : Entity.values()) {
            for (Link link : company.links.all(entity, null).links()) {
                if (link.state() == State.LINKED && link.powerOfficeId() != null) {
                    Optional<ObjectNode> customerp = people.read(Side.CUSTOMERP, entity, link.customerpId());
                    Optional<ObjectNode> powerOffice = people.read(Side.POWEROFFICE, entity, link.powerOfficeId());
                    if (customerp.isPresent() && powerOffice.isPresent()) {
                        List<String> left = comparison.differences(link, customerp.get(), powerOffice.get()).stream()
                                .filter(field -> !field.startsWith("address.") && !field.startsWith("lines"))
                                .filter(field -> !field.endsWith("Id") && !field.endsWith("Amount"))
                                .toList();
                        if (!left.isEmpty()) {
                            throw new Violation(Promise.CHANGES_SUFFICE, left + " of " + name(link));
                        }
                    }
                }
            }
        }
    }

    /** Whether both sides still differ in a field, because it is held or is no part of the record for now. */
    boolean isPending(Place place, String name) {
        Field field = Company.mapping(place.entity()).field(name);
        return people.link(place)
                .filter(link -> link.powerOfficeId() != null)
                .filter(link -> Comparison.isNoticed(link, name)
                        || field.rule().reference().isEmpty() && !isSame(link, field))
                .isPresent();
    }

    private boolean isSame(Link link, Field field) {
        Optional<ObjectNode> customerp = people.read(Side.CUSTOMERP, link.entity(), link.customerpId());
        Optional<ObjectNode> powerOffice = people.read(Side.POWEROFFICE, link.entity(), link.powerOfficeId());
        return customerp.isEmpty()
                || powerOffice.isEmpty()
                || Objects.equals(
                        field.canonical(Side.CUSTOMERP, customerp.get()),
                        field.canonical(Side.POWEROFFICE, powerOffice.get()));
    }

    private void linked(Link link) {
        if (link.powerOfficeId() == null || Link.isProvisional(link.customerpId())) {
            return;
        }
        Optional<ObjectNode> customerp = people.read(Side.CUSTOMERP, link.entity(), link.customerpId());
        Optional<ObjectNode> powerOffice = people.read(Side.POWEROFFICE, link.entity(), link.powerOfficeId());
        if (customerp.isEmpty() || powerOffice.isEmpty()) {
            if (link.state() == State.LINKED) {
                throw new Violation(Promise.CONVERGENCE, "one side of a linked pair is gone: " + name(link));
            }
            return;
        }
        if (link.state() == State.CLOSED) {
            throw new Violation(Promise.NO_RECORD_LOST, "closed, and both are there: " + name(link));
        }
        if (link.state() == State.LINKED) {
            List<String> differences = comparison.differences(link, customerp.get(), powerOffice.get());
            if (!differences.isEmpty()) {
                throw new Violation(
                        Promise.CONVERGENCE,
                        name(link) + " " + differences + " notices " + link.notices() + "\n" + customerp.get() + "\n"
                                + powerOffice.get());
            }
        }
        edits.check(link, customerp.get(), powerOffice.get());
    }

    private void oneToOne(Entity entity, List<Link> links) {
        Map<String, String> owners = new HashMap<>();
        for (Link link : links) {
            if (link.powerOfficeId() == null) {
                continue;
            }
            String other = owners.put(link.powerOfficeId(), link.customerpId());
            Pointer pointer = company.links
                    .pointers(entity, List.of(link.powerOfficeId()))
                    .get(link.powerOfficeId());
            if (other != null || pointer == null || !pointer.customerpId().equals(link.customerpId())) {
                throw new Violation(Promise.ONE_TO_ONE, name(link) + " and " + other + ", pointer " + pointer);
            }
        }
    }

    /** Every record of CustomERP stands somewhere; one that was archived before anybody looked may be left out. */
    private void everythingKnown(Entity entity, List<Link> links) {
        Map<String, Link> known = links.stream().collect(Collectors.toMap(Link::customerpId, link -> link));
        for (String id : people.ids(Side.CUSTOMERP, entity)) {
            Link link = known.get(id);
            boolean stands = link != null && (link.powerOfficeId() != null || link.problem() != null);
            boolean archived = Company.mapping(entity)
                    .isArchived(
                            Side.CUSTOMERP,
                            people.read(Side.CUSTOMERP, entity, id).orElseThrow());
            if (!stands && !archived && (link == null || link.state() != State.CLOSED)) {
                throw new Violation(Promise.NO_RECORD_LOST, entity.key() + " " + id + ": " + link);
            }
        }
    }

    /**
     * What people did not make, the sync made once: it is linked. Only where no key slot says whose it is, a person may
     * have to say which of two it is.
     */
    private void noDuplicates(Entity entity, List<Link> links) {
        Set<String> linked = links.stream().map(Link::powerOfficeId).collect(Collectors.toSet());
        long undecided = links.stream()
                .filter(link -> Company.mapping(entity).slot() == null)
                .filter(link -> !Link.isProvisional(link.customerpId()))
                .filter(link -> link.problem() != null && link.problem().reason() == Reason.AMBIGUOUS)
                .count();
        List<String> nobodys = people.ids(Side.POWEROFFICE, entity).stream()
                .filter(id -> !linked.contains(id))
                .filter(id -> !ledger.isOfPeople(new Place(Side.POWEROFFICE, entity, id)))
                .toList();
        if (nobodys.size() > undecided) {
            throw new Violation(Promise.NO_DUPLICATES, "nobody's in PowerOffice: " + entity.key() + " " + nobodys);
        }
        Set<String> known = links.stream()
                .filter(link -> link.powerOfficeId() != null)
                .map(Link::customerpId)
                .collect(Collectors.toSet());
        for (String id : people.ids(Side.CUSTOMERP, entity)) {
            if (!known.contains(id) && !ledger.isOfPeople(new Place(Side.CUSTOMERP, entity, id))) {
                throw new Violation(Promise.NO_DUPLICATES, "nobody's in CustomERP: " + entity.key() + " " + id);
            }
        }
    }

    private void unmappedUntouched() {
        ledger.beside().forEach((place, members) -> people.read(place.side(), place.entity(), place.id())
                .ifPresent(body -> members.forEach((member, value) -> {
                    if (!value.asText().equals(body.path(member).asText())) {
                        throw new Violation(Promise.UNMAPPED_UNTOUCHED, place + " " + member);
                    }
                })));
    }

    static String name(Link link) {
        return link.entity().key() + " " + link.customerpId() + " - " + link.powerOfficeId() + " " + link.state()
                + (link.problem() == null ? "" : " " + link.problem()) + " " + link.events();
    }
}
