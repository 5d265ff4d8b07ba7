package com.customerp.sync.sync;

/** Which side wins when both changed one field to different values (functions.md "Configuration"). */
public enum ConflictPolicy {
    NEWEST,
    CUSTOMERP,
    POWEROFFICE,
    /** The record is parked until an operator resolves it. */
    MANUAL
}
