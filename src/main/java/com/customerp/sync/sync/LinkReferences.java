package com.customerp.sync.sync;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.Pointer;
import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.RecordKey;
import com.customerp.sync.mapping.References;
import com.customerp.sync.mapping.Side;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Resolves references through the link table only (mapping.md 1.7). A link that was found is kept for the invocation; a
 * closed one leads to a record that is gone, and resolves to nothing. Not thread-safe.
 */
public final class LinkReferences implements References {
    private final LinkStore links;
    private final Map<RecordKey, String> known = new HashMap<>();
    private final Map<RecordKey, String> owners = new HashMap<>();

    public LinkReferences(LinkStore links) {
        this.links = links;
    }

    @Override
    public Optional<String> counterpart(Entity entity, Side side, String id) {
        RecordKey key = new RecordKey(entity, side, id);
        if (!known.containsKey(key)) {
            load(entity, side, List.of(id));
        }
        return Optional.ofNullable(known.get(key));
    }

    /** PowerOffice's key of the record below which it keeps the counterpart of a CustomERP record (mapping.md 4.1). */
    Optional<String> owner(Entity entity, String customerpId) {
        return counterpart(entity, Side.CUSTOMERP, customerpId)
                .map(id -> owners.get(new RecordKey(entity, Side.CUSTOMERP, customerpId)));
    }

    /** Looks up many references at once. */
    void load(Entity entity, Side side, Collection<String> ids) {
        List<String> unknown = ids.stream()
                .filter(id -> !known.containsKey(new RecordKey(entity, side, id)))
                .toList();
        if (side == Side.CUSTOMERP) {
            remember(links.findAll(entity, unknown));
        } else {
            Collection<Pointer> pointers = links.pointers(entity, unknown).values();
            remember(links.findAll(
                    entity, pointers.stream().map(Pointer::customerpId).toList()));
        }
    }

    private void remember(Map<String, Link> found) {
        found.values().stream()
                .filter(link -> link.powerOfficeId() != null && link.state() != State.CLOSED)
                .filter(link -> !Link.isProvisional(link.customerpId()))
                .forEach(link -> {
                    RecordKey customerp = new RecordKey(link.entity(), Side.CUSTOMERP, link.customerpId());
                    known.put(customerp, link.powerOfficeId());
                    known.put(new RecordKey(link.entity(), Side.POWEROFFICE, link.powerOfficeId()), link.customerpId());
                    if (link.powerOfficeOwner() != null) {
                        owners.put(customerp, link.powerOfficeOwner());
                    }
                });
    }
}
