package com.customerp.sync.local.customerp;

import java.util.Map;

/** Takes the events that CustomERP sends. */
@FunctionalInterface
public interface WebhookSink {

    /**
     * Delivers one attempt of one event.
     *
     * @param headers {@code content-type} and the three of Standard Webhooks, names in lower case
     * @param body JSON in UTF-8, signed as it is
     * @param collection last part of the target's path, for example {@code customers}
     */
    void deliver(Map<String, String> headers, byte[] body, String collection);
}
