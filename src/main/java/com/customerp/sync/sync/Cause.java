package com.customerp.sync.sync;

/**
 * What made the sync look at a record.
 *
 * @param kind {@code webhook}, {@code changes}, {@code full}
 * @param correlationId ties log lines and events together
 * @param urgent whether somebody waits for the answer
 */
public record Cause(String kind, String correlationId, boolean urgent) {}
