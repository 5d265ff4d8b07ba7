package com.customerp.sync.local.customerp;

import com.customerp.sync.mapping.Entity;
import java.time.Instant;

/**
 * A change that was made.
 *
 * @param action {@code created}, {@code updated} or {@code deleted}
 */
public record RecordChange(Entity entity, String action, String id, Instant at) {}
