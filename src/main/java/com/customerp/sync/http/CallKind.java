package com.customerp.sync.http;

/** What it would mean to send a request twice; decides what a missing answer means. */
public enum CallKind {
    /** Reads of many records: repeatable, and never gone, so that a 404 of a list deletes nothing. */
    LIST,
    /** Twice is the same as once: reads, and patches that set members. */
    REPEATABLE,
    /** Twice may create two records: an answer that is missing or unreadable leaves open whether it happened. */
    ONCE
}
