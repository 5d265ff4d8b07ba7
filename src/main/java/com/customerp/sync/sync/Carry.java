package com.customerp.sync.sync;

import com.customerp.sync.mapping.Field;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * One field on its way to a side.
 *
 * @param field the row of the mapping
 * @param value the value in the form of the side that is written
 * @param sourceBase fingerprint of what the other side holds: its base once the write is answered
 */
public record Carry(Field field, JsonNode value, String sourceBase) {}
