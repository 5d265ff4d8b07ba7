package com.customerp.sync.webhook;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretTest {

    @ParameterizedTest
    @ValueSource(ints = {24, 64})
    void a_key_of_24_to_64_bytes_is_taken(int length) {
        assertDoesNotThrow(() -> WebhookSecret.parse("whsec_" + base64(length)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whsec_",
                "whsec_c2hvcnQ=",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "WHSEC_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "whsec_%AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
            })
    void anything_else_is_refused_without_being_repeated(String text) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> WebhookSecret.parse(text));
        assertEquals("A webhook secret is whsec_ and the base64 of 24 to 64 bytes", refusal.getMessage());
    }

    @Test
    void a_key_of_65_bytes_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> WebhookSecret.parse("whsec_" + base64(65)));
    }

    @Test
    void its_text_does_not_show_the_key() {
        assertFalse(WebhookSecret.parse("whsec_" + base64(24)).toString().contains("AAAA"));
    }

    private static String base64(int length) {
        return Base64.getEncoder().encodeToString(new byte[length]);
    }
}
