package com.customerp.sync.function;

import io.quarkus.runtime.LaunchMode;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Reads the configuration before anything else runs, and ends the function when it cannot work with it. */
public class Startup {
    private static final Logger LOG = Logger.getLogger(Startup.class);

    /**
     * The settings of this environment.
     *
     * @throws SettingsException in tests; a deployed function ends with one log line instead
     */
    @Produces
    @Singleton
    @io.quarkus.runtime.Startup(Interceptor.Priority.PLATFORM_BEFORE)
    Settings settings(Config config) {
        try {
            return Settings.read(key -> value(config, key));
        } catch (SettingsException e) {
            if (LaunchMode.current() == LaunchMode.NORMAL) {
                end(e);
            }
            throw e;
        }
    }

    /** A value that refers to itself cannot be read; one that refers to a key which is not there counts as missing. */
    private static Optional<String> value(Config config, String key) {
        try {
            return config.getOptionalValue(key, String.class);
        } catch (IllegalArgumentException e) {
            throw new SettingsException(key, "refers to itself");
        }
    }

    /**
     * Ends the process at once, which Lambda reports as a failed start. An exception would not do: the handler of Lambda's
     * Java runtime keeps it and answers every event with its stack trace. Neither would an orderly exit: the hook that
     * stops the application waits until it has started. Nothing has begun that would have to be put in order.
     */
    private static void end(SettingsException e) {
        LOG.fatal(e.getMessage());
        Runtime.getRuntime().halt(1);
    }
}
