package com.customerp.sync.link;

import com.customerp.sync.mapping.Side;

/**
 * Fingerprints of what each side of one field held when last seen (mapping.md 1.2).
 *
 * @param customerp base C
 * @param powerOffice base P
 */
public record Bases(String customerp, String powerOffice) {

    /** The base of one side. */
    public String of(Side side) {
        return side == Side.CUSTOMERP ? customerp : powerOffice;
    }
}
