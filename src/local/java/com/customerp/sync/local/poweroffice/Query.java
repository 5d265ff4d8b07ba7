package com.customerp.sync.local.poweroffice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Query parameters, found by name in any letter case (poweroffice-go-v2.md 1). */
final class Query {
    private final Map<String, List<String>> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    Query(Map<String, List<String>> parameters) {
        this.parameters.putAll(parameters);
    }

    Set<String> names() {
        return parameters.keySet();
    }

    /** Whether a flag is sent as true. */
    boolean isTrue(String name) {
        return value(name).map(Boolean::parseBoolean).orElse(false);
    }

    /** The first value sent. */
    Optional<String> value(String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst();
    }
}
