package com.customerp.sync.sync;

import com.customerp.sync.mapping.Side;

/** The two systems. */
public record Systems(RemoteSystem customerp, RemoteSystem powerOffice) {
    public RemoteSystem of(Side side) {
        return side == Side.CUSTOMERP ? customerp : powerOffice;
    }
}
