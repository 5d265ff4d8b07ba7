package com.customerp.sync.link;

import com.customerp.sync.mapping.Entity;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * What is taken to be stored of a link when it is written. It is the condition of the write, and it says what becomes of
 * the pointer.
 *
 * @param version the stored version; 0: nothing is stored
 * @param powerOfficeId the stored link's PowerOffice key, or null
 * @param seen what its pointer says, or null
 * @param pointerOpen the pointer may as well not exist yet, and may say anything: it is written in any case
 */
record LinkExpectation(
        long version,
        @Nullable String powerOfficeId,
        @Nullable Seen seen,
        boolean pointerOpen) {

    /** States between two finished decisions: the reading of PowerOffice stands as it was (see {@link Seen}). */
    private static final Set<State> ON_THE_WAY = EnumSet.of(State.CREATING, State.WAITING, State.RETRY, State.EXCLUDED);

    /** The likeliest case for a link that is to be stored over {@code version}. */
    static LinkExpectation guess(Link next, long version) {
        if (version == 0) {
            return new LinkExpectation(0, null, null, false);
        }
        LinkExpectation same = samePointer(next, version);
        boolean unchanged = next.powerOfficeId() == null || ON_THE_WAY.contains(next.state());
        return unchanged ? same : new LinkExpectation(version, same.powerOfficeId, same.seen, true);
    }

    /** The pointer stands as this link says. */
    static LinkExpectation samePointer(Link link, long version) {
        return new LinkExpectation(version, link.powerOfficeId(), link.powerOfficeSeen(), false);
    }

    /** What was read. */
    static LinkExpectation known(Link stored) {
        return samePointer(stored, stored.version());
    }

    String condition() {
        if (version == 0) {
            return "attribute_not_exists(pk)";
        }
        if (pointerOpen) {
            return "version = :version AND (attribute_not_exists(powerOfficeId) OR powerOfficeId = :id)";
        }
        return "version = :version AND "
                + (powerOfficeId == null
                        ? "attribute_not_exists(powerOfficeId)"
                        : "powerOfficeId = :id AND "
                                + (seen == null ? "attribute_not_exists(powerOfficeSeen)" : "powerOfficeSeen = :seen"));
    }

    /** The values of {@link #condition()}, or null when it has none: the SDK takes no empty map. */
    @Nullable
    Map<String, AttributeValue> values() {
        if (version == 0) {
            return null;
        }
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":version", LinkItem.number(version));
        LinkItem.put(values, ":id", powerOfficeId, AttributeValue::fromS);
        if (powerOfficeId != null && !pointerOpen) {
            LinkItem.put(values, ":seen", seen, LinkParts::seen);
        }
        return values;
    }

    /** Key of the pointer that is taken to be stored. */
    Optional<String> pointerKey(Entity entity) {
        return Optional.ofNullable(powerOfficeId).map(id -> PartitionKey.pointer(entity, id));
    }

    /** What has to be written besides the link, the new pointer first, so that it says what {@code next} says. */
    List<TransactWriteItem> pointerWrites(String table, Link next) {
        List<TransactWriteItem> writes = new ArrayList<>();
        String id = next.powerOfficeId();
        boolean same = Objects.equals(id, powerOfficeId);
        if (id != null && (pointerOpen || !same || !Objects.equals(seen, next.powerOfficeSeen()))) {
            writes.add(pointer(table, next, next.customerpId()));
        }
        if (!same) {
            pointerKey(next.entity()).ifPresent(pk -> writes.add(deletion(table, pk)));
        }
        return writes;
    }

    static TransactWriteItem deletion(String table, String pk) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table).key(PartitionKey.of(pk)))
                .build();
    }

    /**
     * The pointer to a link that has a counterpart.
     *
     * @param holder the only CustomERP id that the pointer may lead to until now
     */
    static TransactWriteItem pointer(String table, Link link, String holder) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(LinkItem.writePointer(link))
                        .conditionExpression("attribute_not_exists(pk) OR customerpId = :holder")
                        .expressionAttributeValues(Map.of(":holder", AttributeValue.fromS(holder))))
                .build();
    }
}
