package com.customerp.sync.local.http;

/** The connection ends without an answer; over a socket it is closed, in the same process this exception is seen. */
public final class ConnectionResetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConnectionResetException() {
        super("connection reset by the simulator", null, false, false);
    }
}
