package com.customerp.sync.sync;

import com.customerp.sync.link.Link;
import com.customerp.sync.mapping.Draft;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.mapping.Slot;
import java.util.Optional;

/** What is to be done about the key slot of a counterpart (mapping.md 1.5, "slot already filled"). */
enum SlotWork {
    NONE,
    /** Our key is written into it. */
    WRITE,
    /** It belongs to somebody else, and stays so. */
    FOREIGN;

    /** Parks the record when the slot names another living CustomERP record. */
    static SlotWork of(Mapping mapping, Link link, RemoteRecord powerOffice, Draft draft) {
        if (mapping.slot() == null) {
            return NONE;
        }
        Optional<String> text = mapping.slot().read(powerOffice.body());
        Optional<String> owner = text.flatMap(Slot::customerpId);
        if (text.isPresent() && owner.isEmpty()) {
            return FOREIGN;
        }
        if (link.slotWritten() || owner.filter(link.customerpId()::equals).isPresent()) {
            return NONE;
        }
        if (owner.isPresent()
                && draft.facts().inCustomerp(mapping.entity(), owner.get()).isPresent()) {
            draft.park(Problem.of(Reason.CONTRADICTION, "id", "the key slot names another CustomERP record"));
            return NONE;
        }
        return WRITE;
    }
}
