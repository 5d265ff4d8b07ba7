package com.customerp.sync.sync;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * One member to set in a patch.
 *
 * @param path where, in the body of the side that is written: {@code /address/city} or {@code /MailAddress/City}
 * @param value the new value with its JSON type; JSON null clears
 */
public record Change(JsonPointer path, JsonNode value) {}
