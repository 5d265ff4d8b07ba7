package com.customerp.sync.local.poweroffice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The records of one resource, with what was before the latest writes so that reads can be stale. Not thread-safe. */
final class Store {
    private static final int VERSIONS_KEPT = 20;

    private final Map<String, Deque<Version>> records = new LinkedHashMap<>();
    private final Map<String, Map<JsonNode, String>> unique = new HashMap<>();

    private final Map<String, Set<String>> byOwner = new HashMap<>();
    private final @Nullable String owner;

    /**
     * Makes an empty store.
     *
     * @param uniqueMembers members of which no two records have the same value
     * @param owner the member that holds the owner's id, or null when records have none
     */
    Store(List<String> uniqueMembers, @Nullable String owner) {
        this.owner = owner;
        uniqueMembers.forEach(member -> unique.put(member, new HashMap<>()));
    }

    /** When something was written: time and number of reads so far. */
    record Moment(Instant at, long reads) {
        /** Whoever sees until here sees everything. */
        static final Moment LATEST = new Moment(Instant.MAX, Long.MAX_VALUE);

        /** Whether this was written early enough to be seen by someone who sees what was written until {@code limit}. */
        boolean isUntil(Moment limit) {
            return !at.isAfter(limit.at) && reads <= limit.reads;
        }
    }

    private record Version(@Nullable ObjectNode body, Moment written) {}

    /** The record as it is; empty: there is none. */
    Optional<ObjectNode> read(String id) {
        Deque<Version> versions = records.get(id);
        return versions == null
                ? Optional.empty()
                : Optional.ofNullable(versions.getFirst().body());
    }

    /** The record as it was seen by someone who sees what was written until {@code limit}. */
    Optional<ObjectNode> read(String id, Moment limit) {
        return records.containsKey(id) ? visible(records.get(id), limit) : Optional.empty();
    }

    List<ObjectNode> all() {
        return records.values().stream()
                .map(versions -> versions.getFirst().body())
                .filter(Objects::nonNull)
                .toList();
    }

    List<ObjectNode> all(Moment limit) {
        return records.values().stream()
                .map(versions -> visible(versions, limit))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The records of one owner. */
    List<ObjectNode> owned(String ownerId) {
        return keysOf(ownerId).map(this::read).flatMap(Optional::stream).toList();
    }

    List<ObjectNode> owned(String ownerId, Moment limit) {
        return keysOf(ownerId)
                .map(id -> read(id, limit))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The id of the record that has this value in a unique member. */
    Optional<String> holder(String member, JsonNode value) {
        return Optional.ofNullable(unique.get(member).get(indexed(value)));
    }

    void put(String id, ObjectNode body, Moment now) {
        unindex(id);
        write(id, new Version(body, now));
        if (owner != null) {
            byOwner.computeIfAbsent(body.path(owner).asText(), key -> new LinkedHashSet<>())
                    .add(id);
        }
        unique.forEach((member, index) -> {
            JsonNode value = body.path(member);
            if (!value.isNull() && !value.isMissingNode()) {
                index.put(indexed(value), id);
            }
        });
    }

    void remove(String id, Moment now) {
        unindex(id);
        write(id, new Version(null, now));
    }

    /** Integers are compared by value, whatever their width. */
    private static JsonNode indexed(JsonNode value) {
        return value.isIntegralNumber() ? LongNode.valueOf(value.longValue()) : value;
    }

    private Stream<String> keysOf(String ownerId) {
        return byOwner.getOrDefault(ownerId, Set.of()).stream();
    }

    private void write(String id, Version version) {
        Deque<Version> versions = records.computeIfAbsent(id, key -> new ArrayDeque<>());
        versions.addFirst(version);
        if (versions.size() > VERSIONS_KEPT) {
            versions.removeLast();
        }
    }

    private void unindex(String id) {
        read(id).ifPresent(old -> unique.forEach((member, index) -> index.remove(indexed(old.path(member)), id)));
    }

    private static Optional<ObjectNode> visible(Deque<Version> versions, Moment limit) {
        return versions.stream()
                .filter(version -> version.written().isUntil(limit))
                .findFirst()
                .flatMap(version -> Optional.ofNullable(version.body()));
    }
}
