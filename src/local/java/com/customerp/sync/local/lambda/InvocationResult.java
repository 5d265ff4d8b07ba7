package com.customerp.sync.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;

/** How an invocation ended. */
public sealed interface InvocationResult {

    /**
     * The function answered.
     *
     * @param payload its answer; a missing node when it answered nothing
     */
    record Answer(JsonNode payload) implements InvocationResult {}

    /**
     * The function ended in an error, as Lambda shows it to the caller.
     *
     * @param errorType class of the exception, or Lambda's own: {@code Runtime.ExitError}, {@code Sandbox.Timedout}
     * @param errorMessage text of the exception
     */
    record Failure(String errorType, String errorMessage) implements InvocationResult {}

    /**
     * The answer.
     *
     * @throws IllegalStateException when there is none, with the error in its message
     */
    default JsonNode payload() {
        if (this instanceof Answer answer) {
            return answer.payload();
        }
        throw new IllegalStateException(toString());
    }
}
