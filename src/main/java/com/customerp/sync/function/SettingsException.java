package com.customerp.sync.function;

import java.util.Locale;

/** A configuration key is missing or unusable. The message is one line that names the key and never its value. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param key for example {@code sync.table}
     * @param what what is wrong and what would be right, for example {@code is missing}
     */
    public SettingsException(String key, String what) {
        super(key + " (" + environment(key) + ") " + what, null, false, false);
    }

    private static String environment(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
