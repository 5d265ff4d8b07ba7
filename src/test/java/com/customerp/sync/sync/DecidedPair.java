package com.customerp.sync.sync;

import com.customerp.sync.link.Bases;
import com.customerp.sync.link.LineLink;
import com.customerp.sync.link.Link;
import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Facts;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.Fingerprints;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Mappings;
import com.customerp.sync.mapping.MatchKey;
import com.customerp.sync.mapping.References;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.world.ManualClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A pair of any kind that is listed, decided and written without a system or a table behind it. */
final class DecidedPair {
    /** Links of what the good bodies refer to. */
    private static final Map<String, String> LINKED =
            Map.of("C-1", "20550001", "P-1", "3001", "E-7", "20550300", "PR-1", "7001", "J-0", "6000", "J-1", "6001");

    /** What is known of the record when it is looked at. */
    enum Known {
        NOTHING,
        NO_BASES,
        LINKED,
        UNLOCKED,
        CREATED_IN_POWEROFFICE,
        OTHER_SIDE_DELETED,
        CLOSED,
        ENDED
    }

    private final Mapping mapping;
    private final Bookkeeping bookkeeping;
    private final References references = DecidedPair::counterpart;
    private final Map<Side, JsonNode> answers = new EnumMap<>(Side.class);
    private ConflictPolicy policy = ConflictPolicy.NEWEST;
    private Facts facts = Facts.none();

    DecidedPair(Entity entity) {
        this.mapping = Mappings.of(entity);
        this.bookkeeping = new Bookkeeping(mapping, new Fingerprints(new byte[32]));
    }

    DecidedPair under(ConflictPolicy other) {
        policy = other;
        return this;
    }

    /** Whatever other record is asked for looks like this, and every question about one is answered with yes. */
    DecidedPair among(JsonNode others) {
        facts = new OtherRecords(others);
        return this;
    }

    /** A side answers every write with this body. */
    void answering(Side side, JsonNode body) {
        answers.put(side, body);
    }

    private static Optional<String> counterpart(Entity entity, Side side, String id) {
        return side == Side.CUSTOMERP
                ? Optional.ofNullable(LINKED.get(id))
                : LINKED.entrySet().stream()
                        .filter(link -> link.getValue().equals(id))
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    /** Does what a list does with each of its rows before anything is decided. */
    void look(Side side, JsonNode body) {
        RemoteRecord record = record(side, body);
        bookkeeping.seen(side, record);
        new Quiet(mapping, bookkeeping, new ManualClock()).isSeen(side, record, bookkeeping.seen(side, record));
        bookkeeping.keys(side, body);
        mapping.isArchived(side, body);
        mapping.bulkHint(side, body);
        new Edits(mapping, bookkeeping, link(Known.LINKED)).first(side, body);
        if (side == Side.POWEROFFICE) {
            mapping.ownerIn(body);
            new Locking(mapping).isOpen(side, body);
        }
        JsonNode other = GoodBodies.of(mapping.entity(), side.other());
        JsonNode customerp = side == Side.CUSTOMERP ? body : other;
        JsonNode powerOffice = side == Side.CUSTOMERP ? other : body;
        for (MatchKey key : mapping.keys()) {
            key.agreement().of(customerp, powerOffice, references);
            key.customerp().in(customerp, facts).ifPresent(wanted -> key.asked().of(wanted, customerp, references));
        }
    }

    Plan decide(Known known, Side side, JsonNode body, JsonNode other) {
        Decider decider =
                new Decider(mapping, bookkeeping, new Policy(policy, DeletePolicy.ARCHIVE, true), references, facts);
        RemoteRecord hostile = record(side, body);
        RemoteRecord good = record(side.other(), other);
        RemoteRecord customerp = side == Side.CUSTOMERP ? hostile : good;
        RemoteRecord powerOffice = side == Side.POWEROFFICE ? hostile : good;
        return switch (known) {
            case NOTHING -> decider.decide(link(known), customerp, null);
            case CREATED_IN_POWEROFFICE -> decider.decideCreation(powerOffice);
            case OTHER_SIDE_DELETED ->
                decider.decide(
                        link(Known.LINKED),
                        side == Side.CUSTOMERP ? customerp : null,
                        side == Side.CUSTOMERP ? null : powerOffice);
            case ENDED ->
                mapping.lock() == null
                        ? decider.decide(link(Known.LINKED), customerp, powerOffice)
                        : decider.decideFinal(link(Known.LINKED), customerp, powerOffice);
            default -> decider.decide(link(known), customerp, powerOffice);
        };
    }

    /** Writes a plan to systems that answer as they were told, and takes the answers. */
    void apply(Plan plan, Side side, JsonNode body, JsonNode other) {
        RemoteRecord hostile = record(side, body);
        RemoteRecord good = record(side.other(), other);
        Pair pair = new Pair(
                link(Known.LINKED), side == Side.CUSTOMERP ? hostile : good, side == Side.POWEROFFICE ? hostile : good);
        Systems systems = new Systems(
                new AnsweringSystem(answers.get(Side.CUSTOMERP)), new AnsweringSystem(answers.get(Side.POWEROFFICE)));
        Applier applier = new Applier(mapping, bookkeeping, systems);
        for (Effect effect : plan.effects()) {
            applier.apply(pair, effect);
            if (effect instanceof Effect.ReadBack) {
                applier.isShown(pair, pair.powerOffice);
            }
        }
    }

    private Link link(Known known) {
        Link unknown =
                Link.unknown(mapping.entity(), good(Side.CUSTOMERP).path("id").asText());
        if (known == Known.NOTHING) {
            return unknown;
        }
        return unknown.change()
                .powerOfficeId(good(Side.POWEROFFICE).path("Id").asText())
                .state(known == Known.CLOSED ? State.CLOSED : State.LINKED)
                .archived(known == Known.CLOSED)
                .unlocked(known == Known.UNLOCKED && mapping.lock() != null)
                .slotWritten(true)
                .bases(
                        known == Known.NO_BASES
                                ? Map.of()
                                : bases(mapping, good(Side.CUSTOMERP), good(Side.POWEROFFICE)))
                .lines(known == Known.NO_BASES ? List.of() : lines())
                .build();
    }

    private Map<String, Bases> bases(Mapping table, JsonNode customerp, JsonNode powerOffice) {
        Map<String, Bases> bases = new HashMap<>();
        for (Field field : table.fields()) {
            bases.put(
                    field.name(),
                    bookkeeping.bases(
                            field, field.read(Side.CUSTOMERP, customerp), field.read(Side.POWEROFFICE, powerOffice)));
        }
        return bases;
    }

    private List<LineLink> lines() {
        List<LineLink> links = new ArrayList<>();
        JsonNode mine = good(Side.CUSTOMERP).path("lines");
        JsonNode theirs = good(Side.POWEROFFICE).path("SalesOrderLines");
        for (int i = 0; i < mine.size(); i++) {
            links.add(new LineLink(
                    mine.get(i).path("lineId").asText(),
                    theirs.get(i).path("Id").asText(),
                    bases(mapping.lines().line(), mine.get(i), theirs.get(i))));
        }
        return links;
    }

    private ObjectNode good(Side side) {
        return GoodBodies.of(mapping.entity(), side);
    }

    private static RemoteRecord record(Side side, @Nullable JsonNode body) {
        String id = body.path(side == Side.CUSTOMERP ? "id" : "Id").asText();
        return new RemoteRecord(id, body, "\"e1\"", "2026-03-02T09:15:30.123Z", false);
    }
}
