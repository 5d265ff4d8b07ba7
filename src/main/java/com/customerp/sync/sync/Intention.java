package com.customerp.sync.sync;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.Seal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is stored before a record is created in CustomERP, so that after a crash the very same request can be sent again
 * (mapping.md 1.5).
 *
 * @param number counts the intentions for one PowerOffice record, from 1
 * @param body the exact body of the request
 */
record Intention(int number, ObjectNode body) {
    private static final char SEPARATOR = ':';
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .reader();

    /** The stored form of the next intention after {@code before}, the stored form of one that is over, or null. */
    static String next(@Nullable String before, ObjectNode body, Seal seal) {
        int number = before == null ? 1 : 1 + number(before);
        return "" + number + SEPARATOR + seal.close(body.toString());
    }

    /** Reads the stored form; empty when nothing is stored or the key of the seal has changed since. */
    static Optional<Intention> read(@Nullable String stored, Seal seal) {
        return Optional.ofNullable(stored)
                .flatMap(text -> seal.open(text.substring(text.indexOf(SEPARATOR) + 1)))
                .map(body -> new Intention(number(stored), parse(body)));
    }

    private static int number(String stored) {
        return Integer.parseInt(stored.substring(0, stored.indexOf(SEPARATOR)));
    }

    private static ObjectNode parse(String body) {
        try {
            JsonNode read = JSON.readTree(body);
            return (ObjectNode) read;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a sealed body is no JSON", e);
        }
    }

    /** The {@code Idempotency-Key} of its requests. */
    String key(String client, Link link) {
        return String.join(
                ":",
                "poweroffice",
                client,
                link.entity().key(),
                Link.bornAs(link.customerpId()),
                Integer.toString(number));
    }
}
