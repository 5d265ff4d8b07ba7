package com.customerp.sync.local.poweroffice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An address below {@code /v2}.
 *
 * @param keys the owner's key, if there is one, and the record's own
 * @param complete whether an order is meant with its lines: {@code .../Complete}
 */
record Address(Resource resource, List<String> keys, boolean complete) {

    static Optional<Address> of(String path) {
        List<String> segments = List.of(path.substring(1).split("/"));
        if (segments.size() < 2 || !segments.get(0).equalsIgnoreCase("v2")) {
            return Optional.empty();
        }
        return Resource.of(segments.get(1)).map(resource -> of(resource, segments.subList(2, segments.size())));
    }

    private static Address of(Resource resource, List<String> rest) {
        int last = rest.size() - 1;
        if (resource == Resource.SALES_ORDERS && last >= 0 && rest.get(last).equalsIgnoreCase("Complete")) {
            return new Address(resource, rest.subList(0, last), true);
        }
        if (resource == Resource.SALES_ORDERS && last >= 1 && rest.get(1).equalsIgnoreCase("Lines")) {
            List<String> keys = new ArrayList<>(rest);
            keys.remove(1);
            return new Address(Resource.SALES_ORDER_LINES, keys, false);
        }
        return new Address(resource, rest, false);
    }

    private int owners() {
        return resource.owner().isPresent() ? 1 : 0;
    }

    /** The resource whose role lets callers in. */
    Resource role() {
        return isOfLines() ? Resource.SALES_ORDERS : resource;
    }

    boolean isOfLines() {
        return resource == Resource.SALES_ORDER_LINES;
    }

    boolean isList() {
        return keys.size() == (isOfLines() ? 1 : 0) && !complete;
    }

    /** Orders are created with their lines only (poweroffice-go-v2.md 7). */
    boolean isPlaceToCreate() {
        boolean createdHere = complete == (resource == Resource.SALES_ORDERS);
        return keys.size() == owners() && resource.rules().isPresent() && createdHere;
    }

    boolean isRecord() {
        return keys.size() == owners() + 1 && !complete;
    }

    boolean isCompleteRecord() {
        return keys.size() == 1 && complete;
    }

    String id() {
        return keys.get(keys.size() - 1);
    }

    /**
     * The owner that the address names, as the owner's member holds it, or null.
     *
     * @throws Refusal 400 when the key should be a number and is none
     */
    @Nullable
    JsonNode owner() {
        if (owners() == 0) {
            return null;
        }
        return isOfLines() ? TextNode.valueOf(keys.get(0)) : LongNode.valueOf(number(keys.get(0)));
    }

    /** @throws Refusal 400 when a key should be a number and is none */
    void checkKeys() {
        if (!resource.hasTextKeys()) {
            keys.forEach(Address::number);
        }
    }

    private static long number(String segment) {
        try {
            return Long.parseLong(segment);
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("The key in the address is not a number.");
        }
    }
}
