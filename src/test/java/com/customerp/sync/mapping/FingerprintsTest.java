package com.customerp.sync.mapping;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Fingerprints stand for values in links (design.md 2 and 3). */
class FingerprintsTest {
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(US_ASCII);
    private static final Fingerprints FINGERPRINTS = new Fingerprints(KEY);

    @Test
    void stored_fingerprints_stay_valid() {
        assertEquals("85D2d4nVbc3LhCmi", FINGERPRINTS.of(Entity.CUSTOMER, "email", "post@fjord.example"));
        assertEquals("COpKOt67urlKUVU1", FINGERPRINTS.of(Entity.CUSTOMER, "email", null));
    }

    @Test
    void entity_name_value_null_and_empty_are_all_told_apart() {
        Set<String> all = new HashSet<>();
        int count = 0;
        for (Entity entity : Entity.values()) {
            for (String name : new String[] {"email", "emai", "invoiceEmail", ""}) {
                for (String value : new String[] {null, "", "l", "null", "email", "\u0000", "\ud800", "\udc00", "?"}) {
                    all.add(FINGERPRINTS.of(entity, name, value));
                    count++;
                }
            }
        }
        assertEquals(count, all.size());
    }

    @Test
    void parts_do_not_run_into_each_other() {
        assertNotEquals(
                FINGERPRINTS.of(Entity.CUSTOMER, "name", "x\u0000\u0000y"),
                FINGERPRINTS.of(Entity.CUSTOMER, "namex", "\u0000\u0000y"));
        assertNotEquals(FINGERPRINTS.of(Entity.CUSTOMER, "ab", "c"), FINGERPRINTS.of(Entity.CUSTOMER, "a", "bc"));
    }

    @Test
    void another_key_gives_other_fingerprints() {
        byte[] other = KEY.clone();
        other[31]++;
        assertNotEquals(
                FINGERPRINTS.of(Entity.CUSTOMER, "name", "Fjord"),
                new Fingerprints(other).of(Entity.CUSTOMER, "name", "Fjord"));
    }

    @Test
    void a_key_is_copied() {
        byte[] key = KEY.clone();
        Fingerprints fingerprints = new Fingerprints(key);
        key[0]++;
        assertEquals(
                FINGERPRINTS.of(Entity.CUSTOMER, "name", "Fjord"), fingerprints.of(Entity.CUSTOMER, "name", "Fjord"));
    }

    @Test
    void a_fingerprint_has_16_characters_that_need_no_escaping() {
        for (int i = 0; i < 100; i++) {
            String fingerprint = FINGERPRINTS.of(Entity.PRODUCT, "name", "value " + i);
            assertTrue(fingerprint.matches("[A-Za-z0-9_-]{16}"), fingerprint);
        }
    }

    @Test
    void many_threads_get_the_same_fingerprints() {
        long distinct = IntStream.range(0, 2_000)
                .parallel()
                .mapToObj(i -> FINGERPRINTS.of(Entity.PRODUCT, "name", "value " + i % 10))
                .distinct()
                .count();
        assertEquals(10, distinct);
    }

    @Test
    void a_short_key_is_refused_by_the_name_of_its_configuration() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new Fingerprints(new byte[31]));
        assertEquals("sync.fingerprint.key must be at least 32 bytes", refusal.getMessage());
    }
}
