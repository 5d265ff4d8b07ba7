package com.customerp.sync.local.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.LineTable;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Mappings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DataflowTest {
    private static final Path DOCUMENT = Path.of("docs/dataflow.rst");

    @Test
    void the_document_says_what_the_mapping_tables_say() throws IOException {
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(DOCUMENT, Dataflow.document());
        }
        assertEquals(
                Dataflow.document(),
                Files.readString(DOCUMENT),
                DOCUMENT + " is out of date. Make it anew: ./mvnw test -Dtest=DataflowTest -Ddocs.write=true");
    }

    @Test
    void every_note_is_about_a_row_of_the_tables() {
        Set<String> fields = names(mapping -> Stream.concat(
                        mapping.fields().stream(),
                        Stream.ofNullable(mapping.lines()).map(LineTable::line).flatMap(line -> line.fields().stream()))
                .map(Field::name));
        Set<String> keys = names(mapping -> mapping.keys().stream().map(key -> key.name()));
        assertTrue(fields.containsAll(Words.CONDITIONS.keySet()), () -> Words.CONDITIONS.keySet() + " in " + fields);
        assertTrue(keys.containsAll(Words.KEYS.keySet()), () -> Words.KEYS.keySet() + " in " + keys);
    }

    private static Set<String> names(Function<Mapping, Stream<String>> names) {
        return Stream.of(Entity.values())
                .flatMap(entity -> names.apply(Mappings.of(entity)).map(name -> entity.key() + "." + name))
                .collect(Collectors.toSet());
    }
}
