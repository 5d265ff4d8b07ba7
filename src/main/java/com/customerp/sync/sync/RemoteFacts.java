package com.customerp.sync.sync;

import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.Pointer;
import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Facts;
import com.customerp.sync.mapping.RecordId;
import com.customerp.sync.mapping.Side;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers the rules from the two systems and the link table. What was just read is not asked for again. */
final class RemoteFacts implements Facts {
    private final LinkStore links;
    private final Systems systems;
    private final PowerOfficeLists powerOffice;
    private final LinkReferences references;
    private final Readings readings;
    private final Clock clock;

    RemoteFacts(Engines.Parts parts, LinkReferences references, Readings readings) {
        this.links = parts.links();
        this.systems = parts.systems();
        this.powerOffice = parts.lists();
        this.references = references;
        this.readings = readings;
        this.clock = parts.clock();
    }

    @Override
    public Optional<String> seriesWithout(Entity role, long number) {
        return powerOffice
                .numberSeries(role)
                .filter(series -> !series.isEmpty())
                .filter(series -> series.stream().noneMatch(range -> range.holds(number)))
                .map(series ->
                        series.stream().map(PowerOfficeLists.Range::toString).collect(Collectors.joining(", ")));
    }

    @Override
    public boolean hasLinkedContacts(String powerOfficeId) {
        List<String> persons = powerOffice.contactPersons(powerOfficeId);
        return !links.pointers(Entity.CONTACT, persons).isEmpty();
    }

    @Override
    public boolean isInUseAs(Entity role, String powerOfficeId) {
        return Optional.ofNullable(links.pointers(role, List.of(powerOfficeId)).get(powerOfficeId))
                .map(Pointer::customerpId)
                .flatMap(id -> links.find(role, id))
                .filter(link -> link.state() != State.CLOSED && !link.archived())
                .isPresent();
    }

    @Override
    public Optional<JsonNode> inCustomerp(Entity entity, String customerpId) {
        return RecordId.isAllowed(customerpId)
                ? read(Side.CUSTOMERP, entity, customerpId, customerpId)
                : Optional.empty();
    }

    @Override
    public Optional<JsonNode> counterpart(Entity entity, String customerpId) {
        return references
                .counterpart(entity, Side.CUSTOMERP, customerpId)
                .flatMap(id -> read(
                        Side.POWEROFFICE,
                        entity,
                        id,
                        owner(entity, customerpId)
                                .map(owner -> owner + "/" + id)
                                .orElse(id)));
    }

    private Optional<JsonNode> read(Side side, Entity entity, String id, String path) {
        Optional<RemoteRecord> known = readings.fresh(side, entity, id).map(Reading::record);
        return known.or(() -> {
                    Instant at = clock.instant();
                    Optional<RemoteRecord> read = systems.of(side).read(entity, path);
                    read.ifPresent(record -> readings.put(side, entity, record, at));
                    return read;
                })
                .map(RemoteRecord::body);
    }

    @Override
    public List<JsonNode> inPowerOffice(Entity entity, String filter, String value) {
        return systems.powerOffice().search(entity, filter, value).stream()
                .map(RemoteRecord::body)
                .toList();
    }

    @Override
    public Optional<String> key(Entity entity, String customerpId) {
        return references.counterpart(entity, Side.CUSTOMERP, customerpId);
    }

    @Override
    public Optional<String> owner(Entity entity, String customerpId) {
        return references.owner(entity, customerpId);
    }
}
