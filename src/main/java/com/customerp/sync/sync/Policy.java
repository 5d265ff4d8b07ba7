package com.customerp.sync.sync;

/** What an operator decides for one pair. */
public record Policy(ConflictPolicy conflict, DeletePolicy delete) {}
