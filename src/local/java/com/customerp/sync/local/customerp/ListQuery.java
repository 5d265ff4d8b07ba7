package com.customerp.sync.local.customerp;

import com.customerp.sync.local.http.Request;
import com.customerp.sync.mapping.Entity;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a list request asks for, checked.
 *
 * @param updatedSince lower bound, or null
 * @param cursor as sent, or null
 * @param ids only these, or empty for all
 */
record ListQuery(
        Entity entity,
        @Nullable Instant updatedSince,
        int limit,
        @Nullable String cursor,
        boolean includeDeleted,
        List<String> ids) {
    private static final int DEFAULT_LIMIT = 200;
    private static final int MOST_ITEMS = 1000;
    private static final int MOST_IDS = 100;
    private static final int LONGEST_CURSOR = 500;

    /** Throws 400 on the first parameter that breaks the contract. */
    static ListQuery of(Entity entity, Request request) {
        Optional<String> since = single(request, "updatedSince");
        Optional<String> cursor = single(request, "cursor");
        Optional<String> ids = single(request, "ids");
        if (ids.isPresent() && (since.isPresent() || cursor.isPresent())) {
            throw ProblemException.badRequest("ids cannot be sent together with updatedSince or cursor.");
        }
        if (cursor.isPresent() && (cursor.get().isEmpty() || cursor.get().length() > LONGEST_CURSOR)) {
            throw ProblemException.badRequest("cursor is not one of ours.");
        }
        return new ListQuery(
                entity,
                since.map(ListQuery::timestamp).orElse(null),
                single(request, "limit").map(ListQuery::limit).orElse(DEFAULT_LIMIT),
                cursor.orElse(null),
                single(request, "includeDeleted").map(ListQuery::flag).orElse(false),
                ids.map(ListQuery::ids).orElse(List.of()));
    }

    /** The parameters that must be the same on every page of a list. */
    String fixedPart() {
        return entity.collection() + "|" + updatedSince + "|" + limit + "|" + includeDeleted;
    }

    private static Optional<String> single(Request request, String name) {
        List<String> values = request.query().getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw ProblemException.badRequest(name + " is sent more than once.");
        }
        return values.stream().findFirst();
    }

    private static Instant timestamp(String text) {
        return Times.parsed(text)
                .orElseThrow(() -> ProblemException.badRequest(
                        "updatedSince must be a timestamp in UTC with three decimals and Z."));
    }

    private static int limit(String text) {
        int limit = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MOST_ITEMS) {
            throw ProblemException.badRequest("limit must be from 1 to " + MOST_ITEMS + ".");
        }
        return limit;
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ProblemException.badRequest("includeDeleted must be true or false.");
        };
    }

    private static List<String> ids(String text) {
        List<String> ids = List.of(text.split(",", -1));
        if (ids.size() > MOST_IDS
                || new HashSet<>(ids).size() < ids.size()
                || !ids.stream().allMatch(Ids::isId)) {
            throw ProblemException.badRequest("ids must be 1 to " + MOST_IDS + " different ids.");
        }
        return ids;
    }
}
