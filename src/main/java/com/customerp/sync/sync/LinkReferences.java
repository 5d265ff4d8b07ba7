package com.customerp.sync.sync;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.Pointer;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.References;
import com.customerp.sync.mapping.Side;
import java.util.List;
import java.util.Optional;

/** Resolves references through the link table only (mapping.md 1.7). */
public final class LinkReferences implements References {
    private final LinkStore links;

    public LinkReferences(LinkStore links) {
        this.links = links;
    }

    @Override
    public Optional<String> counterpart(Entity entity, Side side, String id) {
        return side == Side.CUSTOMERP
                ? links.find(entity, id).map(Link::powerOfficeId)
                : Optional.ofNullable(links.pointers(entity, List.of(id)).get(id))
                        .map(Pointer::customerpId);
    }
}
