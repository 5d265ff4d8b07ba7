package com.customerp.sync.link;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import java.time.Instant;

/**
 * The value that lost when both sides changed one field. The one place where a value is stored; it expires.
 *
 * @param field CustomERP's name of the field
 * @param loser the side whose value was not kept
 * @param value the losing value as JSON text
 * @param policy the policy that decided, for example {@code newest}
 */
public record Conflict(
        Entity entity, String customerpId, String field, Side loser, String value, String policy, Instant at) {}
