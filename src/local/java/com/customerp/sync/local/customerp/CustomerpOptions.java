package com.customerp.sync.local.customerp;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How a simulator is set up.
 *
 * @param token bearer token that callers must send
 * @param webhookSecret {@code whsec_} and the base64 of the signing key
 * @param webhookTarget base URL of the sync, to which {@code /webhooks/{collection}} is added; null: webhooks are sent
 *     nowhere until {@link Webhooks#deliverTo} is called
 * @param integration name under which writes through the API are shown in {@code updatedBy}
 */
public record CustomerpOptions(
        String token, String webhookSecret, @Nullable URI webhookTarget, String integration) {

    /** Options without a webhook target, with an invented token and secret, for tests. */
    public static CustomerpOptions forTests() {
        return new CustomerpOptions(
                "customerp-test-token", "whsec_Y3VzdG9tZXJwLXRlc3Qtd2ViaG9vay1rZXktMzI=", null, "poweroffice-sync");
    }

    /** The record's text without its secrets. */
    @Override
    public String toString() {
        return "CustomerpOptions[webhookTarget=" + webhookTarget + ", integration=" + integration + "]";
    }
}
