package com.customerp.sync.sync;

/**
 * What follows on the other side when a record was deleted (functions.md "Configuration"). mapping.md 1.8 allows a real
 * delete only for orders and their lines; for every other pair {@link #DELETE} archives.
 */
public enum DeletePolicy {
    ARCHIVE,
    DELETE,
    /** The link is closed and the other side left as it is. */
    IGNORE
}
