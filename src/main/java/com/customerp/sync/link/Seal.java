package com.customerp.sync.link;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps a text in the table that may hold values of a record: only who has the fingerprint key can read it. AES-256 in
 * Galois/Counter Mode under a key derived from that one, a new nonce each time. Thread-safe.
 */
public final class Seal {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String MAC = "HmacSHA256";
    private static final byte[] PURPOSE = "seal".getBytes(StandardCharsets.US_ASCII);
    /** What the mode asks for: 96 bits. */
    public static final int NONCE_BYTES = 12;

    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final Supplier<byte[]> nonces;

    /**
     * A seal.
     *
     * @param fingerprintKey at least 32 bytes; what was sealed under another key cannot be opened
     * @param nonces {@value #NONCE_BYTES} bytes, never the same twice under one key
     */
    public Seal(byte[] fingerprintKey, Supplier<byte[]> nonces) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(fingerprintKey, MAC));
            this.key = new SecretKeySpec(mac.doFinal(PURPOSE), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no " + MAC, e);
        }
        this.nonces = nonces;
    }

    /** The text, sealed: base64 of the nonce and what the cipher made of the text. */
    public String close(String text) {
        try {
            byte[] nonce = nonces.get();
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
            return Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime cannot seal with " + CIPHER, e);
        }
    }

    /** The text that was sealed; empty when it was under another key, or is damaged. */
    public Optional<String> open(String sealed) {
        try {
            byte[] all = Base64.getDecoder().decode(sealed);
            byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
            byte[] text =
                    cipher(Cipher.DECRYPT_MODE, nonce).doFinal(all, NONCE_BYTES, Math.max(0, all.length - NONCE_BYTES));
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
