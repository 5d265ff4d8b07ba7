package com.customerp.sync.sync;

import static com.customerp.sync.mapping.Field.both;
import static com.customerp.sync.mapping.Rules.email;
import static com.customerp.sync.sync.CustomerPair.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.mapping.CustomerMapping;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** "Adapt it to your ERP" in README.md: what it says is done here, by the very text that it shows. */
class AdaptationTest {
    private static final String FIELD = "reminderEmail";

    private static final List<Field> MORE = List.of(
            // README.md: a field
            both("reminderEmail", "/PaymentReminderEmailAddress", "string", email())
            // README.md: end
            );

    @ParameterizedTest
    @EnumSource
    void a_field_is_one_row(Side edited) {
        CustomerPair pair = new CustomerPair(with(MORE)).set(edited, FIELD, "\"purring@fjordbygg.example\"");
        Plan plan = pair.decide();
        assertEquals(Map.of(FIELD, "\"purring@fjordbygg.example\""), written(plan, edited.other()));
        assertEquals(Map.of(), written(plan, edited));
    }

    @Test
    void its_rule_checks_it_before_anything_is_sent() {
        Plan plan = new CustomerPair(with(MORE))
                .set(Side.CUSTOMERP, FIELD, "\"nobody\"")
                .decide();
        assertEquals(List.of(), plan.effects());
    }

    @Test
    void README_shows_the_text_of_the_field() throws IOException {
        String source = Files.readString(Path.of("src/test/java/com/customerp/sync/sync/AdaptationTest.java"));
        String compiled = source.split("// README.md: a field\n")[1].split("// README.md: end")[0];
        assertTrue(blocks().contains(flat(compiled)), () -> flat(compiled) + " in " + blocks());
    }

    @Test
    void README_shows_the_text_of_the_two_functions() throws IOException {
        String source = Files.readString(Path.of("src/main/java/com/customerp/sync/function/ProductFunctions.java"));
        String compiled = source.split("\n\n {4}/\\*\\* CustomERP says[^\n]*\n")[1]
                .replaceAll(" {4}/\\*\\*[^\n]*\n", "")
                .replaceAll("}\n$", "");
        assertTrue(blocks().contains(flat(compiled)), () -> flat(compiled) + " in " + blocks());
    }

    /** Every Java text of README.md, without its indentation and empty lines. */
    private static List<String> blocks() {
        try {
            return Stream.of(Files.readString(Path.of("README.md")).split("```java\n"))
                    .skip(1)
                    .map(rest -> flat(rest.split("```")[0]))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String flat(String code) {
        return code.lines().map(String::trim).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static Mapping with(List<Field> more) {
        Mapping table = CustomerMapping.create();
        return new Mapping(
                table.entity(),
                Stream.concat(table.fields().stream(), more.stream()).toList(),
                table.slot(),
                table.keys(),
                table.rules(),
                table.removal(),
                table.refusals(),
                table.bulkField(),
                table.owner(),
                table.lock(),
                table.invoicing(),
                table.lines());
    }
}
