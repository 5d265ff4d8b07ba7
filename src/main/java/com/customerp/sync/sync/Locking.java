package com.customerp.sync.sync;

import com.customerp.sync.link.Link;
import com.customerp.sync.mapping.Lock;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.References;
import com.customerp.sync.mapping.Side;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/** Which records are open to changes, and how they are locked and unlocked; a pair without a lock is open (mapping.md 8.4). */
final class Locking {
    private final Mapping mapping;

    Locking(Mapping mapping) {
        this.mapping = mapping;
    }

    /** Whether nothing keeps a body from being changed. */
    boolean isOpen(Side side, JsonNode body) {
        return mapping.lock() == null || mapping.lock().open().equals(status(side, body));
    }

    /** Whether CustomERP's record has ended for good. */
    boolean isFinal(JsonNode customerp) {
        return mapping.lock() != null && mapping.lock().last().equals(status(Side.CUSTOMERP, customerp));
    }

    /** Whether a record is to be locked. */
    boolean locks(Merge merge) {
        Lock lock = mapping.lock();
        return lock != null && merge.merged(lock.field()).asText().equals(lock.locked());
    }

    /** Whether it is what locks PowerOffice's record. */
    boolean locks(Carry carry) {
        Lock lock = mapping.lock();
        return lock != null
                && carry.field().name().equals(lock.field())
                && carry.value().equals(word(lock.locked()));
    }

    /** The patch that locks PowerOffice's record, or unlocks it. */
    List<Change> relock(boolean locks) {
        Lock lock = mapping.lock();
        JsonPointer path = mapping.field(lock.field()).pointer(Side.POWEROFFICE);
        return List.of(new Change(path, word(locks ? lock.locked() : lock.open())));
    }

    /** PowerOffice's body with the status that the sync itself took away for the time of a change. */
    JsonNode asIfLocked(Link link, JsonNode powerOffice) {
        if (!link.unlocked() || !isOpen(Side.POWEROFFICE, powerOffice)) {
            return powerOffice;
        }
        ObjectNode locked = powerOffice.deepCopy();
        relock(true).forEach(change -> Bodies.set(locked, change.path(), change.value()));
        return locked;
    }

    private String status(Side side, JsonNode body) {
        return mapping.field(mapping.lock().field()).canonical(side, body);
    }

    /** PowerOffice's word for a status. */
    private JsonNode word(String customerpWord) {
        return mapping.field(mapping.lock().field())
                .rule()
                .write(Side.POWEROFFICE, TextNode.valueOf(customerpWord), References.NONE);
    }
}
