package com.customerp.sync.link;

import java.time.Instant;

/**
 * The right of one function to write a record, until it ends.
 *
 * @param owner who holds it, one id per reconcile
 * @param until when it ends by itself
 */
public record Lease(String owner, Instant until) {}
