package com.customerp.sync.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * What rules may ask for beyond the two records. Asking reads, and never writes. Without an answer of its own a method
 * knows nothing.
 */
public interface Facts {

    /**
     * The number series of a role, when a number lies outside all of them.
     *
     * @return the series as text, for example {@code 10000-19999}; empty when the number is inside one or the series
     *     cannot be read (then PowerOffice's answer decides, mapping.md 3.5)
     */
    default Optional<String> seriesWithout(Entity role, long number) {
        return Optional.empty();
    }

    /** Whether PowerOffice's contact has contact persons that are linked (mapping.md 3.5). */
    default boolean hasLinkedContacts(String powerOfficeId) {
        return false;
    }

    /** Whether the same PowerOffice contact is linked in another role that is not archived (mapping.md 3.4, 5.4). */
    default boolean isInUseAs(Entity role, String powerOfficeId) {
        return false;
    }

    /** CustomERP's record of this id as it is now; empty when there is none. */
    default Optional<JsonNode> inCustomerp(Entity entity, String customerpId) {
        return Optional.empty();
    }

    /** PowerOffice's counterpart of a CustomERP record as it is now; empty when it is not linked. */
    default Optional<JsonNode> counterpart(Entity entity, String customerpId) {
        return Optional.empty();
    }

    /**
     * PowerOffice's records that a filter finds; the rule compares them again.
     *
     * @param filter query parameter, for example {@code codes}
     */
    default List<JsonNode> inPowerOffice(Entity entity, String filter, String value) {
        return List.of();
    }

    /** PowerOffice's key of the counterpart of a CustomERP record; empty when it is not linked. */
    default Optional<String> key(Entity entity, String customerpId) {
        return Optional.empty();
    }

    /** PowerOffice's key of the contact below which the counterpart lives; empty when it is not linked or has none. */
    default Optional<String> owner(Entity entity, String customerpId) {
        return Optional.empty();
    }

    /** Knows nothing; what a record alone tells is the answer. */
    static Facts none() {
        return new Facts() {};
    }
}
