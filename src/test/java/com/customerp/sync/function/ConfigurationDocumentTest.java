package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.customerp.sync.mapping.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} names every key that is read, and no other. */
class ConfigurationDocumentTest {
    private static final Set<String> READ_BY_QUARKUS =
            Set.of("quarkus.funqy.export", "quarkus.dynamodb.endpoint-override");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([a-z][^`]*)` \\| `([A-Z_<>]+)` \\|.* \\| (\\S+) \\|$");

    @Test
    void the_document_names_every_key_that_is_read() throws IOException {
        Set<String> read = new TreeSet<>(READ_BY_QUARKUS);
        settings(read);
        assertEquals(read, rows().keySet());
    }

    @Test
    void the_environment_form_is_the_key_in_upper_case() throws IOException {
        rows().forEach((key, row) -> assertEquals(key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), row.group(2)));
    }

    @Test
    void the_defaults_are_those_of_the_settings() throws IOException {
        Settings settings = settings(new TreeSet<>());
        Map<String, MatchResult> rows = rows();
        assertEquals(settings.timeBudget().toString(), given(rows, "sync.time-budget"));
        assertEquals(
                Integer.toString(settings.powerOffice().requestsPerSecond()),
                given(rows, "sync.poweroffice.requests-per-second"));
        for (Entity entity : Entity.values()) {
            Settings.EntitySettings own = settings.entity(entity);
            String prefix = "sync." + entity.key() + ".";
            assertEquals(Boolean.toString(own.enabled()), given(rows, prefix + "enabled"));
            assertEquals(word(own.policy().conflict()), given(rows, prefix + "conflict"));
            assertEquals(word(own.policy().delete()), given(rows, prefix + "delete"));
            assertEquals(
                    Boolean.toString(own.policy().createInCustomerp()), given(rows, prefix + "create-in-customerp"));
        }
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static String given(Map<String, MatchResult> rows, String key) {
        return rows.get(key).group(3).replace("`", "");
    }

    /** The settings of which only the required keys are set; {@code asked} gets every key. */
    private static Settings settings(Set<String> asked) {
        return Settings.read(key -> {
            asked.add(key);
            return Optional.ofNullable(SettingsTest.REQUIRED.get(key));
        });
    }

    /** The rows of the document by key; one that names an entity stands for all of them. */
    private static Map<String, MatchResult> rows() throws IOException {
        Map<String, MatchResult> rows = new TreeMap<>();
        String text = Files.readString(Path.of("docs/configuration.md"));
        Stream.of(Entity.values())
                .map(entity -> text.replace("<entity>", entity.key())
                        .replace("<ENTITY>", entity.key().toUpperCase(Locale.ROOT)))
                .forEach(ofEntity -> ROW.matcher(ofEntity).results().forEach(row -> rows.put(row.group(1), row)));
        return rows;
    }
}
