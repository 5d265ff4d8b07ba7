package com.customerp.sync.function;

import com.customerp.sync.webhook.WebhookSecret;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads single keys, each in one form. Blanks around a value are dropped and an empty value counts as missing. Every
 * method throws {@link SettingsException} when the key is unusable, or missing where it has no default. Causes are left
 * out of it: those that parsers give repeat the value.
 */
final class SettingsReader {
    private final Function<String, Optional<String>> configuration;

    SettingsReader(Function<String, Optional<String>> configuration) {
        this.configuration = configuration;
    }

    String text(String key) {
        return find(key).orElseThrow(() -> new SettingsException(key, "is missing"));
    }

    Secret<String> secret(String key) {
        return new Secret<>(text(key));
    }

    /** A secret of at least {@code shortest} bytes in base64. */
    Secret<byte[]> key(String key, int shortest) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text(key));
            if (bytes.length >= shortest) {
                return new Secret<>(bytes);
            }
        } catch (IllegalArgumentException e) {
            throw new SettingsException(key, "must be base64");
        }
        throw new SettingsException(key, "must be the base64 of at least " + shortest + " bytes");
    }

    List<WebhookSecret> webhookSecrets(String key) {
        try {
            return Stream.of(text(key).split(",", -1))
                    .map(String::trim)
                    .map(WebhookSecret::parse)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new SettingsException(key, "must be whsec_ secrets of 24 to 64 bytes, separated by commas");
        }
    }

    /** An absolute http or https URL, without a slash at its end. */
    URI url(String key) {
        return url(key, "");
    }

    URI url(String key, String end) {
        URI url = parse(key, text(key).replaceFirst("/+$", ""));
        boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        boolean plain = url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null;
        if (!http || url.getHost() == null || !plain) {
            throw new SettingsException(key, "must be an absolute http or https URL without user, query and fragment");
        }
        if (!url.getPath().endsWith(end)) {
            throw new SettingsException(key, "must end in " + end);
        }
        return url;
    }

    private static URI parse(String key, String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new SettingsException(key, "must be a URL");
        }
    }

    /** A positive ISO 8601 duration. */
    Duration duration(String key, Duration absent) {
        try {
            Duration duration = find(key).map(Duration::parse).orElse(absent);
            if (duration.compareTo(Duration.ZERO) > 0) {
                return duration;
            }
        } catch (DateTimeException e) {
            throw new SettingsException(key, "must be an ISO 8601 duration such as PT13M");
        }
        throw new SettingsException(key, "must be longer than nothing");
    }

    /** A whole number between two bounds, of which the lower one is not negative. */
    int number(String key, int least, int most, int absent) {
        int number = find(key)
                .map(text -> text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1)
                .orElse(absent);
        if (number < least || number > most) {
            throw new SettingsException(key, "must be a whole number from " + least + " to " + most);
        }
        return number;
    }

    boolean flag(String key, boolean absent) {
        String text = find(key).orElse(Boolean.toString(absent)).toLowerCase(Locale.ROOT);
        if (!text.equals("true") && !text.equals("false")) {
            throw new SettingsException(key, "must be true or false");
        }
        return text.equals("true");
    }

    /** One of an enum's names, in any letter case. */
    <E extends Enum<E>> E choice(String key, E absent) {
        List<E> choices = Arrays.asList(absent.getDeclaringClass().getEnumConstants());
        String text = find(key).orElse(absent.name());
        return choices.stream()
                .filter(choice -> choice.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new SettingsException(
                        key,
                        choices.stream()
                                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", ", "must be one of ", ""))));
    }

    private Optional<String> find(String key) {
        return configuration.apply(key).map(String::trim).filter(text -> !text.isEmpty());
    }
}
