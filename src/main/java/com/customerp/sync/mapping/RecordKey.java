package com.customerp.sync.mapping;

/**
 * Names one record of one side.
 *
 * @param id its id on that side
 */
public record RecordKey(Entity entity, Side side, String id) {}
