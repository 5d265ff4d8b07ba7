package com.customerp.sync.link;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.RecordKey;
import com.customerp.sync.mapping.Side;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The keys of the one table. Ids stand last, so that no id, whatever it holds, can be taken for another kind of item.
 */
final class PartitionKey {
    private PartitionKey() {}

    static String link(Entity entity, String customerpId) {
        return links(entity) + customerpId;
    }

    /** What the keys of all links of an entity begin with. */
    static String links(Entity entity) {
        return entity.key() + "#customerp#";
    }

    static String pointer(Entity entity, String powerOfficeId) {
        return entity.key() + "#poweroffice#" + powerOfficeId;
    }

    static String conflicts(Entity entity, String customerpId) {
        return entity.key() + "#conflicts#" + customerpId;
    }

    static String progress(Entity entity) {
        return entity.key() + "#progress";
    }

    static String lease(String name) {
        return "lease#" + name;
    }

    /** The match keys that a record showed last. */
    static String matchKeys(Entity entity, Side side, String id) {
        return entity.key() + "#keys#" + side.key() + "#" + id;
    }

    /** The records that show one value of a match key. */
    static String match(Entity entity, Side side, String key, String fingerprint) {
        return entity.key() + "#match#" + side.key() + "#" + key + "#" + fingerprint;
    }

    /** Who waits for a record to be linked. */
    static String waiting(RecordKey record) {
        return record.entity().key() + "#waiting#" + record.side().key() + "#" + record.id();
    }

    /** A key as the SDK takes it. */
    static Map<String, AttributeValue> of(String pk) {
        return Map.of(TableSchema.PK, AttributeValue.fromS(pk));
    }
}
