package com.customerp.sync.history;

import com.customerp.sync.history.Ledger.Edit;
import com.customerp.sync.history.Ledger.Place;
import com.customerp.sync.history.Violation.Promise;
import com.customerp.sync.link.Link;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.Side;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What became of each edit: one that nobody contradicted stands, and of two that met the loser is kept. */
final class EditChecks {
    /** Fields whose value another field may rightly move (mapping.md 2, 6.5, 7.6, 8.1), and which that is. */
    private static final Map<String, List<String>> MOVED_BY = Map.of(
            "fixedPrice", List.of("billingMethod"),
            "stockOnHand", List.of("isStockItem"),
            "contactId", List.of("customerId"),
            "customerReference", List.of("contactId", "customerId"),
            "projectNumber", List.of("parentProjectId"));

    private final Company company;
    private final Ledger ledger;
    private final Comparison comparison;

    EditChecks(Company company, Ledger ledger, Comparison comparison) {
        this.company = company;
        this.ledger = ledger;
        this.comparison = comparison;
    }

    void check(Link link, ObjectNode customerp, ObjectNode powerOffice) {
        Place mine = new Place(Side.CUSTOMERP, link.entity(), link.customerpId());
        Place theirs = new Place(Side.POWEROFFICE, link.entity(), link.powerOfficeId());
        // Both made by people: the first merge may decide any field (mapping.md 1.2, point 5).
        if (ledger.isNew(mine) && ledger.isNew(theirs)) {
            return;
        }
        for (Field field : Values.fields(Company.mapping(link.entity()))) {
            if (isMovedByAnother(field.name(), mine, theirs) || isOfContact(field, powerOffice)) {
                continue;
            }
            Optional<Edit> here = ledger.edit(mine, field.name());
            // What PowerOffice held before the first merge is no edit (mapping.md 1.2, point 5).
            Optional<Edit> there = ledger.edit(theirs, field.name()).filter(Edit::linked);
            if (here.isPresent() && there.isPresent()) {
                bothSides(link, field, here.get(), there.get(), customerp, powerOffice);
            } else {
                // A create of which nobody saw the end may be found by its code alone: then the first merge decides.
                here.filter(edit -> !ledger.isNew(mine) || !isKept(link, field, Side.CUSTOMERP, edit.shown()))
                        .ifPresent(edit -> stands(link, field, Side.CUSTOMERP, edit, customerp));
                there.ifPresent(edit -> stands(link, field, Side.POWEROFFICE, edit, powerOffice));
            }
        }
    }

    private boolean isMovedByAnother(String field, Place mine, Place theirs) {
        // One contact's mark is taken by another's (mapping.md 4.1).
        return field.equals("isPrimary")
                || MOVED_BY.getOrDefault(field, List.of()).stream()
                        .anyMatch(other -> ledger.edit(mine, other).isPresent()
                                || ledger.edit(theirs, other).isPresent());
    }

    /** An order that names a contact shows the contact's name, whatever was typed (mapping.md 8.1). */
    private static boolean isOfContact(Field field, ObjectNode powerOffice) {
        return field.name().equals("customerReference")
                && powerOffice.path("CustomerReferenceContactPersonId").asLong() > 0;
    }

    private static void stands(Link link, Field field, Side side, Edit edit, ObjectNode body) {
        String now = Comparison.collapsed(field.canonical(side, body));
        String then = Comparison.collapsed(field.rule().canonical(side, edit.shown()));
        if (!Objects.equals(now, then) && !edit.asLastSeen()) {
            throw new Violation(
                    Promise.ONE_SIDED_EDIT_STANDS,
                    field.name() + " was " + edit.shown() + " in " + side + " and is " + field.read(side, body) + ": "
                            + Checks.name(link));
        }
    }

    /** The later of two edits stands, or its value lies among the conflicts. */
    private void bothSides(
            Link link, Field field, Edit here, Edit there, ObjectNode customerp, ObjectNode powerOffice) {
        boolean customerpLater = here.number() > there.number();
        Side later = customerpLater ? Side.CUSTOMERP : Side.POWEROFFICE;
        Edit edit = customerpLater ? here : there;
        ObjectNode body = customerpLater ? customerp : powerOffice;
        String then = Comparison.collapsed(field.rule().canonical(later, edit.shown()));
        if (!Objects.equals(Comparison.collapsed(field.canonical(later, body)), then)
                && !Objects.equals(Comparison.collapsed(field.rule().canonical(later, edit.before())), then)
                && !edit.asLastSeen()
                && !isKept(link, field, later, edit.shown())) {
            throw new Violation(
                    Promise.LOSER_KEPT,
                    field.name() + " was last " + edit.shown() + " in " + later + " and is " + field.read(later, body)
                            + ": " + Checks.name(link));
        }
    }

    private boolean isKept(Link link, Field field, Side side, JsonNode value) {
        return company.links.conflicts(link.entity(), link.customerpId()).stream()
                .anyMatch(conflict -> conflict.field().equals(field.name())
                        && conflict.loser() == side
                        && conflict.value().equals(value.toString()));
    }
}
