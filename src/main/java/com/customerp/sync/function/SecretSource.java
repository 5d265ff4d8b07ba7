package com.customerp.sync.function;

import java.util.Optional;
import java.util.function.Function;

/** Where the values of secret keys come from (functions.md, "Configuration"). */
@FunctionalInterface
public interface SecretSource {

    /** The value of a secret key, for example {@code sync.customerp.token}; empty when there is none. */
    Optional<String> find(String key);

    /**
     * The source that the configuration asks for: plain configuration, unless {@code sync.secret-id} names a secret.
     *
     * @throws SettingsException when it does: this version reads no secret from AWS Secrets Manager
     */
    static SecretSource of(Function<String, Optional<String>> configuration) {
        if (configuration.apply("sync.secret-id").isPresent()) {
            throw new SettingsException(
                    "sync.secret-id", "is not supported by this version: leave it out and set each secret key itself");
        }
        return configuration::apply;
    }
}
