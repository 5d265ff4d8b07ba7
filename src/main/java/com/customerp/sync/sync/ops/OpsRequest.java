package com.customerp.sync.sync.ops;

import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.Pointer;
import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The members of an event for {@code ops} (functions.md), each checked when it is asked for. */
record OpsRequest(JsonNode event) {
    private static final int LONGEST = 300;

    /** The text of a member, or empty. */
    Optional<String> text(String member) {
        String text = event.path(member).asText("").trim();
        if (text.length() > LONGEST) {
            throw new OpsException(member + " is longer than " + LONGEST + " characters");
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    String needed(String member) {
        return text(member).orElseThrow(() -> new OpsException(member + " is missing"));
    }

    Optional<Entity> entity() {
        return text("entity").map(text -> oneOf("entity", text, Entity.values(), Entity::key));
    }

    Entity neededEntity() {
        return entity().orElseThrow(() -> new OpsException("entity is missing"));
    }

    Optional<State> state() {
        return text("state").map(text -> oneOf("state", text, State.values(), State::key));
    }

    /** The side that wins, of {@code use}. */
    Side use() {
        return oneOf("use", needed("use"), Side.values(), Side::key);
    }

    /** CustomERP's id of the record; where {@code system} is PowerOffice, {@code id} is that side's. */
    String customerpId(LinkStore links) {
        Side side = text("system")
                .map(text -> oneOf("system", text, Side.values(), Side::key))
                .orElse(Side.CUSTOMERP);
        String id = needed("id");
        if (side == Side.CUSTOMERP) {
            return id;
        }
        return Optional.ofNullable(links.pointers(neededEntity(), List.of(id)).get(id))
                .map(Pointer::customerpId)
                .orElseThrow(() -> new OpsException("no link leads to this record of PowerOffice"));
    }

    /** A whole number from 1 to {@code most}. */
    int limit(int absent, int most) {
        JsonNode limit = event.path("limit");
        if (limit.isMissingNode() || limit.isNull()) {
            return absent;
        }
        if (!limit.isIntegralNumber() || limit.asLong() < 1 || limit.asLong() > most) {
            throw new OpsException("limit must be a whole number from 1 to " + most);
        }
        return limit.asInt();
    }

    private static <T> T oneOf(String member, String text, T[] choices, Function<T, String> key) {
        return Arrays.stream(choices)
                .filter(choice -> key.apply(choice).equals(text))
                .findFirst()
                .orElseThrow(() -> new OpsException(member
                        + Arrays.stream(choices).map(key).collect(Collectors.joining(", ", " must be one of ", ""))));
    }
}
