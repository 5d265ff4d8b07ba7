package com.customerp.sync.history;

import com.customerp.sync.history.Ledger.Place;
import com.customerp.sync.link.Link;
import com.customerp.sync.link.Pointer;
import com.customerp.sync.local.customerp.ProblemException;
import com.customerp.sync.local.poweroffice.Resource;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.Side;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Those who work in both systems; what a system refuses them has not happened. All is noted in the ledger. */
final class People {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** A member of PowerOffice that no mapping names. */
    private static final String BESIDE = "ExternalNumber";

    private final Company company;
    final Ledger ledger;

    People(Company company, Ledger ledger) {
        this.company = company;
        this.ledger = ledger;
    }

    /** Ids of the records of a side. */
    List<String> ids(Side side, Entity entity) {
        return side == Side.CUSTOMERP
                ? company.customerp.all(entity).stream()
                        .map(body -> body.path("id").asText())
                        .sorted()
                        .toList()
                : company.powerOffice.user().all(Resource.of(entity)).stream()
                        .map(body -> body.path("Id").asText())
                        .sorted()
                        .toList();
    }

    Optional<ObjectNode> read(Side side, Entity entity, String id) {
        return side == Side.CUSTOMERP
                ? company.customerp.read(entity, id)
                : company.powerOffice.user().read(Resource.of(entity), id);
    }

    void create(Side side, Entity entity, ObjectNode members) {
        try {
            String id = side == Side.CUSTOMERP
                    ? company.customerp.user("kari").create(entity, members)
                    : company.powerOffice.user().create(Resource.of(entity), members);
            ledger.born(side, entity, id);
        } catch (ProblemException | IllegalArgumentException refused) {
            // The system said no.
        }
    }

    /** Types a value into a field. */
    void edit(Place place, Field field, int number) {
        Entity named = field.rule().reference().orElse(null);
        JsonNode value = named == null
                ? Values.of(place.entity(), field, place.side(), number)
                : reference(place.side(), named, number);
        if (value == null) {
            return;
        }
        ObjectNode members = JSON.objectNode();
        JsonPointer pointer = field.pointer(place.side());
        ObjectNode parent = pointer.head().toString().isEmpty() ? members : members.withObject(pointer.head());
        parent.set(pointer.last().getMatchingProperty(), value);
        JsonNode before = shown(place, field);
        boolean linked = isLinked(place);
        if (change(place, members)) {
            JsonNode shown = shown(place, field);
            if (isIgnored(place.side(), field, before, shown, value)) {
                return;
            }
            ledger.edited(place, field.name(), before, shown, linked, isAsLastSeen(place, field, shown));
        }
    }

    /** An order that names a contact shows the contact's name, whatever is typed (mapping.md 8.1). */
    private static boolean isIgnored(Side side, Field field, JsonNode before, JsonNode shown, JsonNode typed) {
        return shown.equals(before)
                && !Objects.equals(
                        field.rule().canonical(side, shown), field.rule().canonical(side, typed));
    }

    private JsonNode shown(Place place, Field field) {
        return field.read(
                place.side(), read(place.side(), place.entity(), place.id()).orElseThrow());
    }

    /** Sets members of a record; says whether it happened. */
    boolean change(Place place, ObjectNode members) {
        try {
            if (place.side() == Side.CUSTOMERP) {
                company.customerp.user("kari").edit(place.entity(), place.id(), members);
            } else {
                company.powerOffice.user().edit(Resource.of(place.entity()), place.id(), members);
            }
            return true;
        } catch (ProblemException | IllegalArgumentException refused) {
            return false;
        }
    }

    void delete(Place place) {
        try {
            if (place.side() == Side.CUSTOMERP) {
                company.customerp.user("kari").delete(place.entity(), place.id());
            } else {
                company.powerOffice.user().delete(Resource.of(place.entity()), place.id());
            }
        } catch (ProblemException | IllegalArgumentException refused) {
            // The system said no.
        }
    }

    /** Sets a member of PowerOffice that the sync has no business with. */
    void note(Place place, int number) {
        if (change(place, JSON.objectNode().put(BESIDE, number))) {
            ledger.noted(place, BESIDE, JSON.numberNode(number));
        }
    }

    private JsonNode reference(Side side, Entity named, int number) {
        List<String> ids = ids(side, named);
        if (ids.isEmpty()) {
            return null;
        }
        String id = ids.get(number % ids.size());
        return side == Side.CUSTOMERP ? JSON.textNode(id) : JSON.numberNode(Long.parseLong(id));
    }

    private boolean isLinked(Place place) {
        return link(place).map(Link::powerOfficeId).isPresent();
    }

    private boolean isAsLastSeen(Place place, Field field, JsonNode shown) {
        return link(place)
                .map(link -> link.bases().get(field.name()))
                .filter(bases -> bases.of(place.side()).equals(Company.base(place, field, shown)))
                .isPresent();
    }

    /** What the sync knows of a record. */
    Optional<Link> link(Place place) {
        String id = place.id();
        if (place.side() == Side.POWEROFFICE) {
            Pointer pointer =
                    company.links.pointers(place.entity(), List.of(id)).get(id);
            if (pointer == null) {
                return Optional.empty();
            }
            id = pointer.customerpId();
        }
        return company.links.find(place.entity(), id);
    }
}
