package com.customerp.sync.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @Test
    void aTextWithoutAnythingUnusualStaysAsItIs() {
        assertEquals("Kåre Ødegård «C-1» 😀 50 %", PlainText.of("Kåre Ødegård «C-1» 😀 50 %", 100));
    }

    @ParameterizedTest
    @ValueSource(
            chars = {
                '\0', '\b', '\t', '\n', '\r', '\u001b', '\u007f', '\u0085', '\u009b', '\u2028', '\u2029', '\u202e',
                '\u200b', '\ufeff', '\ud83d', '\ude00'
            })
    void whatIsNoVisibleCharacterOfALineBecomesABlank(char unfit) {
        assertEquals("C-1 x", PlainText.of("C-1" + unfit + "x", 100));
    }

    @Test
    void aTextMayBeAsLongAsItIsAllowedAndNoCharacterMore() {
        assertEquals("abcde", PlainText.of("abcde", 5));
        assertEquals("abcde...", PlainText.of("abcdef", 5));
    }

    @Test
    void noCharacterIsCutInTwo() {
        assertEquals("abcd ...", PlainText.of("abcd😀f", 5));
    }
}
