package com.customerp.sync.link;

import java.util.Locale;

/** Where a record stands; each is in exactly one state (design.md 3). */
public enum State {
    /** Reserved: its counterpart is being created. */
    CREATING,
    /** In sync, perhaps with notices of held fields. */
    LINKED,
    /** Waits for a record that it refers to. */
    WAITING,
    /** Needs a change of either side or an operator. */
    PARKED,
    /** A passing fault; tried again at {@link Link#nextAttemptAt()}. */
    RETRY,
    /** Left alone by an operator's wish. */
    EXCLUDED,
    /** Deleted or invoiced; nothing follows. */
    CLOSED;

    /** Spelling in links, answers and logs. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
