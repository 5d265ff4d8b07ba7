package com.customerp.sync.history;

import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.MatchIndex;
import com.customerp.sync.link.WaitingList;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.Journal;
import com.customerp.sync.sync.RemoteSystem;

/** A fault put into the sync on purpose, between the core and its ports, to see that a property notices. */
interface Bug {
    /** The sync as it is. */
    Bug NONE = new Bug() {};

    /** The store as the broken sync would use it. */
    default LinkStore links(LinkStore links) {
        return links;
    }

    /** The match index likewise. */
    default MatchIndex index(MatchIndex index) {
        return index;
    }

    /** The waiting list likewise. */
    default WaitingList waiting(WaitingList waiting) {
        return waiting;
    }

    /** A system likewise. */
    default RemoteSystem system(Side side, RemoteSystem system) {
        return system;
    }

    /** Who is told of what came of each record. */
    default Journal journal() {
        return new Strict();
    }
}
