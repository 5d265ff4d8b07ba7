package com.customerp.sync.function;

import com.customerp.sync.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Where the values of secret keys come from (functions.md, "Configuration"). */
@FunctionalInterface
public interface SecretSource {

    /** The value of a secret key, for example {@code sync.customerp.token}; empty when there is none. */
    Optional<String> find(String key);

    /**
     * The source that the configuration asks for: the secret that {@code sync.secret-id} names, read once, else plain
     * configuration.
     *
     * @param configuration value by key; empty when a key is not set
     * @param reader the text of a secret, by its name or ARN
     * @throws SettingsException when the secret does not hold a JSON object
     */
    static SecretSource of(Function<String, Optional<String>> configuration, UnaryOperator<String> reader) {
        Optional<String> id = configuration.apply("sync.secret-id").filter(text -> !text.isBlank());
        if (id.isEmpty()) {
            return configuration::apply;
        }
        JsonNode secret = Json.read(reader.apply(id.get().trim()))
                .filter(JsonNode::isObject)
                .orElseThrow(
                        () -> new SettingsException("sync.secret-id", "must name a secret that holds a JSON object"));
        return key -> Optional.ofNullable(secret.path(key).textValue());
    }
}
