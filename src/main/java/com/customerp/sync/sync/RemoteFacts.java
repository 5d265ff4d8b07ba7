package com.customerp.sync.sync;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.Pointer;
import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Facts;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers the rules from the two systems and the link table. */
public final class RemoteFacts implements Facts {
    private final LinkStore links;
    private final RemoteSystem customerp;
    private final RemoteSystem powerOfficeSystem;
    private final PowerOfficeLists powerOffice;

    public RemoteFacts(LinkStore links, Systems systems, PowerOfficeLists powerOffice) {
        this.links = links;
        this.customerp = systems.customerp();
        this.powerOfficeSystem = systems.powerOffice();
        this.powerOffice = powerOffice;
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
        return customerp.read(entity, customerpId).map(RemoteRecord::body);
    }

    @Override
    public Optional<JsonNode> counterpart(Entity entity, String customerpId) {
        return links.find(entity, customerpId)
                .map(Link::powerOfficePath)
                .flatMap(path -> powerOfficeSystem.read(entity, path))
                .map(RemoteRecord::body);
    }

    @Override
    public Optional<String> owner(Entity entity, String customerpId) {
        return links.find(entity, customerpId).map(Link::powerOfficeOwner);
    }
}
