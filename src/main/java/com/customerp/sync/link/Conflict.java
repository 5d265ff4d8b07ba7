package com.customerp.sync.link;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import java.time.Instant;

/**
 * The value that lost when both sides changed one field. The one place where a value is stored; it expires.
 *
 * @param field CustomERP's name of the field
 * @param loser the side whose value was not kept
 * @param value the losing value as JSON text; of one that is longer than {@value #LONGEST_VALUE} characters the beginning
 * @param policy the policy that decided, for example {@code newest}
 */
public record Conflict(
        Entity entity, String customerpId, String field, Side loser, String value, String policy, Instant at) {

    /** Longer than any text of a mapping, and short enough for an item of DynamoDB whatever the letters are. */
    static final int LONGEST_VALUE = 80_000;

    public Conflict {
        value = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "..." : value;
    }

    /** Whether both say that this side lost the same value of the same field. */
    public boolean isOfSameValue(Conflict other) {
        return field.equals(other.field) && loser == other.loser && value.equals(other.value);
    }
}
