package com.customerp.sync.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.customerp.sync.mapping.Entity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalOptionsTest {

    @ParameterizedTest
    @CsvSource({
        "'', false, false, 8080, false",
        "--once, true, false, 8080, false",
        "--throttle, false, true, 8080, false",
        "--port 9000, false, false, 9000, false",
        "--port 0, false, false, 0, false",
        "--help, false, false, 8080, true",
        "--throttle --port 9000 --once, true, true, 9000, false"
    })
    void options_are_read_in_any_order(String text, boolean once, boolean throttle, int port, boolean help) {
        assertEquals(new LocalOptions(once, throttle, port, Entity.ORDER_OF_WORK, help), parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--twice",
                "once",
                "--port",
                "--port x",
                "--port -1",
                "--port 65534",
                "--port 9000 9001",
                "--only",
                "--only x",
                "--only customer,x"
            })
    void anything_else_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> parse(text));
    }

    @Test
    void chosen_entities_stand_in_the_order_of_work() {
        assertEquals(
                List.of(Entity.EMPLOYEE, Entity.CUSTOMER),
                parse("--only customer,employee").entities());
    }

    @Test
    void the_systems_listen_beside_the_webhooks_or_anywhere() {
        assertEquals(9002, parse("--port 9000").port(2));
        assertEquals(0, parse("--port 0").port(2));
    }

    private static LocalOptions parse(String text) {
        return LocalOptions.parse(text.isEmpty() ? List.of() : List.of(text.split(" ")));
    }
}
