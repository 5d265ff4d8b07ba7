package com.customerp.sync.sync;

/**
 * Requests to one system.
 *
 * @param throttled how many of them were refused for their rate (429)
 */
record Traffic(int sent, int throttled) {
    static final Traffic NONE = new Traffic(0, 0);

    /** All that a system object has sent so far. */
    static Traffic of(RemoteSystem system) {
        return new Traffic(system.requestsSent(), system.requestsThrottled());
    }

    Traffic since(Traffic before) {
        return new Traffic(sent - before.sent, throttled - before.throttled);
    }
}
