package com.customerp.sync.link;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How large an item is as DynamoDB counts: the bytes of names and values, and a little for each list, map and part. */
final class ItemSize {
    /** DynamoDB takes 400 KB; the rest is for what counts otherwise than here. */
    static final int LARGEST = 380 * 1024;

    /** What DynamoDB adds for a list or a map, and what a number or a boolean takes at most. */
    private static final int OVERHEAD = 3;

    private static final int NUMBER = 21;

    private ItemSize() {}

    static int of(Map<String, AttributeValue> parts) {
        int size = OVERHEAD;
        for (Map.Entry<String, AttributeValue> part : parts.entrySet()) {
            size += bytes(part.getKey()) + 1 + of(part.getValue());
        }
        return size;
    }

    static int of(AttributeValue value) {
        if (value.s() != null) {
            return bytes(value.s());
        }
        if (value.hasM()) {
            return of(value.m());
        }
        return value.hasL()
                ? OVERHEAD + value.l().stream().mapToInt(part -> 1 + of(part)).sum()
                : NUMBER;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
