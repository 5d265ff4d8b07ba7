package com.customerp.sync.mapping;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Keyed fingerprints of canonical values (design.md 2): links and the match index hold these instead of values. HMAC
 * because values such as phone numbers are few enough to be guessed from a plain digest. Immutable and thread-safe.
 */
public final class Fingerprints {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_KEY = 32;
    /** 96 bits: among a million values of one field, two collide with a chance below 1 in 10^17. */
    private static final int LENGTH = 12;

    private static final int NULL_LENGTH = -1;

    /** Never fed: each fingerprint is made by a copy, as taking the key in costs more than the rest. */
    private final Mac keyed;

    /**
     * Fingerprints under a key.
     *
     * @param key at least 32 bytes; another key makes every stored fingerprint look like a change
     * @throws IllegalArgumentException when the key is shorter; names the configuration key, not its value
     */
    public Fingerprints(byte[] key) {
        if (key.length < SHORTEST_KEY) {
            throw new IllegalArgumentException("sync.fingerprint.key must be at least " + SHORTEST_KEY + " bytes");
        }
        try {
            keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no " + ALGORITHM, e);
        }
    }

    /**
     * The fingerprint of one value.
     *
     * @param name field or match key; equal values of different fields or entities have different fingerprints
     * @param canonical {@link ValueRule#canonical}; null has a fingerprint of its own
     * @return 16 characters of base64url
     */
    public String of(Entity entity, String name, @Nullable String canonical) {
        Mac mac = copy();
        add(mac, entity.key());
        add(mac, name);
        add(mac, canonical);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac.doFinal(), LENGTH));
    }

    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this Java runtime's " + ALGORITHM + " cannot be copied", e);
        }
    }

    /** Each part with its length in front, so that no two lists of parts give the same bytes. */
    private static void add(Mac mac, @Nullable String part) {
        if (part == null) {
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, NULL_LENGTH));
            return;
        }
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + part.length() * Character.BYTES);
        bytes.putInt(0, part.length());
        bytes.slice(Integer.BYTES, part.length() * Character.BYTES)
                .asCharBuffer()
                .put(part);
        mac.update(bytes);
    }
}
