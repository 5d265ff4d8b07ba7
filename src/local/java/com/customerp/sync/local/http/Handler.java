package com.customerp.sync.local.http;

/** What answers requests: a simulator, or something wrapped around one. Implementations are thread-safe. */
@FunctionalInterface
public interface Handler {

    /**
     * Answers one request.
     *
     * @throws ConnectionResetException when the caller shall see a closed connection instead of an answer
     */
    Response handle(Request request);
}
