package com.customerp.sync.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * As many histories as one has time for, on all cores: {@code ./mvnw test -Dtest=ManyHistoriesTest -Dhistories=10000}, and
 * others with {@code -Dhistories.first=10000}. A history that breaks a promise is shown by its number and with the steps
 * that it needs to do so.
 */
@EnabledIfSystemProperty(named = "histories", matches = "[0-9]+")
class ManyHistoriesTest {

    @Test
    void promisesHoldAfterEachHistory() {
        int first = Integer.getInteger("histories.first", 0);
        List<String> broken = IntStream.range(first, first + Integer.getInteger("histories"))
                .parallel()
                .mapToObj(number -> Samples.number(number)
                        .broken(Bug.NONE)
                        .map(violation -> number + ": "
                                + Samples.number(number).shrunk(Bug.NONE, violation.promise()) + "\n"
                                + violation.getMessage())
                        .orElse(""))
                .filter(text -> !text.isEmpty())
                .limit(5)
                .toList();
        assertEquals(List.of(), broken);
    }
}
