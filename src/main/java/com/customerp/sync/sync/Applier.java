package com.customerp.sync.sync;

import com.customerp.sync.link.Bases;
import com.customerp.sync.link.LinkBuilder;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.mapping.Slot;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Executes the patches of a plan. The answer of each write becomes the new base of the written side, whatever it looks
 * like, for the fields that were sent and for no others: what else differs in it is somebody's edit, and the next
 * decision sees it (mapping.md 1.2).
 */
final class Applier {
    private final Mapping mapping;
    private final Bookkeeping bookkeeping;
    private final Systems systems;

    Applier(Mapping mapping, Bookkeeping bookkeeping, Systems systems) {
        this.mapping = mapping;
        this.bookkeeping = bookkeeping;
        this.systems = systems;
    }

    /**
     * Sends one patch and takes its answer into the pair.
     *
     * @throws RemoteException when the system did not do it; the pair is as before
     */
    void patch(Pair pair, Effect.Patch patch) {
        List<Change> changes = new ArrayList<>();
        if (patch.slot()) {
            changes.add(new Change(mapping.slot().pointer(), TextNode.valueOf(Slot.text(pair.link.customerpId()))));
        }
        patch.carried().forEach(carry -> changes.add(new Change(carry.field().pointer(patch.side()), carry.value())));
        RemoteRecord target = pair.record(patch.side());
        String path = patch.side() == Side.POWEROFFICE ? pair.link.powerOfficePath() : pair.link.customerpId();
        RemoteRecord answer = systems.of(patch.side())
                .patch(mapping.entity(), path, List.copyOf(changes), target.etag())
                .orElseGet(() -> changed(target, changes));
        pair.patched.add(patch.side());
        take(pair, patch.side(), patch.carried(), answer);
        if (patch.slot()) {
            pair.link = pair.link.change().slotWritten(true).build();
        }
    }

    /** The record as it must be now: a system that shows nothing has stored what it was sent (mapping.md 7.4). */
    private static RemoteRecord changed(RemoteRecord before, List<Change> changes) {
        ObjectNode body = before.body().deepCopy();
        changes.forEach(change -> Bodies.set(body, change.path(), change.value()));
        return new RemoteRecord(before.id(), body, null, before.version(), false);
    }

    /** Takes the answer of a write into the pair: bases of what was sent, and notices of what came out differently. */
    void take(Pair pair, Side written, List<Carry> carried, RemoteRecord answer) {
        LinkBuilder link = pair.link.change();
        for (Carry carry : carried) {
            String base = bookkeeping.base(written, carry.field(), answer.body());
            link.base(
                    carry.field().name(),
                    written == Side.POWEROFFICE
                            ? new Bases(carry.sourceBase(), base)
                            : new Bases(base, carry.sourceBase()));
            pair.fields.add(carry.field().name());
            if (!carry.field()
                    .rule()
                    .tolerates(written, carry.value(), carry.field().read(written, answer.body()))) {
                pair.notices.add(Problem.of(
                        Reason.REFUSED,
                        carry.field().name(),
                        written.key() + " stored another value than it was sent; it is left as it is"));
            }
        }
        pair.link = link.build();
        pair.show(written, answer);
    }
}
