package com.customerp.sync.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is sealed can be read by nobody without the key, and is never taken for something else. */
class SealTest {
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final AtomicInteger count = new AtomicInteger();

    private byte[] nonce() {
        return Arrays.copyOf(new byte[] {(byte) count.incrementAndGet()}, Seal.NONCE_BYTES);
    }

    @Property(tries = 200)
    void whatIsSealedComesBack(@ForAll byte[] bytes) {
        String text = Base64.getEncoder().encodeToString(bytes);
        Seal seal = new Seal(KEY, this::nonce);
        assertEquals(Optional.of(text), seal.open(seal.close(text)));
    }

    @Test
    void theSameTextIsSealedDifferentlyEachTime() {
        Seal seal = new Seal(KEY, this::nonce);
        assertNotEquals(seal.close("Nora Eksempel"), seal.close("Nora Eksempel"));
    }

    @Test
    void theTextDoesNotShow() {
        byte[] sealed = Base64.getDecoder().decode(new Seal(KEY, this::nonce).close("Nora Eksempel"));
        assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("Nora"));
    }

    @Test
    void anotherKeyOpensNothing() {
        byte[] other = KEY.clone();
        other[0]++;
        String sealed = new Seal(KEY, this::nonce).close("Nora Eksempel");
        assertEquals(Optional.empty(), new Seal(other, this::nonce).open(sealed));
    }

    @Test
    void whatIsDamagedOpensNothing() {
        Seal seal = new Seal(KEY, this::nonce);
        byte[] sealed = Base64.getDecoder().decode(seal.close("Nora Eksempel"));
        sealed[sealed.length - 1]++;
        assertEquals(Optional.empty(), seal.open(Base64.getEncoder().encodeToString(sealed)));
        assertEquals(Optional.empty(), seal.open("kort"));
        assertEquals(Optional.empty(), seal.open("ikke base64!"));
    }
}
